/** True for a JSON object: no array, no null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON value that a text is; undefined where there is no text, or it is no JSON. */
export function parsedJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What an error document gives as its code, of whatever type; undefined where the document is no object or has none. */
export const errorCodeOf = (document: unknown): unknown => (isObject(document) ? document['errorCode'] : undefined);

/** Status of an answer, with the code of its error document where there is one: `404 HOST_NOT_FOUND`. */
export function statusAndCode(status: number, document: unknown): string {
  const code = errorCodeOf(document);
  return typeof code === 'string' ? `${status} ${code}` : String(status);
}

const statuses: readonly number[] = [502, 503, 504];

/**
 * True for an answer that something before the server gave in its place: 502, 503 or 504 without an error document of
 * the API.
 */
export function isOfGateway({ status, body }: { readonly status: number; readonly body: string }): boolean {
  return statuses.includes(status) && !isErrorDocument(body);
}

function isErrorDocument(body: string): boolean {
  try {
    const { error, errorCode } = (JSON.parse(body) ?? {}) as { error?: unknown; errorCode?: unknown };
    return typeof error === 'number' || typeof errorCode === 'string';
  } catch {
    return false;
  }
}

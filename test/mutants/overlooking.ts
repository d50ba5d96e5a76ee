import type { Layer } from '../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../src/wire/http.ts';
import { isObject, parsedJson } from '../../src/wire/json.ts';
import { jsonOf, withBody } from './lies.ts';

type Json = Record<string, unknown>;

/** The field that an answer refuses for that code. */
function refusedField(answer: ServerResponse, code: string): string | undefined {
  const { errorCode, parameters } = (jsonOf(answer) ?? {}) as { errorCode?: unknown; parameters?: readonly string[] };
  return answer.status === 400 && errorCode === code ? parameters?.[0] : undefined;
}

/** A value without the fields of that name: its own, or those inside it. */
function without(value: unknown, name: string, where: 'own' | 'inside'): unknown {
  if (Array.isArray(value)) return value.map((item) => without(item, name, 'own'));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Json)
      .filter(([key]) => where === 'inside' || key !== name)
      .map(([key, member]) => [key, where === 'inside' ? without(member, name, 'own') : member]),
  );
}

/** Serves what was refused for a field as if the field were not there; `but` decides what is then answered. */
export const overlooking =
  (
    code: 'INVALID_ATTRIBUTE' | 'ATTRIBUTE_READ_ONLY',
    where: 'own' | 'inside',
    but: (done: ServerResponse, refused: ServerResponse) => ServerResponse = (done) => done,
  ): Layer =>
  (next) =>
  async (request) => {
    const refused = await next(request);
    const field = refusedField(refused, code);
    const sent = parsedJson(request.body);
    const [document, array] = Array.isArray(sent) ? [(sent as unknown[])[0], true] : [sent, false];
    if (field === undefined || !isObject(document) || Object.hasOwn(document, field) !== (where === 'own')) return refused;
    const rest = without(document, field, where);
    return but(await next(withBody(request, array ? [rest] : rest)), refused);
  };

export const stillRefused = (_done: ServerResponse, refused: ServerResponse): ServerResponse => refused;

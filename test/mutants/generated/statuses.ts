import { operations } from '../../../src/contract/operations/index.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { isObject } from '../../../src/wire/json.ts';
import { reasonPhrase } from '../../../src/wire/reasons.ts';
import { answering, jsonOf, withJson, withServerError } from '../lies.ts';
import { there, whole, type Kind } from './lie.ts';
import type { SeenOperation } from './vocabulary.ts';

type Json = Record<string, unknown>;

/** An answer with another status, in its envelope or its error document too. */
export function withStatus(response: ServerResponse, status: number): ServerResponse {
  const document = jsonOf(response);
  if (!isObject(document)) return { ...response, status };
  return { ...withJson(response, inAgreement(document, status)), status };
}

function inAgreement(document: Json, status: number): Json {
  const { content } = document;
  return {
    ...document,
    ...(typeof document['status'] === 'number' && { status }),
    ...(typeof document['error'] === 'number' && { error: status, reason: reasonPhrase(status) }),
    ...(isObject(content) && { content: inAgreement(content, status) }),
  };
}

/** Statuses of a success that neither the page nor the principles allow. */
function otherSuccesses({ operation }: SeenOperation): string[] {
  const { method, ok } = operations[operation];
  const candidates = method === 'GET' ? [201, 202, 203, 204, 206] : method === 'POST' ? [203, 205, 206] : [201, 203, 206];
  // A create that the page shows with 200 may say 201, as the principles have it.
  return candidates.filter((status) => !ok.includes(status)).map(String);
}

/** Not those of a gateway, and not 405, with which a server lacks an operation. */
const failures = ['302', '400', '401', '403', '404', '409', '500'];

const onSuccess = (
  name: string,
  parts: Kind['parts'],
  change: (response: ServerResponse, part: string) => ServerResponse,
): Kind => ({
  name,
  parts,
  chooses: true,
  mock: (told) => ({
    inner: there(
      told,
      answering((response) => (response.status < 300 ? change(response, told.part) : response)),
    ),
  }),
});

const refusedWith = ({ refusals }: SeenOperation): string[] => [...refusals].filter((one) => /^4(?!05|29)/.test(one));

/** Another status for a refusal with a code. */
const refusing = (name: string, other: (status: number) => readonly number[]): Kind => ({
  name,
  parts: (seen) =>
    refusedWith(seen).flatMap((refusal) => other(Number.parseInt(refusal, 10)).map((status) => `${refusal} ${status}`)),
  mayBeInferred: true,
  mock: (told) => ({
    inner: there(
      told,
      answering((response) => {
        const [was, code, status] = told.part.split(' ');
        return response.status === Number(was) && response.body.includes(`"${code}"`)
          ? withStatus(response, Number(status))
          : response;
      }),
    ),
  }),
});

export const statusKinds: readonly Kind[] = [
  onSuccess('status.of-another-success', otherSuccesses, (response, status) => withStatus(response, Number(status))),
  onSuccess(
    'status.of-a-failure-with-the-document',
    () => failures,
    (response, status) => withStatus(response, Number(status)),
  ),
  onSuccess('status.fails', () => whole, withServerError),
  onSuccess(
    'status.without-a-body',
    ({ operation }) => (['entity', 'list', 'bare-array'].includes(operations[operation].kind) ? whole : []),
    (response) => ({ ...response, body: '' }),
  ),
  refusing('refusal.of-another-status', (status) => [400, 401, 403, 404, 409, 422].filter((other) => other !== status)),
  refusing('refusal.as-a-success', () => [200]),
  refusing('refusal.as-a-failure', () => [500]),
];

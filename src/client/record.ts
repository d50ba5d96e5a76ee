import type { Exchange } from '../wire/exchange.ts';
import { proofsIn, redactDigest } from './redaction/redact-credentials.ts';
import { redactFields } from './redaction/redact-fields.ts';
import { createSecrets, redactHeaders, removed, type Secrets } from './redaction/redact.ts';
import type { Caller, Recorder } from './types.ts';

/**
 * A recorder for the calls of one test. Ids are `<test>#<n>` with n from 1, in the order in which requests leave;
 * `onExchange` is told of each exchange when it is complete, with secrets already removed.
 */
export function createRecorder({
  test,
  onExchange,
}: {
  readonly test: string;
  readonly onExchange: (exchange: Exchange) => void;
}): Recorder {
  let count = 0;
  return { nextId: () => `${test}#${(count += 1)}`, record: onExchange };
}

/** A text that quotes a target, without the secrets known so far and without credentials. */
export const redactText = (text: string, secrets: Secrets): string => redactDigest(secrets.redact(text).text).text;

/** The private keys of all callers of a run, as secrets to look for in everything that is recorded. */
export function secretsOf(callers: readonly Caller[]): Secrets {
  const secrets = createSecrets();
  for (const caller of callers) secrets.add(`the private key of ${caller.name}`, caller.privateKey);
  return secrets;
}

/**
 * The exchange without secrets. Keys that the answer brings and passwords that the request sets are added to
 * `secrets`, so that they are found again in later exchanges too.
 */
export function redactExchange(exchange: Exchange, secrets: Secrets): Exchange {
  const { request, response } = exchange;
  const plainKey = /\/(?:agentapikeys|automationConfig)\b/i.test(request.url);
  const learned: [name: string, value: string][] = [];
  const learn = (source: string) => (field: string, value: string) => {
    learned.push([`the ${field} ${source}`, value]);
  };

  const sent =
    request.body === null
      ? null
      : redactFields(request.body, plainKey, (field, value) => {
          // Tokens of made-up services are sent to be refused; naming them in the refusal betrays nothing.
          if (/(?:password|pwd)$/i.test(field)) learn('sent in a request')(field, value);
        }).text;
  // A password that a test sent is known before the answer is looked at, or its echo would pass.
  for (const [name, value] of learned.splice(0)) secrets.learn(name, value);

  const fields = redactFields(response?.body ?? '', plainKey, learn('given in an answer'));
  const proofs = proofsIn(request.headers);
  const digest = redactDigest(fields.text);
  const values = secrets.redact(digest.text);
  // Looked for in the answer as it came: a known key under a secret name is both.
  const known = response && fields.found.length > 0 ? secrets.redact(response.body).found : values.found;
  for (const [name, value] of learned) secrets.learn(name, value);

  const echoed = (text: string): string => {
    const clean = redactText(text, secrets);
    return proofs.reduce((left, proof) => (left.includes(proof) ? left.replaceAll(proof, removed) : left), clean);
  };

  // First of all that is echoed: it is the longest by far, and has just been found clean or cleaned.
  const body = echoed(values.text);
  return {
    ...exchange,
    request: {
      ...request,
      url: echoed(request.url),
      headers: redactHeaders(request.headers, secrets),
      body: sent === null ? null : echoed(sent),
    },
    response: response && {
      ...response,
      headers: redactHeaders(response.headers, secrets).map(([name, value]) => [name, echoed(value)]),
      body,
    },
    fault: exchange.fault === null ? null : echoed(exchange.fault),
    secretsInResponse: [...new Set([...known, ...fields.found, ...digest.found])],
  };
}

import { secretsOf } from '../client/record.ts';
import type { Secrets } from '../client/redaction/redact.ts';
import { proxyFor } from './proxy.ts';
import type { Settings } from './settings/types.ts';

/** Shorter passwords are looked for in their encoded form only: taken out everywhere they would leave nothing to read. */
const shortest = 8;

/**
 * What must be in nothing that the run says: the private keys that it was given, also those that no check has used yet,
 * because the target knows them all; the passphrase of its key; and with what it gets past a proxy, which may show that
 * in a page of its own.
 */
export function knownSecrets({ target }: Settings): Secrets {
  const others = Object.entries(target.callers).map(([name, keys]) => ({ name, ...keys }));
  const secrets = secretsOf([{ name: 'main', ...target.keys }, ...others]);
  if (target.clientKeyPassphrase !== undefined) secrets.add('the passphrase of the client key', target.clientKeyPassphrase);
  const { username, password } = new URL(proxyFor(target.url, process.env) ?? 'http://none');
  const [name, word] = [decodeURIComponent(username), decodeURIComponent(password)];
  if (word === '') return secrets;
  secrets.add('the credentials of the proxy', Buffer.from(`${name}:${word}`).toString('base64'));
  if (word.length >= shortest) secrets.add('the password of the proxy', word);
  return secrets;
}

/** Takes secrets out of the errors of a test, before anybody reports them. */
export function cleanErrors(errors: readonly object[], clean: (text: string) => string): void {
  for (const error of errors) {
    for (const [name, value] of Object.entries(error)) {
      if (typeof value === 'string') Object.assign(error, { [name]: clean(value) });
    }
  }
}

function cleaned(value: unknown, clean: (text: string) => string): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map((item: unknown) => cleaned(item, clean));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, cleaned(member, clean)]));
}

type Callbacks = Readonly<Record<string, (payload: unknown) => unknown>>;

/**
 * Takes secrets out of the steps of a test. Playwright notes with each claim what it was given, which may be a whole
 * answer, and reporters such as `blob` write it down. The callbacks are not part of its documented interface; without
 * them nothing is changed, and test/client/secrets-echo.test.ts tells.
 */
export function cleanSteps(info: object, clean: (text: string) => string): void {
  const { _callbacks: callbacks } = info as { _callbacks?: Callbacks };
  if (callbacks === undefined) return;
  const wrapped = ['onStepBegin', 'onStepEnd'].flatMap((name) => {
    const callback = callbacks[name];
    return callback === undefined ? [] : [[name, (payload: unknown) => callback(cleaned(payload, clean))] as const];
  });
  Object.assign(info, { _callbacks: { ...callbacks, ...Object.fromEntries(wrapped) } });
}

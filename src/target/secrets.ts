import { createSecrets, type Secrets } from '../client/redaction/redact.ts';
import { proxyFor } from './proxy.ts';
import { valueOf } from './settings/complete.ts';
import type { Setting } from './settings/setting.ts';
import { settingsTable } from './settings/table.ts';
import type { Settings } from './settings/types.ts';

/** Shorter passwords are looked for in their encoded form only: taken out everywhere they would leave nothing to read. */
const shortest = 8;

/**
 * What must be in nothing that the run says: the private keys that it was given, also those that no check has used yet,
 * because the target knows them all; whatever else is a secret among the settings; and with what it gets past a proxy,
 * which may show that in a page of its own.
 */
export function knownSecrets(settings: Settings): Secrets {
  const secrets = createSecrets();
  for (const { name, secret } of settingsTable as readonly Setting[]) {
    const value = secret === undefined ? undefined : valueOf(settings, name);
    if (value !== undefined) secrets.add(secret!, String(value));
  }
  const { target } = settings;
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

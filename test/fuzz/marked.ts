import * as fc from 'fast-check';
import type { Exchange } from '../../src/wire/exchange.ts';
import type { Header } from '../../src/wire/http.ts';

/** Private keys that each format has to escape in a way of its own, and one as real servers make them. */
export const knownKeys = [String.raw`marked "key"/with\all+of&them<?%'`, 'a7c3e9d1-5b2f-4e86-9d10-3f4a5b6c7d8e'] as const;
const freshKey = 'fresh-key-0001-of-an-answer';
const [response, cnonce] = ['6629fae49393a05397450978507c4ef1', '0a4f113b5d2c9e77'];
const digest =
  `Digest username="marked-user", realm="MMS Public API", nonce="dcd98b", uri="/api/public/v1.0/groups?a=b,c", ` +
  `response="${response}", nc=00000001, cnonce="${cnonce}", qop=auth, algorithm=MD5`;

/** What must be in nothing that is recorded or said, with a name for each. */
export const marks: ReadonlyMap<string, string> = new Map([
  ...knownKeys.map((key, index) => [key, `known key ${index}`] as const),
  [freshKey, 'the key that the answer brought'],
  [response, 'the digest response'],
  [cnonce, 'the cnonce'],
  ['username="marked-user"', 'the credentials'],
]);

const json = (text: string): string => JSON.stringify(text).slice(1, -1);
const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
const spellings: readonly ((text: string) => string)[] = [
  (text) => text,
  json,
  (text) => json(json(text)),
  html,
  encodeURIComponent,
  (text) => Buffer.from(`user:${text}`).toString('base64'),
];
const echoes = [...knownKeys, digest, `Authorization: ${digest}`].flatMap((text) => spellings.map((spell) => spell(text)));

/** `part` somewhere in a text: between any two characters. */
const into = (text: string, part: string, at: number): string => {
  const cut = at % (text.length + 1);
  return text.slice(0, cut) + part + text.slice(cut);
};

const field = (text: string, name: string): string => into(text, `{"${name}": "${freshKey}"}`, 0);

/** The same exchange with marked secrets in it, in one place each, as a server that echoes them would put them there. */
export const leaking = (exchanges: fc.Arbitrary<Exchange>): fc.Arbitrary<Exchange> =>
  fc
    .record({
      exchange: exchanges,
      echo: fc.constantFrom(...echoes),
      at: fc.nat(5000),
      where: fc.constantFrom('body', 'body', 'header', 'field', 'fault', 'url', 'sent'),
      name: fc.constantFrom('privateKey', 'password', 'agentApiKey', 'token', 'Secret', 'pass\\u0077ord'),
    })
    .map(({ exchange, echo, at, where, name }): Exchange => {
      const { request, response: answer, fault } = exchange;
      const headers: Header[] = [...request.headers, ['Authorization', digest]];
      const url =
        where === 'url' ? `${request.url}${request.url.includes('?') ? '&' : '?'}x=${encodeURIComponent(echo)}` : request.url;
      const body = where === 'sent' ? JSON.stringify({ name: knownKeys[at % 2], password: freshKey }) : request.body;
      const made = { ...exchange, request: { ...request, headers, url, body } };
      if (answer === null || where === 'fault') return { ...made, response: null, fault: into(fault ?? '', echo, at) };
      if (where === 'header')
        return { ...made, response: { ...answer, headers: [...answer.headers, ['X-Echo', into('it was ', echo, at)]] } };
      if (where === 'body') return { ...made, response: { ...answer, body: into(answer.body, echo, at) } };
      return where === 'field' ? { ...made, response: { ...answer, body: field(answer.body, name) } } : made;
    });

import type { Header } from '../../wire/http.ts';
import { removed, type Redacted } from './redact.ts';

/** An equals sign and a quote as HTTP has them, and as JSON, HTML and URLs spell them, once or more often. */
const equals = String.raw`(?:=|%3D|\\+u003d|&#61;|&#x3d;)`;
const quote = String.raw`(\\*"|\\*&(?:amp;)*(?:quot|#34|#x22);|(?:%(?:25)*5C)*%(?:25)*22|\\+u0022)`;
const scheme = /Digest(?:\s|\+|%(?:25)*20){1,9}/gi;
const parameter = new RegExp(
  String.raw`(?:,|\s|\+|%(?:25)*2C|%(?:25)*20){0,9}([a-z]+)${equals}(?:${quote}[^]{0,2000}?\2|[^\s,"'&<>\\%]+)`,
  'iy',
);
const proof = new RegExp(String.raw`(cnonce|response)(${equals})${quote}[0-9a-f]+\3`, 'gi');
const provesSomething = /^(?:username|response|cnonce)$/i;
/** `Digest username=` in base64, wherever in the bytes it begins. */
const encodedStarts = [0, 1, 2].map((offset) =>
  Buffer.concat([Buffer.alloc(offset), Buffer.from('Digest username=')])
    .toString('base64')
    .slice([0, 2, 3][offset], 20),
);

/** `Digest username="…", …` becomes `Digest [removed]`; a challenge, which proves nothing, stays. */
function withoutDigests(text: string): string {
  const pieces: string[] = [];
  let kept = 0;
  scheme.lastIndex = 0;
  for (let match = scheme.exec(text); match !== null; match = scheme.exec(text)) {
    parameter.lastIndex = scheme.lastIndex;
    let [end, proves] = [scheme.lastIndex, false];
    for (let read = parameter.exec(text); read !== null; read = parameter.exec(text)) {
      end = parameter.lastIndex;
      proves ||= provesSomething.test(read[1] ?? '');
    }
    if (proves) pieces.push(text.slice(kept, scheme.lastIndex), removed);
    if (proves) kept = end;
    scheme.lastIndex = end;
  }
  return pieces.join('') + text.slice(kept);
}

function withoutEncoded(text: string): string {
  let clean = text;
  for (const start of encodedStarts) {
    for (let at = clean.indexOf(start); at !== -1; at = clean.indexOf(start, at + removed.length)) {
      const rest = /[\w+/=-]*(?:(?:%(?:25)*(?:2B|2F|3D)|\\+\/)[\w+/=-]*)*/iy;
      rest.lastIndex = at;
      rest.exec(clean);
      clean = clean.slice(0, at) + removed + clean.slice(rest.lastIndex);
    }
  }
  return clean;
}

/** Replaces the credentials of a digest that a server echoes, however it spells them. */
export function redactDigest(text: string): Redacted {
  const encoded = withoutEncoded(text);
  if (!/nonce|username|response=/i.test(encoded)) {
    return { text: encoded, found: encoded === text ? [] : ['the digest response'] };
  }
  const bare = encoded.replace(proof, `$1$2$3${removed}$3`);
  const found = bare === text ? [] : ['the digest response'];
  return { text: withoutDigests(bare), found };
}

const shortestProof = 8;

/** Texts that alone show how a request was signed: its Authorization values, and the response and cnonce in them. */
export function proofsIn(headers: readonly Header[]): string[] {
  return headers
    .filter(([name]) => /^(?:proxy-)?authorization$/i.test(name))
    .flatMap(([, value]) => {
      const parts = [...value.matchAll(/\b(?:response|cnonce)="([^"]+)"/gi)].map(([, part = '']) => part);
      return [value, value.replace(/^\S+\s+/, ''), ...parts];
    })
    .filter((value) => value.length >= shortestProof);
}

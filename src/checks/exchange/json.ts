import type { Exchange } from '../../wire/exchange.ts';
import { nestsDeeperThan } from '../../wire/json-text.ts';
import { asksFor } from './request.ts';
import { messageOf } from '../../wire/message-of.ts';
import { isObject } from '../../wire/json.ts';

/** The body of an answer as JSON, or why it is none. */
export type Body =
  | { readonly kind: 'empty' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'not-json'; readonly why: string };

/** A body without its envelope; `pointer` tells where in the body the content stands. */
export interface Content {
  readonly value: unknown;
  readonly pointer: '' | '/content';
  /** The envelope's status, where there is an envelope. */
  readonly status?: unknown;
}

const parsed = new WeakMap<Exchange, Body>();

/** No document of the API has ten levels; some thousand would end the judges' recursion. Source: RFC 8259, 9. */
const deepest = 200;

function parse(exchange: Exchange): Body {
  const { body: text = '', notUtf8 } = exchange.response ?? {};
  // Source: RFC 8259, 8.1, for this and the next.
  if (notUtf8) return { kind: 'not-json', why: 'its bytes are not UTF-8' };
  if (text.startsWith('\uFEFF')) return { kind: 'not-json', why: 'it begins with a byte order mark' };
  if (text.trim() === '') return { kind: 'empty' };
  if (nestsDeeperThan(text, deepest)) return { kind: 'not-json', why: `nested more than ${deepest} levels deep` };
  try {
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch (error) {
    return { kind: 'not-json', why: messageOf(error) };
  }
}

/** The body of an exchange's answer, parsed once however many judges ask. No answer counts as empty. */
export function bodyOf(exchange: Exchange): Body {
  const known = parsed.get(exchange);
  if (known !== undefined) return known;
  const body = parse(exchange);
  parsed.set(exchange, body);
  return body;
}

/**
 * What an answer is about, taken out of the envelope that the request asked for; undefined without a JSON body.
 * A list keeps its place: an envelope only adds `status` to it.
 */
export function contentOf(exchange: Exchange): Content | undefined {
  const body = bodyOf(exchange);
  if (body.kind !== 'json') return undefined;
  const { value } = body;
  if (asksFor(exchange, 'envelope') && isObject(value)) {
    if ('content' in value && 'status' in value) {
      return { value: value['content'], pointer: '/content', status: value['status'] };
    }
    if ('results' in value && 'status' in value) return { value, pointer: '', status: value['status'] };
  }
  return { value, pointer: '' };
}

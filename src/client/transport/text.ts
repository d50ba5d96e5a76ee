import { isUtf8 } from 'node:buffer';
import type { IncomingResponse } from '../types.ts';

/** The bytes of a body as text; what is no UTF-8 in them stands as U+FFFD, and that there was any is told. */
export function textOf(bytes: Buffer): Pick<IncomingResponse, 'body' | 'notUtf8'> {
  return { body: bytes.toString(), ...(!isUtf8(bytes) && { notUtf8: true }) };
}

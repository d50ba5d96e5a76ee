import { header } from '../../wire/http.ts';
import type { Guard } from '../types.ts';
import type { TransportLayer } from './layers.ts';

/**
 * A guard as a layer: nothing that is sent, by whatever client or by none, goes around it. Who asks is told by the
 * Authorization header alone, since nothing else here proves it.
 */
export const guardLayer = (guard: Guard): TransportLayer => ({
  enter({ method, url, headers, body }) {
    guard({ method, url, body, authenticated: header(headers, 'authorization') !== undefined });
    return undefined;
  },
});

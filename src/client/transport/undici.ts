import { createRequire } from 'node:module';
import { lazily } from './tls-context.ts';

const require = createRequire(import.meta.url);

/** The HTTP library. Its hundred files are loaded with the first connection of a process; one that asks nobody needs none. */
export const undici = lazily(() => require('undici') as typeof import('undici'));

import { digestHash } from '../../wire/digest.ts';
import { objectId } from '../../contract/ids.ts';

/** A source of made-up values that is the same for the same seed. */
export interface Ids {
  /** Lower-case hex digits of that number, at most 64, never the same twice. */
  hex(digits: number): string;
  /** An entity id: 24 hex digits. */
  id(): string;
  /** A host id: 32 hex digits. */
  hostId(): string;
  /** Eight lower-case letters, as the products' public keys are. */
  publicKey(): string;
  /** In the form of a UUID, as the products' private keys are. */
  privateKey(): string;
}

export function idsFrom(seed: string): Ids {
  let count = 0;
  const hex = (digits: number): string => {
    count += 1;
    return digestHash('SHA-256', `${seed}:${count}`).slice(0, digits);
  };
  return {
    hex,
    id: () => hex(24),
    hostId: () => hex(32),
    publicKey: () => hex(16).replaceAll(/../g, (pair) => String.fromCodePoint(97 + (Number.parseInt(pair, 16) % 26))),
    privateKey: () => hex(32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  };
}

const whole = new RegExp(`^${objectId}$`);

/** Whether a text is in the form of an entity's id. */
export const isEntityId = (text: string): boolean => whole.test(text);

import { sourceOn } from '../../reference-pages.ts';
import type { Requirement } from '../../requirement.ts';

/** What sets a row apart: inferred where no page establishes the operation, or of some products only. */
type More = Partial<Pick<Requirement, 'basis' | 'products'>>;

const row = (source: string, says: string, more: More): Requirement => ({
  level: 'MUST',
  basis: 'documented',
  source: sourceOn(source),
  says,
  ...more,
});

const one = (what: string): string => `${/^(?:[aeio]|SSH)/i.test(what) ? 'an' : 'a'} ${what}`;

/** The steps in the life of one kind of thing; `what` is its name without an article. */
export const created = (what: string, source: string, more: More = {}): Requirement =>
  row(source, `Creating: what was sent for a new ${what} is what the answer shows, and what is read afterwards.`, more);

export const listed = (what: string, source: string, more: More = {}): Requirement =>
  row(source, `Listing: ${one(what)} that is known to be there is in the list it belongs to.`, more);

export const updated = (what: string, source: string, more: More = {}): Requirement =>
  row(source, `Changing: the change of ${one(what)} is answered, kept, and all that changed of what was set before.`, more);

export const replaced = (what: string, source: string, more: More = {}): Requirement =>
  row(source, `Replacing: the new document of ${one(what)} is answered and kept.`, more);

export const removed = (what: string, source: string, more: More = {}): Requirement =>
  row(source, `Removing: ${one(what)} that was removed is neither found nor listed.`, more);

export const found = (what: string, source: string, more: More = {}): Requirement =>
  row(source, `Reading: ${one(what)} that a list shows is the one that is found under its own path.`, more);

/** A step that only this kind has, in words of its own. */
export const step = (says: string, source: string, more: More = {}): Requirement => row(source, says, more);

export const inferred = { basis: 'inferred' } as const satisfies More;
export const opsManager = { products: ['ops-manager'] } as const satisfies More;
export const cloudManager = { products: ['cloud-manager'] } as const satisfies More;

import { lies as kind1Lists } from './kind1-lists.ts';
import { lies as kind1Rest } from './kind1-rest.ts';
import { lies as kind2 } from './kind2.ts';
import { lies as kinds3And4 } from './kind34.ts';
import { lies as kind5 } from './kind5.ts';
import { lies as kind6 } from './kind6.ts';
import type { HeldOut } from './tools.ts';

/** What turned out to be no lie that the documents forbid, or none that this world can show, with the reason. */
export const dropped: Readonly<Record<string, string>> = {
  'a-page-of-events-has-any-number': 'no list of events has more than 500, so that no page is too large',
  'a-digest-for-the-path-does-for-any-query': 'only RFC 7616 forbids it, and Jetty never compares the two',
  'a-delete-takes-a-nonce-count-twice': 'the page speaks of the age of a nonce, not of its count',
  'an-error-about-alerts-has-a-sixth-field': 'newer servers add fields to the error document',
  'an-agent-has-no-self': 'the page of the resource shows agents without links',
};

/** Every lie of this set. */
export const heldOut: readonly HeldOut[] = [...kind1Lists, ...kind1Rest, ...kind2, ...kinds3And4, ...kind5, ...kind6].filter(
  ({ name }) => !(name in dropped),
);

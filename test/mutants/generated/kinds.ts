import type { MockOptions } from '../../../src/mock/forms/types.ts';
import { addressKinds, addressKindsEverywhere } from './address-lists.ts';
import { envelopeKinds } from './envelopes.ts';
import { fieldKinds } from './fields.ts';
import { headerKinds } from './headers.ts';
import type { Kind, KindEverywhere, Listener, Told } from './lie.ts';
import { linkKinds } from './links.ts';
import { listKinds } from './lists.ts';
import { loginKinds, loginKindsEverywhere } from './logins.ts';
import { rateKinds } from './rates.ts';
import { refusalKinds } from './refusals.ts';
import { removalKinds } from './removals.ts';
import { roleKinds } from './roles.ts';
import { statusKinds } from './statuses.ts';
import type { Vocabulary } from './vocabulary.ts';
import { writeKinds } from './writes.ts';

/** A subject of lies, and how often one is drawn of it. */
export interface Subject {
  readonly name: string;
  readonly weight: number;
  readonly kinds: readonly (Kind | KindEverywhere)[];
}

export const subjects: readonly Subject[] = [
  { name: 'fields', weight: 20, kinds: fieldKinds },
  { name: 'links', weight: 10, kinds: linkKinds },
  { name: 'lists', weight: 14, kinds: listKinds },
  { name: 'statuses', weight: 8, kinds: statusKinds },
  { name: 'refusals', weight: 9, kinds: refusalKinds },
  { name: 'headers', weight: 6, kinds: headerKinds },
  { name: 'envelopes', weight: 7, kinds: envelopeKinds },
  { name: 'logins', weight: 6, kinds: [...loginKinds, ...loginKindsEverywhere] },
  { name: 'roles', weight: 6, kinds: roleKinds },
  { name: 'writes', weight: 9, kinds: writeKinds },
  { name: 'removals', weight: 3, kinds: removalKinds },
  { name: 'rates', weight: 1, kinds: rateKinds },
  { name: 'addresses', weight: 1, kinds: [...addressKinds, ...addressKindsEverywhere] },
];

const byName = new Map(subjects.flatMap(({ kinds }) => kinds.map((kind) => [kind.name, kind])));

export const kindOf = (told: Pick<Told, 'kind'>): Kind | KindEverywhere | undefined => byName.get(told.kind);

/** The mock that tells a lie. */
export const lyingMock = (told: Told, vocabulary: Vocabulary): MockOptions => kindOf(told)!.mock(told, vocabulary);

/** Where a kind can be told, and to whom: of what there. */
export interface Place {
  readonly at: Told['at'];
  readonly to: Listener;
  readonly parts: readonly string[];
}

/** Others than the main caller are lied to of what they are shown. */
export function placesOf(kind: Kind | KindEverywhere, vocabulary: Vocabulary): readonly Place[][] {
  if ('everywhere' in kind) return [[{ at: 'everywhere', to: 'anybody', parts: kind.everywhere }]];
  return [...vocabulary.operations.values()]
    .map((seen) => {
      const { operation: at, toOthers } = seen;
      const places: Place[] = [{ at, to: 'anybody', parts: kind.parts(seen, vocabulary) }];
      const isServed = toOthers !== undefined && (toOthers.statuses.size > 0 || kind.mayBeInferred === true);
      if (kind.chooses && isServed) places.push({ at, to: 'others', parts: kind.parts(toOthers, vocabulary) });
      return places.filter(({ parts }) => parts.length > 0);
    })
    .filter((places) => places.length > 0);
}

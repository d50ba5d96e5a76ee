import * as fc from 'fast-check';
import { products } from '../../../src/contract/products.ts';
import { placesOf, subjects } from './kinds.ts';
import { nameOf, type Kind, type KindEverywhere, type Told } from './lie.ts';
import type { Vocabularies, Vocabulary } from './vocabulary.ts';

/** Lies of one kind: every operation is as likely as any other, and there every listener and every part. */
function liesOfKind(kind: Kind | KindEverywhere, vocabulary: Vocabulary): fc.Arbitrary<Told> | undefined {
  const places = placesOf(kind, vocabulary);
  if (places.length === 0) return undefined;
  const { product } = vocabulary;
  return fc
    .constantFrom(...places)
    .chain((there) => fc.constantFrom(...there))
    .chain(({ at, to, parts }) => fc.constantFrom(...parts).map((part) => ({ product, kind: kind.name, at, part, to })));
}

function liesAbout(vocabulary: Vocabulary): fc.Arbitrary<Told> {
  const bySubject = subjects.map(({ weight, kinds }) => {
    const told = kinds.map((kind) => liesOfKind(kind, vocabulary)).filter((one) => one !== undefined);
    return { weight, arbitrary: fc.constantFrom(...told).chain((one) => one) };
  });
  return fc.oneof(...bySubject);
}

/** How many of a hundred lies are told as that product. */
const shares = { 'ops-manager': 80, 'cloud-manager': 20 } as const;

/** So many unlike lies, the same for the same seed; fewer where there are no more. */
export function drawLies(count: number, seed: number, vocabularies: Vocabularies): Told[] {
  const lies = fc.oneof(...products.map((product) => ({ weight: shares[product], arbitrary: liesAbout(vocabularies[product]) })));
  const drawn = new Map<string, Told>();
  for (let tries = 0; drawn.size < count && tries < 5; tries += 1) {
    for (const told of fc.sample(lies, { numRuns: 2 * count, seed: seed + tries * 7919 })) {
      if (drawn.size === count) break;
      if (!drawn.has(nameOf(told))) drawn.set(nameOf(told), told);
    }
  }
  return [...drawn.values()];
}

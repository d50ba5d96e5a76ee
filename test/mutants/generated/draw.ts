import * as fc from 'fast-check';
import { products } from '../../../src/contract/products.ts';
import { placesOf, subjects } from './kinds.ts';
import { listeners, nameOf, type Kind, type KindEverywhere, type Listener, type Told } from './lie.ts';
import type { Vocabularies, Vocabulary } from './vocabulary.ts';

/** Who can be lied to there: others than the main caller only where such a one is served. */
function listenersAt(kind: Kind | KindEverywhere, at: Told['at'], { operations }: Vocabulary): readonly Listener[] {
  const meetsOthers = at !== 'everywhere' && operations.get(at)?.servesOthers === true;
  return kind.chooses === true && meetsOthers ? listeners : ['anybody'];
}

/** Lies of one kind: every operation is as likely as any other, and every part of it. */
function liesOfKind(kind: Kind | KindEverywhere, vocabulary: Vocabulary): fc.Arbitrary<Told> | undefined {
  const places = placesOf(kind, vocabulary);
  if (places.length === 0) return undefined;
  return fc.constantFrom(...places).chain(([at, parts]) =>
    fc.record({
      product: fc.constant(vocabulary.product),
      kind: fc.constant(kind.name),
      at: fc.constant(at),
      part: fc.constantFrom(...parts),
      to: fc.constantFrom(...listenersAt(kind, at, vocabulary)),
    }),
  );
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

import type { Judgement, Violation } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { below, seen } from '../exchange/pointer.ts';
import { shapeOf, type Entity } from '../exchange/shapes.ts';
import { isId, isSameId, pathWordsOf, type PathWords } from './path-words.ts';

/** Fields that say of an entity the same as a parameter of the path, by that; it is called alike where nothing else is said. */
const fields: ReadonlyMap<string, string> = new Map([
  ['projectId', 'groupId'],
  ...['orgId', 'clusterId', 'hostId', 'teamId', 'alertConfigId'].map((name) => [name, name] as const),
]);

/** A restore of a sharded cluster makes jobs of its shards, each with a cluster of its own. */
const ofShards = /^(?:config-server-)?restore-jobs\./;

function expectedOf({ operation, words, last }: PathWords, isAlone: boolean, isCreate: boolean): [field: string, word: string][] {
  return Object.entries(words).flatMap(([name, word]): [string, string][] => {
    if (!isId(word)) return [];
    const isOwn = name === last && !isCreate;
    if (isOwn && !isAlone) return [];
    const field = fields.get(name);
    const named = field === undefined || (ofShards.test(operation) && field !== 'groupId') ? [] : [field];
    return [...named, ...(isOwn ? ['id'] : [])].map((one) => [one, word]);
  });
}

/**
 * An entity says the same of itself as the path that it was asked for by: it is the one of that id, and its groupId is
 * the project that the path names, alone or in a list. What it does not say is not missed. Source: HTTP Methods.
 */
export function judgeOfItsPath(exchange: Exchange): Judgement {
  const shape = shapeOf(exchange);
  const path = pathWordsOf(exchange);
  if (path === undefined || (shape.kind !== 'list' && shape.kind !== 'entity')) return nothingToSee;
  const expected = expectedOf(path, shape.kind === 'entity', exchange.request.method === 'POST');
  let examined = 0;
  const faultsOf = ({ value, pointer }: Entity): Violation[] =>
    expected.flatMap(([field, word]) => {
      const found = value[field];
      if (typeof found !== 'string') return [];
      examined += 1;
      if (isSameId(found, word)) return [];
      return [at(exchange, below(pointer, field), `is ${seen(found)}, asked for was ${word}`)];
    });
  const violations = shape.entities.flatMap(faultsOf);
  return judged(examined, violations);
}

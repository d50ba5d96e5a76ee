import { operations, type OperationId } from '../../../src/contract/operations/index.ts';
import type { Layer } from '../../../src/mock/forms/types.ts';
import { countsTheRemoved, foundByItsOldName, staysOutOfSight } from '../everywhere-lies.ts';
import { haunts, stays } from '../life-lies.ts';
import { withShown } from '../lies.ts';
import { pathsOf, there, whole, type Kind, type Told } from './lie.ts';
import type { SeenOperation, Vocabulary } from './vocabulary.ts';

/** The hand-made lies want a requirement that they break; these do not say which. */
const life = 'resource.host-removed';

const isRemoval = ({ operation }: SeenOperation): boolean => operations[operation].method === 'DELETE';

/** The operation of that method on the same path, or on the collection that it belongs to. */
function beside(operation: OperationId, kind: 'item' | 'list', { operations: seen }: Vocabulary): OperationId | undefined {
  const { path } = operations[operation];
  const wanted = kind === 'item' ? path : path.replace(/\/[^/]+$/, '');
  return [...seen.keys()].find((one) => operations[one].method === 'GET' && operations[one].path === wanted);
}

/** The operation by which things of the same family are found by name. */
const byName = (operation: OperationId, { operations: seen }: Vocabulary): OperationId | undefined =>
  [...seen.keys()].find((one) => one === `${operation.split('.')[0]}.read-by-name`);

/** The same paths, with the name taken out of them. */
const nameIn = (paths: RegExp): RegExp => new RegExp(paths.source.replace(/\[\^\\?\/\]\+(?=\\?\/\?\$$)/, '([^/]+)'));

const nameFields: Readonly<Record<string, string>> = { projects: 'name', teams: 'name', users: 'username', hosts: 'hostname' };

const removing = (
  name: string,
  fits: (operation: OperationId, vocabulary: Vocabulary) => boolean,
  lie: (told: Told & { readonly at: OperationId }, vocabulary: Vocabulary) => Layer,
): Kind => ({
  name,
  hearsAll: true,
  parts: (seen, vocabulary) => (isRemoval(seen) && fits(seen.operation, vocabulary) ? whole : []),
  mock: (told, vocabulary) => ({ inner: lie(told as Told & { at: OperationId }, vocabulary) }),
});

const hasItem = (operation: OperationId, vocabulary: Vocabulary): boolean => beside(operation, 'item', vocabulary) !== undefined;
const hasList = (operation: OperationId, vocabulary: Vocabulary): boolean => beside(operation, 'list', vocabulary) !== undefined;
const hasCount = (operation: OperationId, vocabulary: Vocabulary): boolean => {
  const list = beside(operation, 'list', vocabulary);
  return list !== undefined && operations[list].kind === 'list';
};
const listOf = (operation: OperationId, vocabulary: Vocabulary): RegExp => pathsOf(beside(operation, 'list', vocabulary)!);

export const removalKinds: readonly Kind[] = [
  removing('removal.leaves-it-readable', hasItem, ({ at }) => stays('', life, pathsOf(at)).mock.inner!),
  removing(
    'removal.leaves-it-listed',
    hasList,
    ({ at }, vocabulary) => haunts('', life, pathsOf(at), listOf(at, vocabulary)).mock.inner!,
  ),
  removing(
    'removal.leaves-it-counted',
    hasCount,
    ({ at }, vocabulary) => countsTheRemoved('', life, pathsOf(at), listOf(at, vocabulary)).mock.inner!,
  ),
  removing(
    'removal.leaves-its-name',
    (operation, vocabulary) => byName(operation, vocabulary) !== undefined && nameFields[operation.split('.')[0]!] !== undefined,
    ({ at }, vocabulary) =>
      foundByItsOldName('', life, 'DELETE', pathsOf(at), nameIn(pathsOf(byName(at, vocabulary)!)), nameFields[at.split('.')[0]!]!)
        .mock.inner!,
  ),
  removing(
    'removal.is-hidden-alone',
    hasList,
    ({ at }, vocabulary) => staysOutOfSight('', life, pathsOf(at), listOf(at, vocabulary)).mock.inner!,
  ),
  {
    name: 'removal.answered-and-not-done',
    parts: (seen) => (isRemoval(seen) ? whole : []),
    mock: (told) => ({
      inner: there(told, (next) => async (request) => {
        // The root is laid out, and wrapped, as was asked for.
        const root = await next({
          ...request,
          method: 'GET',
          target: request.target.replace(/^(\/api\/public\/v1\.0)[^?]*/, '$1'),
        });
        return { ...withShown(root, () => ({})), status: 200 };
      }),
    }),
  },
];

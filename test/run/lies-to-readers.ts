import type { MockTargetOptions } from '../../src/engine/mock-target.ts';
import { loadSpecs, runTests } from '../../src/engine/run.ts';
import type { Layer } from '../../src/mock/forms/types.ts';
import {
  jsonOf,
  answering,
  hearing,
  pathOf,
  queryOf,
  rewritingEntities,
  rewritingLists,
  withJson,
  withQuery,
} from '../mutants/lies.ts';
import { verdictOf, withOutcome } from '../mutants/judged.ts';
import { targetOf } from './peoples-keys.ts';
import { errorCodeOf } from '../../src/wire/json.ts';

/**
 * `node --import tsx --conditions=engine test/run/lies-to-readers.ts`: what a run that only reads finds broken of a mock
 * that lies about what is there, by lie.
 */
const notFound = { error: 404, errorCode: 'GROUP_NOT_FOUND', reason: 'Not Found', detail: 'Nothing was found.', parameters: [] };
const without = (path: RegExp): Layer =>
  rewritingLists(({ results, ...list }, request) =>
    path.test(pathOf(request)) ? { ...list, results: results.slice(1), totalCount: Number(list['totalCount']) - 1 } : undefined,
  );
const anotherBy = (path: RegExp): Layer =>
  rewritingEntities((entity, request) => (path.test(pathOf(request)) ? { ...entity, id: 'f'.repeat(24) } : undefined));

/** Of the time of the mock, which begins in March 2026. */
const isAhead = (date: string | null): boolean => date !== null && date > '2027' && date < '2028';

const lies: Readonly<Record<string, Pick<MockTargetOptions, 'wire' | 'inner'>>> = {
  'the first of a list is left out': {
    wire: without(/^\/(?:groups|orgs|orgs\/\w+\/(?:groups|teams|teams\/\w+\/users)|groups\/\w+\/(?:hosts|alertConfigs))$/),
  },
  'a name leads to another': { wire: anotherBy(/\/byName\//) },
  'an empty list is not found': {
    wire: answering((response, request) =>
      isAhead(queryOf(request).get('minDate')) ? withJson({ ...response, status: 404 }, notFound) : response,
    ),
  },
  'no heed is paid to dates': {
    inner: hearing((request) =>
      withQuery(request, (query) => {
        if (query.get('minDate') !== 'yesterday') query.delete('minDate');
      }),
    ),
  },
  'a wrong date is answered 422': {
    wire: answering((response, request) =>
      queryOf(request).get('minDate') === 'yesterday' ? { ...response, status: 422 } : response,
    ),
  },
  'who is no member is answered 403': {
    wire: answering((response) => (errorCodeOf(jsonOf(response)) === 'NOT_IN_GROUP' ? { ...response, status: 403 } : response)),
  },
  'the list of another user is shown': {
    wire: answering((response) =>
      errorCodeOf(jsonOf(response)) === 'ACCESS_LIST_ACCESS_DENIED'
        ? withJson({ ...response, status: 200 }, { links: [], results: [], totalCount: 0 })
        : response,
    ),
  },
  'no entity comes in an envelope': {
    wire: answering((response) => {
      const { content } = (jsonOf(response) ?? {}) as { readonly content?: unknown };
      return content === undefined ? response : withJson(response, content);
    }),
  },
  'a host without statistics has a size': {
    wire: rewritingEntities((entity) => (entity['typeName'] === 'NO_DATA' ? { ...entity, lastDataSizeBytes: 4096 } : undefined)),
  },
};

const found: Record<string, readonly string[]> = {};
for (const [name, lie] of Object.entries(lies)) {
  const { settings, transport } = await targetOf('owner of a project', 'read-only', lie);
  found[name] = withOutcome(verdictOf(settings, await runTests(await loadSpecs(), { settings, transport })), 'broken');
}
process.stdout.write(JSON.stringify(found));

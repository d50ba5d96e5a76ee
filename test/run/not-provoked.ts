import { STATUS_CODES } from 'node:http';
import { mockTarget } from '../../src/engine/mock-target.ts';
import { loadSpecs, runTests } from '../../src/engine/run.ts';
import type { Layer } from '../../src/mock/forms/types.ts';
import type { ProvokingRequest } from '../../src/target/settings/types.ts';
import { jsonOf, pathOf, rewritingLists, withJson } from '../mutants/lies.ts';
import { verdictOf } from '../mutants/judged.ts';
import { errorCodeOf } from '../../src/wire/json.ts';

interface Case {
  readonly code: string;
  readonly layer?: Layer;
  readonly provoke?: ProvokingRequest;
}

const guessed = 'CANNOT_SET_CREDENTIALS_FOR_AUTH_MECHANISM';
const described = 'AUTH_MECHANISM_REQUIRES_SSL';
const hosts = /^\/groups\/\w+\/hosts$/;

const codeOf = (answer: Parameters<typeof jsonOf>[0]): unknown => errorCodeOf(jsonOf(answer));

/** Refuses to create hosts once `code` was answered to one: the valid request beside it. */
const besideRefused =
  (code: string, errorCode: string, error: number, parameters: readonly string[]): Layer =>
  (next) => {
    let isPast = false;
    return async (request) => {
      const answer = await next(request);
      if (codeOf(answer) === code) isPast = true;
      else if (isPast && request.method === 'POST' && hosts.test(pathOf(request))) {
        return {
          ...withJson(answer, { error, errorCode, reason: STATUS_CODES[error], detail: `${errorCode}.`, parameters }),
          status: error,
        };
      }
      return answer;
    };
  };

const called =
  (name: string, errorCode: string): Layer =>
  (next) =>
  async (request) => {
    const answer = await next(request);
    return codeOf(answer) === name ? withJson(answer, { ...(jsonOf(answer) as object), errorCode }) : answer;
  };

const cases: Readonly<Record<string, Case>> = {
  'as the mock has it': { code: 'HOST_NOT_FOUND' },
  'a sibling code': { code: 'HOST_NOT_FOUND', layer: called('HOST_NOT_FOUND', 'CLUSTER_NOT_FOUND') },
  'a code of no table': { code: 'HOST_NOT_FOUND', layer: called('HOST_NOT_FOUND', 'NO_HOST_THERE') },
  accepted: {
    code: 'HOST_NOT_FOUND',
    layer: (next) => async (request) => {
      const answer = await next(request);
      return codeOf(answer) === 'HOST_NOT_FOUND' ? { ...withJson(answer, {}), status: 200 } : answer;
    },
  },
  'the neighbour is refused alike': { code: guessed, layer: besideRefused(guessed, guessed, 400, []) },
  'the neighbour is forbidden': { code: guessed, layer: besideRefused(guessed, 'USER_UNAUTHORIZED', 403, []) },
  'the neighbour is refused for something else': {
    code: guessed,
    layer: besideRefused(guessed, 'INVALID_ATTRIBUTE', 400, ['port']),
  },
  'the neighbour of a described one is refused alike': {
    code: described,
    layer: besideRefused(described, described, 400, ['MONGODB_X509']),
  },
  'the neighbour of a described one is refused with the code': {
    code: described,
    layer: besideRefused(described, described, 400, []),
  },
  'another refusal that holds too': {
    code: 'CANNOT_MODIFY_SHARD_BACKUP_CONFIG',
    layer: called('CANNOT_MODIFY_SHARD_BACKUP_CONFIG', 'BACKUP_CONFIG_NOT_FOUND'),
  },
  'another refusal where a page describes the circumstance': {
    code: 'CANNOT_MODIFY_SHARD_BACKUP_CONFIG',
    layer: called('CANNOT_MODIFY_SHARD_BACKUP_CONFIG', 'CLUSTER_NOT_FOUND'),
  },
  'the caller, a user, owns what it makes': {
    code: 'CANNOT_DEMOTE_LAST_ORG_OWNER',
    layer: rewritingLists((list, request) => {
      const orgId = /^\/orgs\/(\w+)\/users$/.exec(pathOf(request))?.[1];
      const [first] = list.results;
      if (orgId === undefined || first === undefined) return undefined;
      const self = { ...first, id: '5'.repeat(24), roles: [{ orgId, roleName: 'ORG_OWNER' }] };
      return { ...list, results: [...list.results, self], totalCount: list.results.length + 1 };
    }),
  },
  'told by the file, and so': {
    code: 'HOST_NOT_FOUND',
    provoke: { method: 'GET', path: `/groups/{projectId}/hosts/${'0'.repeat(32)}` },
  },
  'told by the file, and not so': { code: 'HOST_NOT_FOUND', provoke: { method: 'GET', path: '/groups/{projectId}' } },
};

/** What became of each code, and why. `node --import tsx --conditions=engine test/run/not-provoked.ts` prints it as JSON. */
const tests = await loadSpecs();
const reported: Record<string, readonly [outcome: string, reason: string | null, verdict: string]> = {};
for (const [name, { code, layer, provoke }] of Object.entries(cases)) {
  const { settings, transport } = mockTarget({ ...(layer && { wire: layer }) });
  const chosen = tests.filter(({ details }) => details.tag.includes(`@code.${code}`));
  const run = { ...settings, target: { ...settings.target, ...(provoke && { provoke: { [code]: provoke } }) } };
  const verdict = verdictOf(run, await runTests(chosen, { transport, settings: run }), [`code.${code}`]);
  const row = verdict.requirements.find(({ id }) => id === `code.${code}`);
  reported[name] = [row?.outcome ?? '', row?.reason ?? null, verdict.verdict];
}
process.stdout.write(JSON.stringify(reported));

import type { CheckRecord, StandingRecord } from '../../src/contract/outcomes.ts';
import type { Requirement } from '../../src/contract/requirement.ts';
import type { VerdictInput } from '../../src/verdict/derive.ts';
import { deriveVerdict } from '../../src/verdict/derive.ts';
import type { TestEvidence } from '../../src/verdict/evidence.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import type { Header } from '../../src/wire/http.ts';

/** Files that the reports of a verdict are, in the order of their names. */
export const reportNames = [
  'badge.json',
  'ctrf.json',
  'evidence.ndjson',
  'junit.xml',
  'results.sarif',
  'summary.md',
  'verdict.json',
];

/** A requirement, by default a documented MUST. */
export function requirement(says: string, more: Partial<Requirement> = {}): Requirement {
  return { level: 'MUST', basis: 'documented', source: 'Lists', says, ...more };
}

/** What a test leaves behind, by default of a kept check of `list.size`. */
export function evidence(
  record: Partial<CheckRecord> = {},
  seen: readonly StandingRecord[] = [],
  exchanges: readonly Exchange[] = [],
): TestEvidence {
  return {
    record: {
      requirement: 'list.size',
      title: 'a page has its size',
      file: 'specs/principles/list.spec.ts',
      line: 12,
      outcome: 'kept',
      examined: 1,
      violations: [],
      findings: [],
      durationMs: 5,
      exchanges: exchanges.map(({ id }) => id),
      ...record,
    },
    standing: seen,
    exchanges,
  };
}

/** What a standing judge saw in one test, by default three items and nothing wrong. */
export function standing(more: Partial<StandingRecord> = {}): StandingRecord {
  const file = 'src/checks/errors/error-document.ts';
  return { requirement: 'error.shape', file, examined: 3, violations: [], findings: [], ...more };
}

/** A recorded GET of a path, by default answered with 200 and an empty object. */
export function exchange(id: string, path: string, status = 200, headers: readonly Header[] = []): Exchange {
  return {
    id,
    caller: 'main',
    kind: 'call',
    fault: null,
    secretsInResponse: [],
    durationMs: 2,
    request: { method: 'GET', url: `http://127.0.0.1:8080/api/public/v1.0${path}`, headers: [], body: null },
    response: { status, headers, body: '{}' },
  };
}

/** Input of a verdict over a catalogue of one requirement, `list.size`, without any test. */
export function verdictInput(more: Partial<VerdictInput> = {}): VerdictInput {
  return {
    requirements: { 'list.size': requirement('A page has the size that was asked for.') },
    tests: [],
    target: {
      url: 'http://127.0.0.1:8080/api/public/v1.0',
      product: 'ops-manager',
      dialect: 'access-list',
      serverVersion: '6.0.0',
    },
    run: {
      id: '2026-01-02T03-04-05-006Z-seed',
      seed: 'seed',
      startedAt: '2026-01-02T03:04:05.006Z',
      durationMs: 1500,
      requests: 7,
      risk: 'destructive',
      command: 'npx omconform run',
    },
    suite: { name: 'omconform', version: '0.1.0', catalogueHash: '0'.repeat(64) },
    only: [],
    faults: [],
    ...more,
  };
}

const exchanges = {
  size: exchange('size#1', '/groups/5f0000000000000000000001/hosts?itemsPerPage=2&pageNum=1'),
  order: exchange('order#1', '/groups'),
};

/** Input with every outcome in it. */
export function fullInput(): VerdictInput {
  return verdictInput({
    requirements: {
      'auth.challenge': requirement('A call without credentials is challenged.'),
      'list.size': requirement('A page has at most as many entities as the request asked for, and never more.'),
      'list.order': requirement('A list keeps its order.', { level: 'SHOULD', basis: 'inferred' }),
      'list.next': requirement('The last page has no next link.'),
      'error.shape': requirement('An error has five fields.', { standing: true }),
      'rate.limit': requirement('The 101st request within a minute is refused.'),
      'rate.window': requirement('The limit ends with the minute.'),
      'automation.conflict': requirement('The later modification wins.', { products: ['cloud-manager'] }),
      'resource.host': requirement('A host conforms to its schema.'),
      'resource.team': requirement('A team conforms to its schema.'),
      'code.HOST_NOT_FOUND': requirement('HOST_NOT_FOUND comes with 404.', { circumstance: 'inferred' }),
      'journey.stop': requirement('A process stops being monitored.'),
      'journey.matrix': requirement('Versions are compatible.', { untested: 'the API does not show versions' }),
    },
    tests: [
      evidence(
        {
          requirement: 'auth.challenge',
          title: 'nobody is challenged',
          file: 'specs/principles/auth.spec.ts',
        },
        [standing()],
      ),
      evidence(
        {
          outcome: 'broken',
          violations: [
            { path: '/results', message: 'has 3 entities, expected at most 2', exchange: 'size#1' },
            { path: '/totalCount', message: 'is 3, expected 57' },
          ],
        },
        [],
        [exchanges.size],
      ),
      evidence(
        {
          requirement: 'list.order',
          title: 'two readings agree',
          line: 30,
          outcome: 'broken',
          violations: [{ path: '/results/0/id', message: 'differs between two readings' }],
        },
        [],
        [exchanges.order],
      ),
      evidence({
        requirement: 'list.next',
        title: 'the last page ends',
        line: 40,
        outcome: 'known',
        reason: 'listed: EXAMPLE-1',
      }),
      ...['rate.limit', 'rate.window'].map((id) =>
        evidence({
          requirement: id,
          title: `${id} holds`,
          file: 'specs/principles/rate.spec.ts',
          outcome: 'unverified',
          examined: 0,
          reason: 'no rate-limited path is known; set TARGET_RATE_LIMITED_PATH',
          reasonKind: 'needs-setting',
          needs: { settings: ['TARGET_RATE_LIMITED_PATH'] },
        }),
      ),
      evidence({
        requirement: 'resource.host',
        title: 'hosts conform',
        outcome: 'setup-failed',
        examined: 0,
        reason: 'ECONNRESET',
        reasonKind: 'set-up',
      }),
      evidence({
        requirement: 'resource.team',
        title: 'teams conform',
        outcome: 'not-offered',
        examined: 0,
        reason: 'no /teams',
        reasonKind: 'not-offered',
      }),
      evidence({
        requirement: 'code.HOST_NOT_FOUND',
        title: 'an id that names nothing',
        file: 'specs/error-codes/monitoring/hosts.spec.ts',
        outcome: 'not-provoked',
        examined: 0,
        reason: 'accepted: 200 for GET /hosts/x',
        reasonKind: 'accepted',
      }),
      evidence({
        requirement: 'journey.stop',
        title: 'a process is let go',
        findings: [{ path: '/links/0/href', message: 'names another origin' }],
      }),
    ],
  });
}

/** The verdict of fullInput, and its exchanges. */
export function fullVerdict(): { verdict: Verdict; exchanges: Exchange[] } {
  const input = fullInput();
  return { verdict: deriveVerdict(input), exchanges: input.tests.flatMap((test) => test.exchanges) };
}

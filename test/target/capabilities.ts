import { operationFor } from '../../src/contract/operations/index.ts';
import { mockTarget } from '../../src/engine/mock-target.ts';
import { loadSpecs, runTests } from '../../src/engine/run.ts';
import type { Layer } from '../../src/mock/forms/types.ts';
import type { Capability } from '../../src/target/settings/types.ts';
import { verdictOf } from '../mutants/judged.ts';
import { pathOf } from '../mutants/lies.ts';

/** What came of a requirement on a target that lacks something. */
export interface Judged {
  readonly id: string;
  readonly outcome: string;
  readonly reason: string | null;
}

/** What a target lacks, what its file says of it, and the specs that look. */
interface Case {
  readonly lacks: RegExp;
  readonly status: 404 | 405 | 501;
  readonly says?: Readonly<Record<string, Capability>>;
  readonly specs: RegExp;
}

const principles =
  /\/principles\/(?:every-family|status|method|request-dates|list|rate)\.spec|\/resources\/|error-codes\/(?:\w+\/)?(?:hosts|generic)\.spec/;
const cases: Readonly<Record<string, Case>> = {
  readOnlyHosts: { lacks: /^hosts\.(?:create|update|remove)$/, status: 405, specs: principles },
  noPatch: { lacks: /^maintenance-windows\.update$/, status: 501, specs: principles },
  noWindows: { lacks: /^maintenance-windows\./, status: 404, specs: principles },
  windowsOff: {
    lacks: /^nothing$/,
    status: 404,
    says: { 'maintenance-windows': 'off' },
    specs: /\/(?:principles|journeys|resources)\/|error-codes\/\w+\/maint/,
  },
  windowsOn: {
    lacks: /^maintenance-windows\./,
    status: 404,
    says: { 'maintenance-windows': 'on' },
    specs: /\/resources\/conf|error-codes\/\w+\/maint/,
  },
  muchOff: {
    lacks: /^nothing$/,
    status: 404,
    says: { users: 'off', 'api-keys': 'off', alerts: 'off', 'automation-status': 'off' },
    specs: /\/principles\/(?:auth|automation|every-family|request-dates|response-values)\.spec/,
  },
  noEvents: { lacks: /^project-events\./, status: 404, specs: /principles\/rate/ },
};

const words = { 404: 'RESOURCE_NOT_FOUND', 405: 'METHOD_NOT_ALLOWED', 501: 'NOT_IMPLEMENTED' } as const;

/** Answers the operations that the target lacks as servers do that have never heard of them. */
const lacking =
  ({ lacks, status }: Case): Layer =>
  (next) =>
  (request) => {
    const [path] = request.target.split('?');
    if (!lacks.test(operationFor(request.method, pathOf(request)) ?? '')) return next(request);
    const reason = { 404: 'Not Found', 405: 'Method Not Allowed', 501: 'Not Implemented' }[status];
    const error = {
      error: status,
      reason,
      errorCode: words[status],
      parameters: [path],
      detail: `Cannot find resource ${path}.`,
    };
    return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(error) };
  };

const tests = await loadSpecs();
const judged: Record<string, Record<'asked' | 'posted', readonly string[]> & { readonly requirements: readonly Judged[] }> = {};
for (const [name, one] of Object.entries(cases)) {
  const target = mockTarget({ inner: lacking(one) });
  const settings = { ...target.settings, target: { ...target.settings.target, capabilities: one.says ?? {} } };
  const evidence = await runTests(
    tests.filter(({ file }) => one.specs.test(file)),
    { ...target, settings },
  );
  const { requirements } = verdictOf(settings, evidence);
  const pathsOf = (method?: string): string[] => {
    const sent = evidence.flatMap(({ exchanges }) => exchanges.map(({ request }) => request));
    return [
      ...new Set(
        sent.filter((request) => method === undefined || request.method === method).map(({ url }) => new URL(url).pathname),
      ),
    ];
  };
  judged[name] = {
    requirements: requirements
      .filter(({ checks }) => checks.length > 0)
      .map(({ id, outcome, reason }) => ({ id, outcome, reason })),
    asked: pathsOf(),
    posted: pathsOf('POST'),
  };
}
process.stdout.write(JSON.stringify(judged));

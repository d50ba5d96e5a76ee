import { loadSpecs } from '../../src/engine/run.ts';
import { pathOf } from '../mutants/lies.ts';
import { judged } from '../mutants/judged.ts';
import { reasonPhrase } from '../../src/wire/reasons.ts';
import type { Layer } from '../../src/mock/forms/types.ts';

/** Ways to say that there is no such method or path, by what it is said of. */
const notTaken = [
  [/^POST \/users$/, 405],
  [/^POST \/groups\/\w+\/alertConfigs$/, 501],
  [/^POST \/groups\/\w+\/hosts$/, 405],
  [/^POST \/orgs\/\w+\/teams$/, 404],
  [/^POST \/groups\/\w+\/clusters\/\w+\/snapshots$/, 405],
] as const;

// `node --import tsx --conditions=engine test/run/not-taken.ts`: the suite on a mock that takes no new things of some kinds.
const refusing: Layer = (next) => (request) => {
  const status = notTaken.find(([asked]) => asked.test(`${request.method} ${pathOf(request)}`))?.[1];
  if (status === undefined) return next(request);
  const body = JSON.stringify({ detail: 'There is no such thing here.', error: status, reason: reasonPhrase(status) });
  return { status, headers: { 'Content-Type': 'application/json', ...(status === 405 && { Allow: 'GET, HEAD' }) }, body };
};

const tests = await loadSpecs();
const [truth, seen] = [await judged(tests, {}), await judged(tests, { inner: refusing })];
process.stdout.write(
  JSON.stringify(
    seen.requirements.flatMap(({ id, outcome, reason }, index) =>
      outcome === truth.requirements[index]?.outcome ? [] : [[id, outcome, reason]],
    ),
  ),
);

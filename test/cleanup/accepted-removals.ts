import { loadSpecs } from '../../src/engine/run.ts';
import { answering } from '../mutants/lies.ts';
import type { Layer } from '../../src/mock/forms/types.ts';
import { judged } from '../mutants/judged.ts';

// `node --import tsx --conditions=engine test/cleanup/accepted-removals.ts`: removals on a mock that accepts each and carries out none.
const never: Layer = (next) => (request) =>
  request.method === 'DELETE'
    ? answering((response) => ({ ...response, status: 202, body: '{}' }))(next)({ ...request, method: 'GET' })
    : next(request);

const tests = (await loadSpecs()).filter(({ details }) => details.tag.some((tag) => /(?:removed|removes)$/.test(tag)));
const { requirements } = await judged(tests, { inner: never });
process.stdout.write(JSON.stringify(Object.fromEntries(requirements.map(({ id, outcome, reason }) => [id, [outcome, reason]]))));

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { alternating, figure, ratios, timed, type Row, type Tell } from './measure.ts';
import { output } from './processes.ts';
import { isAnswered, startBareLoop, startEngine, type Answered } from './recorded.ts';

/** How to run newman, if it is there: the variable NEWMAN, or the one that npm finds without fetching it. */
async function command(): Promise<readonly [string, ...string[]] | undefined> {
  const given = process.env['NEWMAN'];
  if (given) return [given];
  const found = await output('npx', ['--no-install', 'newman', '--version']).catch(() => undefined);
  return found?.code === 0 ? ['npx', '--no-install', 'newman'] : undefined;
}

/** The recorded requests as a collection of Postman's, in its format 2.1. */
const collectionOf = (exchanges: readonly Answered[], origin: string): object => ({
  info: { name: 'bench', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  item: exchanges.map(({ id, request }) => ({
    name: id,
    request: {
      method: request.method,
      url: origin + new URL(request.url).pathname + new URL(request.url).search,
      header: request.headers.map(([key, value]) => ({ key, value })),
      ...(request.body !== null && { body: { mode: 'raw', raw: request.body } }),
    },
  })),
});

/** newman, the usual runner of API collections, doing the requests of the suite without judging anything. */
export async function newman(tell: Tell): Promise<Row[]> {
  const words = await command();
  const worker = startEngine();
  const { exchanges: all } = await worker.run({ exchanges: true });
  const exchanges = all.filter(isAnswered);
  const subject = `newman: the same ${exchanges.length} requests, unjudged`;
  if (words === undefined) {
    worker.stop();
    const why =
      'it is not here. Put it into a folder of its own with `npm install --prefix /tmp/newman newman@6`, ' +
      'and measure with NEWMAN=/tmp/newman/node_modules/.bin/newman';
    return [{ subject, name: 'not measured', why }];
  }
  const bare = await startBareLoop(exchanges);
  const folder = mkdtempSync(path.join(tmpdir(), 'omconform-bench-'));
  const file = path.join(folder, 'collection.json');
  writeFileSync(file, JSON.stringify(collectionOf(exchanges, bare.origin)));
  const [program, ...first] = words;
  try {
    tell('newman, a bare loop and the engine, in turn');
    const samples = await alternating({
      newman: () =>
        timed(async () => {
          const { code } = await output(program, [...first, 'run', file, '--silent', '--ignore-redirects']);
          if (code !== 0) throw new Error(`newman ended with ${code}`);
        }),
      bare: bare.pass,
      engine: async () => (await worker.run()).milliseconds,
    });
    return [
      figure(
        { subject, name: 'wall time', unit: 's' },
        samples.newman.map((one) => one / 1000),
      ),
      figure({ subject, name: 'beside a bare loop', unit: '×' }, ratios(samples.newman, samples.bare)),
      figure({ subject, name: 'beside the engine', unit: '×' }, ratios(samples.newman, samples.engine)),
    ];
  } finally {
    worker.stop();
    await bare.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

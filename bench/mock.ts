import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { projectFolder } from '../src/cli/project.ts';
import { createClient } from '../src/client/client.ts';
import { liveTransport } from '../src/client/transport/live.ts';
import { createRecorder } from '../src/client/record.ts';
import type { Identity } from '../src/mock/forms/types.ts';
import { startBareServer, type GivenAnswer } from './bare-server.ts';
import { preparedRequests, requestsPerSecond } from './load.ts';
import { alternating, figure, ratios, type Row, type Tell } from './measure.ts';
import { plainEnvironment, residentMegabytes } from './processes.ts';

type Announced = Identity & { readonly url: string };

interface MockProcess extends Announced {
  /** From the start of the process to its line that says that it is ready. */
  readonly startMilliseconds: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** `omconform mock` as a user starts it. */
async function startMock(): Promise<MockProcess> {
  const begun = performance.now();
  const child: ChildProcess = spawn(process.execPath, ['src/omconform.js', 'mock', '--json'], {
    cwd: projectFolder,
    env: plainEnvironment,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await once(createInterface(child.stdout!), 'line', { signal: AbortSignal.timeout(30_000) })) as [string];
  const startMilliseconds = performance.now() - begun;
  return {
    ...(JSON.parse(line) as Announced),
    startMilliseconds,
    pid: child.pid!,
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** What the mock answers to that path, byte for byte, for the bare server to give. */
async function answerOf(announced: Announced, path: string): Promise<GivenAnswer> {
  const transport = liveTransport({ timeoutSeconds: 10 });
  const recorder = createRecorder({ test: 'bench', onExchange: () => {} });
  const client = createClient({
    baseUrl: announced.url,
    transport,
    caller: { name: 'main', ...announced },
    recorder: () => recorder,
    guard: () => {},
  });
  const answer = await client.send({ method: 'GET', path });
  await transport.close();
  return answer;
}

/** Who asks the same again is answered from memory; with a parameter that means nothing, each request is another one. */
type Asking = 'again' | 'anew';

let asked = 0;

/** Requests a second of the mock and of a bare server that gives the same bytes. */
async function throughput(server: MockProcess, path: string, asking: Asking): Promise<{ mock: number[]; bare: number[] }> {
  const answer = await answerOf(server, path);
  const bare = await startBareServer([answer]);
  const { origin, pathname } = new URL(server.url + path);
  const target = (): string => (asking === 'again' ? pathname : `${pathname}?request=${(asked += 1)}`);
  const load = { origin, target, keys: server, connections: 8, each: 1000 };
  const prepared = () => Promise.all(Array.from({ length: load.connections }, () => preparedRequests(load)));
  const sides = {
    mock: async () => requestsPerSecond(origin, await prepared()),
    bare: async () => requestsPerSecond(bare.origin, await prepared()),
  };
  try {
    await alternating(sides, { rounds: 1, seconds: 0 });
    return await alternating(sides, { rounds: 9, seconds: 20 });
  } finally {
    bare.stop();
  }
}

/** The last of them is the one that is asked. */
const processes = 5;

/** Start, memory and throughput of `omconform mock`. */
export async function mock(tell: Tell): Promise<Row[]> {
  const subject = 'mock: omconform mock';
  const starts: number[] = [];
  const memory: number[] = [];
  const rows: Row[] = [];
  for (let run = 1; run <= processes; run += 1) {
    tell(`start ${run} of ${processes}`);
    const server = await startMock();
    starts.push(server.startMilliseconds);
    const resident = residentMegabytes(server.pid);
    if (resident !== undefined) memory.push(resident);
    if (run === processes) {
      const entity = `/groups/${server.projectId}`;
      const goal = { at: 'least', value: 0.45 } as const;
      for (const [name, path, asking] of [
        ['an entity', entity, 'again'],
        ['a list', `${entity}/hosts`, 'again'],
        ['an entity, each time anew', entity, 'anew'],
        ['a list, each time anew', `${entity}/hosts`, 'anew'],
      ] as const) {
        tell(`${name} from the mock and from a bare server, in turn`);
        const samples = await throughput(server, path, asking);
        rows.push(
          figure(
            { subject, name: `${name}, beside bare http`, unit: '×', ...(asking === 'again' && { goal }) },
            ratios(samples.mock, samples.bare),
          ),
        );
        if (asking === 'again')
          rows.push(
            figure({ subject, name: `${name}, mock`, unit: '1/s' }, samples.mock),
            figure({ subject, name: `${name}, bare http`, unit: '1/s' }, samples.bare),
          );
      }
    }
    const loaded = run === processes ? residentMegabytes(server.pid) : undefined;
    if (loaded !== undefined) rows.unshift(figure({ subject, name: 'memory after the load', unit: 'MB' }, [loaded]));
    await server.stop();
  }
  const started = figure({ subject, name: 'start', unit: 'ms', goal: { at: 'most', value: 300 } }, starts);
  const name = 'memory at rest';
  const resting =
    memory.length === 0
      ? { subject, name, why: 'needs /proc' }
      : figure({ subject, name, unit: 'MB', goal: { at: 'most', value: 90 } }, memory);
  return [started, resting, ...rows];
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { projectFolder } from '../src/cli/project.ts';
import type { Exchange } from '../src/wire/exchange.ts';
import { alternating, figure, ratios, type Row, type Tell } from './measure.ts';
import { plainEnvironment, residentMegabytes } from './processes.ts';
import { startEngine } from './recorded.ts';

const many = 10_000;
/** So many times as many, to see what the size of a recording costs. */
const times = 4;

/** The floor: reads what is judged, line by line, and writes it again, as judging has to do at the least. */
const readAndWrite = `
  const { createReadStream, createWriteStream } = require('node:fs');
  const lines = require('node:readline').createInterface({ input: createReadStream(process.argv[1]) });
  const out = createWriteStream(process.argv[1] + '.copy');
  lines.on('line', (line) => out.write(JSON.stringify(JSON.parse(line)) + '\\n')).on('close', () => out.end());`;

/** What the engine's exchanges, said again and again, make as a recording of that many. */
async function record(file: string, exchanges: readonly Exchange[], count: number): Promise<void> {
  const stream = createWriteStream(file);
  for (let number = 0; number < count; number += 1) {
    if (!stream.write(`${JSON.stringify(exchanges[number % exchanges.length])}\n`)) await once(stream, 'drain');
  }
  await new Promise<void>((resolve) => {
    stream.end(resolve);
  });
}

interface Ran {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** Runs a program to its end, and looks all the while at how much memory it holds. Throws where it ends with another code. */
async function ran(args: readonly string[], codes: readonly number[]): Promise<Ran> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, { cwd: projectFolder, env: plainEnvironment, stdio: 'ignore' });
  let megabytes = 0;
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, residentMegabytes(child.pid!) ?? 0);
  }, 50);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(watch);
  if (code === null || !codes.includes(code)) throw new Error(`${args.slice(0, 2).join(' ')} ended with ${code}`);
  return { milliseconds: performance.now() - begun, megabytes };
}

/** `omconform judge` on a recording, beside reading and writing it, and on one that is four times as long. */
export async function judge(tell: Tell): Promise<Row[]> {
  tell('what is recorded');
  const engine = startEngine();
  const { exchanges } = await engine.run({ exchanges: true });
  engine.stop();
  const folder = mkdtempSync(path.join(tmpdir(), 'omconform-bench-judge-'));
  const [short, long] = [path.join(folder, 'short.ndjson'), path.join(folder, 'long.ndjson')];
  try {
    await record(short, exchanges, many);
    await record(long, exchanges, many * times);
    const memory: Record<string, number[]> = { [short]: [], [long]: [] };
    const judged = async (file: string): Promise<number> => {
      // The engine's world is no server's: what is broken in its evidence is what checks have broken.
      const { milliseconds, megabytes } = await ran(
        ['src/omconform.js', 'judge', file, '--out', path.join(folder, 'out')],
        [0, 1, 4],
      );
      memory[file]!.push(megabytes);
      return milliseconds;
    };
    tell('a recording, the same read and written, and one four times as long, in turn');
    const samples = await alternating(
      {
        judged: () => judged(short),
        floor: async () => (await ran(['--eval', readAndWrite, short], [0])).milliseconds,
        long: () => judged(long),
      },
      { rounds: 3, seconds: 120 },
    );
    const subject = `judge: ${many} exchanges`;
    return [
      figure(
        { subject, name: 'to the verdict', unit: 's', goal: { at: 'most', value: 10 } },
        samples.judged.map((one) => one / 1000),
      ),
      figure(
        { subject, name: 'beside reading and writing', unit: '×', goal: { at: 'most', value: 15 } },
        ratios(samples.judged, samples.floor),
      ),
      figure({ subject, name: 'memory', unit: 'MB' }, memory[short]!),
      figure(
        { subject, name: `memory of ${times} times as many`, unit: '×', goal: { at: 'most', value: 1.5 } },
        ratios(memory[long]!, memory[short]!),
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

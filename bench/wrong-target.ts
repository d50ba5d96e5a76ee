import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Layer } from '../src/mock/forms/types.ts';
import { liveMock, shortLived, shortLivedEnv } from '../test/support/live-mock.ts';
import { counted, numericCodes } from '../test/run/wrong-errors.ts';
import { alternating, figure, ratios, timed, type Row, type Tell } from './measure.ts';
import { output } from './processes.ts';

/** One run of `omconform run` on a mock of its own, and the exit code that it must end with. */
async function judged(layer: Layer | undefined, expected: number): Promise<{ milliseconds: number; requests: number }> {
  const { wire, count } = counted(layer);
  const endings: (() => unknown)[] = [];
  const { env } = await liveMock({ after: (end) => void endings.push(end as () => unknown) }, { ...shortLived, wire });
  const out = mkdtempSync(path.join(tmpdir(), 'omconform-bench-'));
  try {
    const milliseconds = await timed(async () => {
      const words = ['src/omconform.js', 'run', '--risk', 'irreversible', '--out', out];
      const { code } = await output(process.execPath, words, { ...env, ...shortLivedEnv });
      if (code !== expected) throw new Error(`the run ended with ${code}`);
    });
    return { milliseconds, requests: count() };
  } finally {
    for (const end of endings) await end();
    rmSync(out, { recursive: true, force: true });
  }
}

/** A run on a target that breaks every error document, beside one on the true mock. */
export async function wrongTarget(tell: Tell): Promise<Row[]> {
  const subject = 'wrong: every error document is broken';
  const requests = { right: [] as number[], wrong: [] as number[] };
  const side = (name: keyof typeof requests, layer: Layer | undefined, expected: number) => async (): Promise<number> => {
    const ended = await judged(layer, expected);
    requests[name].push(ended.requests);
    return ended.milliseconds;
  };
  tell('runs on the true mock and on the wrong one, in turn');
  const samples = await alternating(
    { right: side('right', undefined, 0), wrong: side('wrong', numericCodes, 1) },
    { rounds: 3, seconds: 120 },
  );
  return [
    figure(
      { subject, name: 'time, beside the true mock', unit: '×', goal: { at: 'most', value: 1.5 } },
      ratios(samples.wrong, samples.right),
    ),
    figure(
      { subject, name: 'requests, beside the true mock', unit: '×', goal: { at: 'most', value: 1.2 } },
      ratios(requests.wrong, requests.right),
    ),
    figure(
      { subject, name: 'the run', unit: 's' },
      samples.wrong.map((one) => one / 1000),
    ),
    figure({ subject, name: 'its requests', unit: 'requests' }, requests.wrong),
  ];
}

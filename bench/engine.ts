import { alternating, figure, ratios, type Row, type Tell } from './measure.ts';
import { isAnswered, startBareLoop, startEngine } from './recorded.ts';

/** The whole suite against the mock in one process, beside a bare loop of the requests that it makes. */
export async function engine(tell: Tell): Promise<Row[]> {
  const worker = startEngine();
  tell('the suite for the first time');
  const first = await worker.run({ exchanges: true });
  const exchanges = first.exchanges.filter(isAnswered);
  const bare = await startBareLoop(exchanges);
  try {
    const side = { engine: async () => (await worker.run()).milliseconds, bare: bare.pass };
    tell('warming up');
    await alternating(side, { rounds: 1, seconds: 0 });
    tell('the suite, and a bare loop of its requests, in turn');
    const samples = await alternating(side, { rounds: 5, seconds: 20 });
    const { checks } = first;
    const perSecond = (milliseconds: number): number => (checks / milliseconds) * 1000;
    const subject = `engine: ${checks} checks, ${exchanges.length} requests`;
    return [
      figure({ subject, name: 'checks a second', unit: '1/s', goal: { at: 'least', value: 300 } }, samples.engine.map(perSecond)),
      figure({ subject, name: 'the same, cold', unit: '1/s' }, [perSecond(first.milliseconds)]),
      figure(
        { subject, name: 'beside a bare loop', unit: '×', goal: { at: 'most', value: 3 } },
        ratios(samples.engine, samples.bare),
      ),
      figure({ subject, name: 'the bare loop', unit: 'ms' }, samples.bare),
    ];
  } finally {
    worker.stop();
    await bare.stop();
  }
}

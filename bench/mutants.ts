import { mutants as all } from '../test/mutants/index.ts';
import { alternating, figure, timed, type Row, type Tell } from './measure.ts';
import { output } from './processes.ts';

const isOfPrinciple = ({ breaks }: (typeof all)[number]): boolean => !breaks.startsWith('code.');

/** Seconds that the self-test takes for these mutants; with the true mock, in all its forms, and the equivalents. */
const run =
  (...words: readonly string[]) =>
  (): Promise<number> =>
    timed(async () => {
      const { code } = await output(process.execPath, ['--import', 'tsx', '--conditions=engine', 'test/mutants.ts', ...words]);
      if (code !== 0) throw new Error(`the mutants ended with ${code}`);
    });

/** The mutants, as the self-test runs them: those of the principles alone, and with those of the error codes. */
export async function mutants(tell: Tell): Promise<Row[]> {
  const principles = all.filter(isOfPrinciple).length;
  tell(`${principles} mutants of principles, and all ${all.length}`);
  const samples = await alternating({ principles: run('--principles'), all: run() }, { rounds: 3, seconds: 20 });
  const rowsOf = (subject: string, count: number, milliseconds: readonly number[], goal: number): Row[] => {
    const seconds = milliseconds.map((one) => one / 1000);
    return [
      figure({ subject, name: 'wall time', unit: 's', goal: { at: 'most', value: goal } }, seconds),
      figure(
        { subject, name: 'mutants a second', unit: '1/s' },
        seconds.map((one) => count / one),
      ),
    ];
  };
  return [
    ...rowsOf(`mutants: ${principles} of principles`, principles, samples.principles, 60),
    ...rowsOf(`mutants: all ${all.length}`, all.length, samples.all, 180),
  ];
}

import { mutants as all } from '../selftest/mutants/index.ts';
import { alternating, figure, timed, type Row, type Tell } from './measure.ts';
import { output } from './processes.ts';

/** All mutants, as the self-test runs them; once, or more often where that is quick. */
export async function mutants(tell: Tell): Promise<Row[]> {
  tell(`${all.length} mutants`);
  const run = (): Promise<number> =>
    timed(() => output(process.execPath, ['--import', 'tsx', '--conditions=engine', 'selftest/mutants.ts']));
  const { run: milliseconds } = await alternating({ run }, { rounds: 3, seconds: 20 });
  const subject = `mutants: all ${all.length}`;
  const seconds = milliseconds.map((one) => one / 1000);
  return [
    figure({ subject, name: 'wall time', unit: 's', goal: { at: 'most', value: 60 } }, seconds),
    figure({ subject, name: 'mutants a second', unit: '1/s' }, seconds.map((one) => all.length / one)),
  ];
}

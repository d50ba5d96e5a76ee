import { run } from 'node:test';
import { inspect } from 'node:util';
import path from 'node:path';
import type { Tally } from '../contract/tally.ts';

type Finished = {
  name: string;
  nesting: number;
  file?: string;
  skip?: unknown;
  todo?: unknown;
  details: { duration_ms?: number };
};

/**
 * Runs test files, each in a process of its own that understands TypeScript, two at a time.
 * Skipped tests and files without a test count as failed: nothing here may look like a pass that did not run.
 * `onProgress` is told how many files have come to a result, and the seconds of each so far.
 */
export async function runTestFiles(
  files: readonly string[],
  root: string,
  onProgress: (seconds: ReadonlyMap<string, number>) => void = () => {},
): Promise<Tally> {
  let passed = 0;
  const failures: string[] = [];
  const stderr = new Map<string, string>();
  const seconds = new Map<string, number>();
  const note = ({ nesting, file, details }: Finished): void => {
    if (nesting !== 0 || file === undefined) return;
    const name = path.relative(root, file);
    seconds.set(name, (seconds.get(name) ?? 0) + (details.duration_ms ?? 0) / 1000);
    onProgress(seconds);
  };
  // Node 20 does not know `execArgv` here and hands its own flags on, which is why this process runs under tsx too.
  const options = { files: [...files], concurrency: 2, execArgv: ['--import', import.meta.resolve('tsx')] };
  const stream = run(options);

  stream.on('test:stderr', ({ file, message }) => {
    if (file !== undefined) stderr.set(file, (stderr.get(file) ?? '') + message);
  });
  stream.on('test:pass', (test: Finished) => {
    note(test);
    if (isSuite(test)) return;
    const hollow =
      test.name === test.file
        ? 'holds no test'
        : test.skip !== undefined
          ? 'is skipped'
          : test.todo !== undefined
            ? 'is left to do'
            : undefined;
    if (hollow === undefined) passed += 1;
    else failures.push(describe(test, hollow, root));
  });
  stream.on('test:fail', (test: Finished & { details: { error: Error } }) => {
    note(test);
    const { error } = test.details;
    if ((error as { failureType?: string }).failureType === 'subtestsFailed') return;
    const crashed = test.name === test.file ? stderr.get(test.file) : undefined;
    failures.push(describe(test, crashed ?? messageOf(error.cause ?? error), root));
  });
  for await (const _ of stream) {
    /* the listeners above have seen it */
  }

  return { passed, failed: failures.length, report: failures.join('\n') };
}

function isSuite(test: Finished): boolean {
  return (test.details as { type?: string }).type === 'suite';
}

/** File, name and message; no line, since the runner knows only that of the compiled file. */
function describe({ name, file }: Finished, message: string, root: string): string {
  const where = file === undefined ? '?' : path.relative(root, file);
  const title = name === file ? '' : ` > ${name}`;
  return `${where}${title}\n${message.trim().replaceAll(/^(?=.)/gm, '    ')}\n`;
}

function messageOf(cause: unknown): string {
  if (!(cause instanceof Error)) return inspect(cause);
  // An assertion's message says what was expected; for anything else the place is what one needs.
  return cause.name === 'AssertionError' ? cause.message : (cause.stack ?? cause.message);
}

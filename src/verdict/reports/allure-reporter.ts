import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Suite } from '@playwright/test/reporter';
import { AllureReporter } from 'allure-playwright';
import { visibleJson } from '../../wire/visible.ts';
import { noteUnwrittenResult } from './allure.ts';

type Options = ConstructorParameters<typeof AllureReporter>[0] & { readonly resultsDir: string };

interface Writer {
  writeResult(result: { readonly uuid: string }): void;
  writeAttachment(name: string, content: string | Buffer): void;
}

/**
 * allure-playwright, which has each of its files on the disk before it goes on to the next: some thousand waits in a
 * whole run, in the process that hands out the tests. Nobody needs its results after a crash of the machine. The writer
 * is no part of its documented interface; where there is none, all is as it comes.
 *
 * Playwright makes its reporters with `new`, and takes what this returns. A listing is no run: it leaves no results.
 */
export default function quickAllureReporter(options: Options): object {
  if (process.argv.includes('--list')) return { printsToStdio: () => false };
  const reporter = new AllureReporter(options);
  const begin = reporter.onBegin.bind(reporter);
  reporter.onBegin = (suite: Suite) => {
    begin(suite);
    const { writer } = (reporter as unknown as { allureRuntime?: { writer?: Writer } }).allureRuntime ?? {};
    if (writer === undefined) return;
    const write = (name: string, content: string | Buffer): void => {
      const file = join(options.resultsDir, name);
      try {
        // The set-up of a run takes the folder of an earlier one away.
        mkdirSync(options.resultsDir, { recursive: true });
        writeFileSync(file, content);
      } catch (error) {
        noteUnwrittenResult(file, error);
      }
    };
    writer.writeResult = (result) => write(`${result.uuid}-result.json`, visibleJson(JSON.stringify(result)));
    writer.writeAttachment = write;
  };
  return reporter;
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A result as Allure reads it, as far as tests look at it. */
export interface AllureResult {
  readonly name: string;
  readonly status: string;
  readonly statusDetails: { readonly message?: string };
  readonly labels: readonly { readonly name: string; readonly value: string }[];
  readonly steps: readonly { readonly name: string; readonly attachments: readonly { readonly source: string }[] }[];
}

/** The results in a folder of Allure's; what else lies there is passed over. */
export const allureResultsIn = (folder: string): AllureResult[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('-result.json'))
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as AllureResult);

import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { departure, refuseUnless, type DocumentKind } from '../../target/input/document-schema.ts';
import { UsageError } from '../../target/input/usage-error.ts';
import { parseUserJson, readUserFile } from '../../target/input/user-file.ts';
import { exchangesByTest, exchangesOf, readEvidenceText, type Evidence, type ReadLine } from '../../verdict/recorded-run.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { hashOfEvidence } from '../../verdict/reporter/write.ts';
import { parsedJson } from '../../wire/json.ts';

const hint = 'run `omconform run` first, or name the folder of its results';

/** The evidence that a run left in a folder. Throws UsageError, with file and line, where there is none that can be read. */
export const evidenceIn = (out: string): Evidence => readIn(out, readEvidenceText);

/** The exchanges of a run, or of traffic that was judged, by what lies in its folder. Throws UsageError as evidenceIn does. */
export const exchangesIn = (out: string): Exchange[] => exchangesOf(readIn(out, exchangesByTest));

function readIn<T>(out: string, read: (text: string, readLine: ReadLine) => T): T {
  const file = path.join(out, 'evidence.ndjson');
  const text = readUserFile(file, { hint });
  try {
    return read(text, (line, number) => lineOf(line, number, file));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file}: cannot be judged again: ${(error as Error).message}`);
  }
}

function lineOf(text: string, number: number, file: string): unknown {
  const line = parseUserJson(text, file, number);
  const { kind } = (line ?? {}) as { kind?: unknown };
  const part: DocumentKind = `evidence.json#/$defs/${kind === 'run' || kind === 'test' ? kind : 'exchange'}`;
  const fault = departure(line, part);
  if (fault !== undefined) throw new UsageError(`${file}:${number}: is no line of evidence: ${fault}`);
  return line;
}

/** The settings of the run in a folder, by its evidence; undefined where that tells none of this run. */
export function settingsIn(out: string, run: string): Readonly<Record<string, unknown>> | undefined {
  const [first = ''] = readFileSync(path.join(out, 'evidence.ndjson'), 'utf8').split('\n', 1);
  const line = (parsedJson(first) ?? {}) as {
    readonly run?: { readonly id?: string };
    readonly settings?: Record<string, unknown>;
  };
  return line.run?.id === run ? line.settings : undefined;
}

/** The text of the verdict in the folder, and what it says. Throws UsageError where there is none. */
export function verdictTextIn(out: string): { readonly text: string; readonly verdict: Verdict } {
  return verdictTextOf(path.join(out, 'verdict.json'));
}

function verdictTextOf(file: string): { readonly text: string; readonly verdict: Verdict } {
  const text = readUserFile(file, { hint });
  const verdict = parseUserJson(text, file);
  refuseUnless('verdict.json', verdict, file, 'verdict of this version');
  return { text, verdict: verdict as Verdict };
}

/** The verdict in the folder. Throws UsageError where there is none. */
export const verdictIn = (out: string): Verdict => verdictTextIn(out).verdict;

/** A verdict, and the folder of its run where it lies among the other results. */
export interface PlacedVerdict {
  readonly verdict: Verdict;
  readonly folder?: string;
}

/** The verdict that a folder of results holds, or that a file is. Throws UsageError where it is none. */
export function verdictAt(place: string): PlacedVerdict {
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isFolder) return { verdict: verdictIn(place), folder: place };
  const { verdict } = verdictTextOf(place);
  return { verdict, ...(path.basename(place) === 'verdict.json' && { folder: path.dirname(place) }) };
}

/**
 * Whether the evidence in the folder is, byte for byte, what its verdict was made from. Throws UsageError when the
 * verdict does not tell.
 */
export function isEvidenceOf(out: string, { evidenceHash }: Verdict): boolean {
  if (evidenceHash === undefined) {
    throw new UsageError(`${path.join(out, 'verdict.json')}: names no hash of its evidence: an older version wrote it`);
  }
  const file = path.join(out, 'evidence.ndjson');
  readUserFile(file, { hint });
  return hashOfEvidence(readFileSync(file)) === evidenceHash;
}

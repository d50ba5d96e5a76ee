import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { junitXml } from './junit.ts';
import { evidenceText, exchangesOf, type Evidence } from './recorded-run.ts';
import { summaryMarkdown } from './summary.ts';
import type { Verdict } from './verdict.ts';

/** Where the reports of a run are. */
export interface ReportPaths {
  readonly verdict: string;
  readonly evidence: string;
  readonly junit: string;
  readonly summary: string;
}

/**
 * Writes `verdict.json`, `evidence.ndjson`, `junit.xml` and `summary.md` into the folder `out`, making it if need be.
 * All are written under another name first and renamed when all are complete, the verdict last: a reader never meets
 * half a file, nor a new verdict beside old evidence. Rejects when the folder cannot be written to.
 */
export async function writeReports(out: string, verdict: Verdict, recorded: Evidence): Promise<ReportPaths> {
  const exchanges = exchangesOf(recorded.tests);
  const evidence = evidenceText(recorded);
  const paths: ReportPaths = {
    verdict: join(out, 'verdict.json'),
    evidence: join(out, 'evidence.ndjson'),
    junit: join(out, 'junit.xml'),
    summary: join(out, 'summary.md'),
  };
  const files: [path: string, text: string][] = [
    [paths.evidence, evidence],
    [paths.junit, junitXml(verdict)],
    [paths.summary, summaryMarkdown(verdict, exchanges)],
    [paths.verdict, `${JSON.stringify({ ...verdict, evidenceHash: hashOfEvidence(evidence) }, null, 2)}\n`],
  ];
  await mkdir(out, { recursive: true });
  try {
    await Promise.all(files.map(([path, text]) => writeFile(temporary(path), text)));
    for (const [path] of files) await rename(temporary(path), path);
  } finally {
    await Promise.all(files.map(([path]) => rm(temporary(path), { force: true })));
  }
  return paths;
}

function temporary(path: string): string {
  return `${path}.${process.pid}.tmp`;
}

/** SHA-256 (hex) over the bytes of evidence.ndjson. */
export function hashOfEvidence(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

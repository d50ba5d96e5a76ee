import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { badgeJson } from '../formats/badge.ts';
import { ctrfJson } from '../formats/ctrf.ts';
import { junitXml } from '../formats/junit.ts';
import { sarifJson } from '../formats/sarif.ts';
import { evidenceText, type Evidence } from '../recorded-run.ts';
import { summaryMarkdown } from '../reports/summary.ts';
import { visibleJson } from '../../wire/visible.ts';
import type { Verdict } from '../verdict.ts';

/** Evidence that was written as it came, because it may be longer than memory. */
export interface WrittenEvidence {
  /** A complete file, to be moved to its place. */
  readonly file: string;
  /** hashOfEvidence of its bytes. */
  readonly hash: string;
}

/** Where the reports of a run are. */
export interface ReportPaths {
  readonly verdict: string;
  readonly evidence: string;
  readonly junit: string;
  readonly summary: string;
  readonly ctrf: string;
  readonly sarif: string;
  readonly badge: string;
}

/**
 * Writes `verdict.json`, `evidence.ndjson` and the reports into the folder `out`, making it if need be.
 * All are written under another name first and renamed when all are complete, the verdict last: a reader never meets
 * half a file, nor a new verdict beside old evidence. Rejects when the folder cannot be written to.
 */
export async function writeReports(out: string, verdict: Verdict, recorded: Evidence | WrittenEvidence): Promise<ReportPaths> {
  const written = 'file' in recorded ? recorded : undefined;
  const evidence = 'file' in recorded ? '' : evidenceText(recorded);
  const paths: ReportPaths = {
    verdict: join(out, 'verdict.json'),
    evidence: join(out, 'evidence.ndjson'),
    junit: join(out, 'junit.xml'),
    summary: join(out, 'summary.md'),
    ctrf: join(out, 'ctrf.json'),
    sarif: join(out, 'results.sarif'),
    badge: join(out, 'badge.json'),
  };
  const files: [path: string, text: string][] = [
    ...(written === undefined ? [[paths.evidence, evidence] as [string, string]] : []),
    [paths.junit, junitXml(verdict)],
    [paths.summary, summaryMarkdown(verdict)],
    [paths.ctrf, ctrfJson(verdict)],
    [paths.sarif, sarifJson(verdict)],
    [paths.badge, badgeJson(verdict)],
    [
      paths.verdict,
      `${visibleJson(JSON.stringify({ ...verdict, evidenceHash: written?.hash ?? hashOfEvidence(evidence) }, null, 2))}\n`,
    ],
  ];
  await mkdir(out, { recursive: true });
  try {
    await Promise.all(files.map(([path, text]) => writeFile(temporary(path), text)));
    if (written !== undefined) await rename(written.file, paths.evidence);
    for (const [path] of files) await rename(temporary(path), path);
  } finally {
    await Promise.all(
      [...files.map(([path]) => temporary(path)), ...(written === undefined ? [] : [written.file])].map((path) =>
        rm(path, { force: true }),
      ),
    );
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

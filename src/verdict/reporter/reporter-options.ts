import type { CleanupReport } from '../../contract/cleanup-report.ts';
import type { KnownDeviation } from '../../contract/known-deviation.ts';
import type { Dialect, Product } from '../../contract/products.ts';
import type { Requirement } from '../../contract/requirement.ts';
import type { WhatIf } from '../causes.ts';
import type { Evidence } from '../recorded-run.ts';
import type { ProgressOutput } from './progress.ts';

/** The part of a run's settings that a verdict speaks of. */
export interface ReporterSettings {
  readonly target: {
    readonly url: string;
    readonly product: Product;
    readonly dialect: Dialect;
    readonly known?: readonly KnownDeviation[];
    readonly insecureTls?: boolean;
  };
  readonly run: {
    readonly risk: string;
    readonly seed: string;
    readonly out: string;
    readonly only: readonly string[];
    readonly allowIncomplete: boolean;
  };
}

export interface ReporterOptions {
  readonly settings: ReporterSettings;
  readonly requirements: Readonly<Record<string, Requirement>>;
  /** What became of the things that the run made, as far as it is known at the end. */
  readonly cleanup?: { readonly report: CleanupReport | undefined };
  /** Folder against which files are named. Default: that of Playwright's configuration. */
  readonly root?: string;
  /** The command line to name in the verdict; by default Playwright's own. */
  readonly command?: string;
  /** The settings as they may be written down, so that the run can be judged again. */
  readonly settingsToRecord?: () => Readonly<Record<string, unknown>>;
  /** What would be kept if one fault were not, by judging the evidence again; undefined where that cannot be told. */
  readonly whatIf?: (evidence: Evidence) => Promise<WhatIf | undefined>;
  /** Told, in place of the output, which report could not be written and why. */
  readonly onNotWritten?: (why: string) => void;
  /** In place of standard output. */
  readonly output?: ProgressOutput;
  /** In place of this process's arguments. */
  readonly args?: readonly string[];
}

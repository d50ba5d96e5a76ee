import path from 'node:path';
import { loadDotenv } from '../target/input/dotenv-file.ts';

/** Folder of a run's reports: the one that was named, else that of the environment or `.env`, else `reports`. */
export const outFolder = (named: string | undefined): string =>
  path.resolve(named || process.env['RUN_OUT'] || loadDotenv(process.cwd())['RUN_OUT'] || 'reports');

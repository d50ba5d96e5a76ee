import { givenVariables } from '../target/input/dotenv-file.ts';
import { givenSetting } from '../target/resolve.ts';
import { out } from '../target/settings/base.ts';

/** Folder of a run's reports: the one that was named, else that of the environment or `.env`, else the usual one. Throws UsageError. */
export const outFolder = (named: string | undefined): string =>
  String(givenSetting(out, { flags: named ? { [out.name]: named } : {}, ...givenVariables() }) ?? out.parse(out.default));

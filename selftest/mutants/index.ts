import { mutants as access } from './access.ts';
import { mutants as auth } from './auth.ts';
import { mutants as automation } from './automation.ts';
import { mutants as code } from './code.ts';
import { mutants as envelope } from './envelope.ts';
import { mutants as error } from './error.ts';
import { mutants as https } from './https.ts';
import { mutants as journey } from './journey.ts';
import { mutants as livesCallers } from './lives-callers.ts';
import { mutants as livesMonitoring } from './lives-monitoring.ts';
import { mutants as livesOperations } from './lives-operations.ts';
import { mutants as link } from './link.ts';
import { mutants as list } from './list.ts';
import { mutants as method } from './method.ts';
import { mutants as request } from './request.ts';
import { mutants as response } from './response.ts';
import type { Mutant } from './mutant.ts';
import { mutants as pretty } from './pretty.ts';
import { mutants as rate } from './rate.ts';
import { mutants as resource } from './resource.ts';
import { mutants as status } from './status.ts';

/** Every mutant, area by area. */
export const mutants: readonly Mutant[] = [
  ...auth, ...access, ...https, ...link, ...list, ...envelope, ...pretty, ...status, ...error, ...rate, ...automation, ...resource, ...journey,
  ...livesCallers, ...livesMonitoring, ...livesOperations, ...method, ...request, ...response, ...code,
];

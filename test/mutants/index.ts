import { mutants as access } from './areas/access.ts';
import { mutants as agreement } from './areas/standing/agreement.ts';
import { mutants as accessLists } from './access-lists/mutants.ts';
import { mutants as auth } from './areas/auth.ts';
import { mutants as authByMethod } from './areas/auth-by-method.ts';
import { mutants as automation } from './areas/automation.ts';
import { mutants as code } from './areas/code.ts';
import { mutants as codeNamed } from './areas/code-named.ts';
import { mutants as envelope } from './areas/envelope.ts';
import { mutants as error } from './areas/error.ts';
import { mutants as everyFamily } from './areas/every-family.ts';
import { mutants as https } from './areas/https.ts';
import { mutants as journey } from './areas/journey.ts';
import { mutants as livesCallers } from './areas/lives/callers.ts';
import { mutants as livesEverywhere } from './areas/lives/everywhere.ts';
import { mutants as livesMonitoring } from './areas/lives/monitoring.ts';
import { mutants as livesOperations } from './areas/lives/operations.ts';
import { mutants as link } from './areas/link.ts';
import { mutants as list } from './areas/list.ts';
import { mutants as method } from './areas/method.ts';
import { mutants as request } from './areas/request.ts';
import { mutants as requestDates } from './areas/request-dates.ts';
import { mutants as response } from './areas/response.ts';
import { mutants as overlooked } from './areas/standing/overlooked.ts';
import { mutants as pages } from './areas/standing/pages.ts';
import type { Mutant } from './mutant.ts';
import { mutants as pretty } from './areas/pretty.ts';
import { mutants as rate } from './areas/rate.ts';
import { mutants as resource } from './areas/resource.ts';
import { mutants as status } from './areas/status.ts';
import { mutants as writes } from './areas/writes.ts';
import { mutants as writesOfOthers } from './areas/writes-of-others.ts';

/** Every mutant, area by area. */
export const mutants: readonly Mutant[] = [
  ...auth,
  ...authByMethod,
  ...access,
  ...accessLists,
  ...https,
  ...everyFamily,
  ...link,
  ...list,
  ...overlooked,
  ...pages,
  ...envelope,
  ...pretty,
  ...status,
  ...error,
  ...rate,
  ...automation,
  ...resource,
  ...journey,
  ...writes,
  ...writesOfOthers,
  ...livesCallers,
  ...livesEverywhere,
  ...livesMonitoring,
  ...livesOperations,
  ...method,
  ...request,
  ...requestDates,
  ...response,
  ...agreement,
  ...code,
  ...codeNamed,
];

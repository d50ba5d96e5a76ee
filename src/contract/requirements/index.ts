import type { Area, Requirement } from '../requirement.ts';
import { access } from './access.ts';
import { auth } from './auth.ts';
import { automation } from './automation.ts';
import { code } from './code.ts';
import { envelope } from './envelope.ts';
import { error } from './error.ts';
import { https } from './https.ts';
import { journey } from './journey.ts';
import { link } from './link.ts';
import { list } from './list.ts';
import { method } from './method.ts';
import { pretty } from './pretty.ts';
import { rate } from './rate.ts';
import { request } from './request.ts';
import { resource } from './resource.ts';
import { resourceLives } from './resources/lives.ts';
import { response } from './response.ts';
import { status } from './status.ts';

/** The catalogue: everything that is asked of a target. */
export const requirements = {
  ...auth,
  ...access,
  ...https,
  ...method,
  ...request,
  ...response,
  ...link,
  ...list,
  ...envelope,
  ...pretty,
  ...status,
  ...error,
  ...rate,
  ...automation,
  ...resource,
  ...resourceLives,
  ...journey,
  ...code,
} as const;

export type RequirementId = keyof typeof requirements;

/** The row of a requirement, with the optional fields of every row. */
export const requirementOf = (id: RequirementId): Requirement => requirements[id];

/** The area that a requirement's id begins with. */
export const areaOf = (id: string): Area => id.slice(0, id.indexOf('.')) as Area;

import type { ParameterOf } from '../../contract/path-templates.ts';
import type { BodyRule } from './body.ts';
import type { Product } from '../../contract/products.ts';
import type { PathEntities } from '../world/path-entities.ts';
import type { Call, Reply } from './reply.ts';
import type { Fields } from '../world/json.ts';
import { nothingMore } from '../world/roles.ts';
import type { Need } from '../world/roles.ts';

/** What the parameters of a path stand for, found and typed: `/groups/{group}/hosts/{host}` gives a Group and a Host. */
export type At<P extends string> = Pick<PathEntities, ParameterOf<P> & keyof PathEntities>;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface RouteOptions {
  /** What the caller needs beyond membership in the project or organization that the path names. */
  readonly need?: Need;
  readonly body?: BodyRule;
  /** The entity that is to be changed, as it is shown; default: what GET shows at the same path. */
  readonly shown?: (at: PathEntities, call: Call) => Fields;
  /** Counts against the project's requests in the current window. */
  readonly rateLimited?: true;
  /** Open only to callers who have an access list that admits them. */
  readonly accessListRequired?: true;
  readonly product?: Product;
  /** Served to whoever asks, with no caller to speak of. */
  readonly open?: true;
}

/** One method of one resource. */
export interface Route extends RouteOptions {
  readonly method: Method;
  /** Below the base path, in the words of the access-list dialect. */
  readonly path: string;
  readonly need: Need;
  readonly handle: (at: PathEntities, call: Call) => Reply;
}

/** A row of the table of routes. HEAD follows from GET, 405 and `Allow` from the rows of a path. */
export function route<P extends string>(
  method: Method,
  path: P,
  options: RouteOptions,
  handle: (at: At<P>, call: Call) => Reply,
): Route {
  return { need: nothingMore, ...options, method, path, handle };
}

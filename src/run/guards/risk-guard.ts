import type { Guard, GuardedCall } from '../../client/types.ts';
import { pathBelow } from '../../contract/path-templates.ts';
import { irreversible } from '../../contract/operations/irreversible.ts';
import { operationFor, operations, supportedMethods } from '../../contract/operations/index.ts';
import { risks, type Risk } from '../../contract/risks.ts';
import { removalFor } from '../../cleanup/create-intent.ts';
import type { RunLedger } from '../../cleanup/ledger.ts';
import { touchesPeople } from './persons.ts';
import { needs, reason } from '../../contract/reasons.ts';
import { unverified } from '../test/unmet.ts';

/** What the guard of `own-resources` has to know: where the API begins, and what the run has made there. */
export interface Ownership {
  readonly baseUrl: string;
  readonly ledger: Pick<RunLedger, 'owns' | 'isForeign'>;
}

/** The least that a run must be allowed to do to send a request; and, of what cannot be undone, what it does. */
export interface Demand {
  readonly risk: Risk;
  readonly why?: string;
}

/**
 * What a request demands.
 *
 * - `read-only`: GET, HEAD, and requests without credentials, but for the one write that needs none.
 * - `own-resources`: writes below what the run has made; new things beside what was there; and, without a body, methods
 *   that no page gives a resource, which are meant to be refused. None of them for a person who is not the run's own.
 * - `irreversible`: what nothing takes back, done to what the run did not make.
 * - `destructive`: everything else.
 */
export function demandOf(call: GuardedCall, { baseUrl, ledger }: Ownership): Demand {
  const { method, url, authenticated, body } = call;
  if (method === 'GET' || method === 'HEAD') return { risk: 'read-only' };
  const path = pathBelow(baseUrl, url);
  if (path === undefined) return { risk: 'irreversible', why: 'lies outside of the API' };
  if (!authenticated && !needsNoCredentials(method, path)) return { risk: 'read-only' };
  if (ledger.owns(path) || putsBeside(call, path) || isMeantToBeRefused(call, path)) {
    const why = touchesPeople(method, path, body, ledger.owns);
    return why === undefined ? { risk: 'own-resources' } : { risk: 'destructive', why };
  }
  const why = irreversible(method, path, body);
  return why === undefined ? { risk: 'destructive' } : { risk: 'irreversible', why };
}

/**
 * Holds whatever is sent to what the risk allows; asked before a byte leaves, so that no spec can go beyond it by
 * mistake. Outside of the API nothing is ever changed, nor is what the target only calls the run's own.
 */
export function guardFor(risk: Risk, ownership: Ownership): Guard {
  return (call) => {
    const { method, url } = call;
    const demand = demandOf(call, ownership);
    const path = pathBelow(ownership.baseUrl, url);
    if (path === undefined && demand.risk !== 'read-only')
      return unverified(reason('outside', `${method} ${new URL(url).pathname} lies outside of the API`));
    if (path !== undefined && demand.risk !== 'read-only' && ownership.ledger.isForeign(path)) {
      unverified(reason('outside', `${method} ${path} concerns what the target only calls the run's own`));
    }
    if (risks.indexOf(demand.risk) <= risks.indexOf(risk)) return;
    if (risk === 'read-only') unverified(needs.risk('own-resources', `sends ${method}, which read-only forbids`));
    unverified(
      needs.risk(
        demand.risk,
        `${method} ${path} ${demand.why ?? 'concerns what was there before'}`,
        "a project of the run's own",
      ),
    );
  };
}

function needsNoCredentials(method: string, path: string): boolean {
  const id = operationFor(method, path);
  return id !== undefined && operations[id].unauthenticated === true;
}

const putsBeside = ({ method }: GuardedCall, path: string): boolean => method === 'POST' && removalFor(path)?.row.beside === true;

/**
 * A resource that has no such method by the documents, and nothing is sent that could change it. DELETE could: it only
 * goes to the root, which is nothing that can go.
 */
const isMeantToBeRefused = ({ method, body }: GuardedCall, path: string): boolean =>
  (method !== 'DELETE' || path === '') &&
  body === null &&
  operationFor(method, path || '/') === undefined &&
  supportedMethods(path || '/').length > 0;
/** Guards one after the other: the first that says no is heard. */
export const allOf =
  (...guards: readonly Guard[]): Guard =>
  (call) => {
    for (const guard of guards) guard(call);
  };

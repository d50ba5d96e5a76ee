import { bodyOf } from '../checks/exchange/json.ts';
import type { Secrets } from '../client/redaction/redact.ts';
import type { Answer, Client, Transport } from '../client/types.ts';
import type { Risk } from '../contract/risks.ts';
import type { Settings } from '../target/settings/types.ts';
import { risks } from '../contract/risks.ts';
import type { RequirementId } from '../contract/requirements/index.ts';
import { isOfGateway } from '../wire/gateway.ts';
import { idInWords, isId } from '../wire/ids.ts';
import { runningTest, type Unmet } from './test/current-test.ts';
import type { RunLedger } from '../cleanup/ledger.ts';
import type { Names } from '../cleanup/names.ts';
import { insistWhereOn, isMissing } from './offered.ts';
import { undo } from '../cleanup/undo.ts';
import { needs, reason } from '../contract/reasons.ts';
import { notOffered, unanswered, unmetAs, unverified } from './test/unmet.ts';
import { isObject } from '../wire/json.ts';
import { requestInShort } from '../checks/exchange/request.ts';

/** What a worker keeps from test to test: who it talks to, what it made, and what it already found out. */
export interface Session {
  readonly settings: Settings;
  readonly transport: Transport;
  /** The main caller. */
  readonly client: Client;
  readonly names: Names;
  /** What must be in nothing that the run says. */
  readonly secrets: Secrets;
  /**
   * The value of `make`, made by the first test that needs it and shared by the rest.
   * When making it could not be done, every test that needs it ends for the same reason.
   */
  once<T>(key: string, make: () => Promise<T>): Promise<T>;
  /** Ends the test as unverified when the run may not do this to the target. */
  needs(risk: Risk, why: string): void;
  /** Which test of the worker begins now, from 1. */
  nextTurn(): number;
  /** Notes what is done to the target, and tells what there is the run's own. */
  readonly ledger: RunLedger;
  /** Removes what the worker made, the last first, and lets the connections go. What cannot be removed stays in the ledger. */
  end(): Promise<void>;
}

type Remembered = { readonly value: unknown } | { readonly unmet: Unmet };

export function openSession(parts: Pick<Session, 'settings' | 'transport' | 'client' | 'names' | 'secrets' | 'ledger'>): Session {
  const remembered = new Map<string, Remembered>();
  let turn = 0;

  return {
    ...parts,
    nextTurn: () => ++turn,

    async once<T>(key: string, make: () => Promise<T>): Promise<T> {
      const known = remembered.get(key);
      if (known === undefined) {
        try {
          const value = await make();
          remembered.set(key, { value });
          return value;
        } catch (error) {
          const unmet = runningTest()?.unmet;
          if (unmet !== undefined) remembered.set(key, { unmet });
          throw error;
        }
      }
      return 'unmet' in known ? unmetAs(known.unmet) : (known.value as T);
    },

    needs(risk, why) {
      const allowed = parts.settings.run.risk;
      if (risks.indexOf(allowed) >= risks.indexOf(risk)) return;
      unverified(needs.risk(risk, why));
    },

    async end() {
      // Calls of one caller go out in turn: one whose answer does not come must not hold this up.
      await undo(parts.ledger, parts.client.as(parts.client.caller), { readBack: false });
      await parts.transport.close();
    },
  };
}

/**
 * Ends the test unless a step of its preparation was answered with one of these statuses: as not offered where the
 * target has no such path or method (as broken where its file says that it has), else as unverified.
 */
export function prepared(answer: Answer, what: string, ...statuses: readonly number[]): Answer {
  const wanted = statuses.length > 0 ? statuses : [200, 201];
  if (wanted.includes(answer.status)) return answer;
  const { method, url } = answer.exchange.request;
  if (isOfGateway(answer)) {
    return unanswered(`what stands before the target answered ${method} ${new URL(url).pathname} in its place: ${answer.status}`);
  }
  if (isMissing(answer)) {
    const settings = runningTest()?.settings;
    if (settings !== undefined) insistWhereOn(settings, answer, what);
    return notOffered(requestInShort(answer.exchange));
  }
  noteServerError(answer, what);
  const said = detailOf(answer);
  return unverified(
    reason('refused-preparation', `could not ${what}: ${method} ${new URL(url).pathname} was answered ${answer.status}${said}`),
  );
}

const serverError: RequirementId = 'status.no-server-error';

/** A step of a preparation is a request that the documents allow: where the server failed at it, that is noted beside the check. */
function noteServerError({ status, exchange }: Answer, what: string): void {
  if (status < 500 || status === 501) return;
  const violations = [{ path: 'status', message: `is ${status} in answer to the attempt to ${what}`, exchange: exchange.id }];
  runningTest()?.alsoSeen.push({ requirement: serverError, file: 'src/run/session.ts', examined: 1, violations, findings: [] });
}

function detailOf(answer: Answer): string {
  // As it was recorded: an error may repeat the credentials it was asked with.
  const body = bodyOf(answer.exchange);
  const { errorCode, detail } = body.kind === 'json' && isObject(body.value) ? body.value : {};
  const words = [errorCode, detail].filter((word): word is string => typeof word === 'string');
  return words.length > 0 ? ` (${words.join(': ')})` : '';
}

/** The field of a document that the preparation of a test depends on. */
export function fieldOf(answer: Answer, name: string): string {
  const value = (answer.json as Record<string, unknown> | undefined)?.[name];
  const { method, url } = answer.exchange.request;
  if (/^_?id$/.test(name) && value !== undefined && !isId(value)) {
    return unverified(
      reason(
        'unusable-answer',
        `the answer to ${method} ${new URL(url).pathname} has the ${name} ${idInWords(value)}, which is no id`,
      ),
    );
  }
  if (typeof value === 'string') return value;
  const lacks = answer.json === undefined ? 'is no JSON' : `has no string ${name}`;
  return unverified(reason('unusable-answer', `the answer to ${method} ${new URL(url).pathname} ${lacks}`));
}

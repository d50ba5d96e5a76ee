import assert from 'node:assert/strict';

import type { Judgement } from '../../src/contract/outcomes.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import type { Header } from '../../src/wire/http.ts';

export const base = 'https://om.example.com/api/public/v1.0';
export const id = '5b9a0d1e3f4c5a6b7c8d9e0f';
export const json: Header = ['Content-Type', 'application/json'];

export interface Made {
  readonly method?: string;
  readonly path?: string;
  readonly status?: number;
  readonly body?: unknown;
  readonly text?: string;
  readonly notUtf8?: true;
  readonly headers?: readonly Header[];
  readonly caller?: string;
  readonly kind?: Exchange['kind'];
  readonly secrets?: readonly string[];
}

/** An exchange as a good server would make it, but for what `made` says. */
export function exchange(made: Made = {}): Exchange {
  const { method = 'GET', path = '/groups', status = 200, headers = [json], caller = 'main', kind = 'call' } = made;
  const body = made.text ?? (made.body === undefined ? '' : JSON.stringify(made.body));
  return {
    id: 'a test#1',
    caller,
    kind,
    secretsInResponse: made.secrets ?? [],
    fault: null,
    durationMs: 1,
    request: { method, url: base + path, headers: [], body: null },
    response: { status, headers, body, ...(made.notUtf8 && { notUtf8: true }) },
  };
}

export const self = (path: string) => ({ rel: 'self', href: base + path });
export const team = (more: Record<string, unknown> = {}) => ({ id, name: 'DBAs', links: [self(`/orgs/x/teams/${id}`)], ...more });
export const teamAnswer = (more: Record<string, unknown> = {}, made: Made = {}) =>
  exchange({ path: `/orgs/x/teams/${id}`, body: team(more), ...made });
export const error = (more: Record<string, unknown> = {}) => ({
  detail: 'Cannot find resource /x.',
  error: 404,
  errorCode: 'RESOURCE_NOT_FOUND',
  parameters: ['/x'],
  reason: 'Not Found',
  ...more,
});
export const refused = (more: Record<string, unknown> = {}, made: Made = {}) =>
  exchange({ status: 404, body: error(more), ...made });
export const login = { detail: 'You are not authorized for this resource.', error: 401, reason: 'Unauthorized' };
export const good = [
  'WWW-Authenticate',
  'Digest realm="MMS Public API", domain="", nonce="abc", algorithm=MD5, qop="auth", stale=false',
] as const;

export function page(query: string, totalCount: number, count: number, rels: readonly (readonly [string, string])[]): Exchange {
  const results = Array.from({ length: count }, () => team());
  const links = rels.map(([rel, to]) => ({ rel, href: `${base}/orgs/x/teams${to}` }));
  return exchange({ path: `/orgs/x/teams${query}`, body: { totalCount, results, links } });
}
export const list = (more: Record<string, unknown> = {}, made: Made = {}) =>
  exchange({
    path: '/orgs/x/teams',
    body: { totalCount: 1, results: [team()], links: [self('/orgs/x/teams')], ...more },
    ...made,
  });

export function passes(judgement: Judgement): void {
  assert.deepEqual(judgement.violations, []);
  assert.ok(judgement.examined > 0, 'nothing was examined');
}
export function passesWithFinding(judgement: Judgement): void {
  assert.deepEqual(judgement.violations, []);
  assert.ok((judgement.findings ?? []).length > 0, 'no finding');
}
export function fails(judgement: Judgement, ...paths: readonly string[]): void {
  assert.ok(judgement.examined > 0, 'nothing was examined');
  assert.ok(judgement.violations.length > 0, 'no violation');
  if (paths.length > 0)
    assert.deepEqual(
      judgement.violations.map(({ path }) => path),
      paths,
    );
}
export function seesNothing(judgement: Judgement): void {
  assert.deepEqual({ examined: judgement.examined, violations: judgement.violations }, { examined: 0, violations: [] });
}

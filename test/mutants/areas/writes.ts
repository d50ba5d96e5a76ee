import type { RequirementId } from '../../../src/contract/requirements/index.ts';
import type { Layer } from '../../../src/mock/forms/types.ts';
import { isObject, parsedJson } from '../../../src/wire/json.ts';
import { answering, bodyOf, jsonOf, onlyFor, rewritingErrors, withBody, withJson } from '../lies.ts';
import { families, type Place } from '../families.ts';
import type { Mutant } from '../mutant.ts';
import { overlooking, stillRefused } from '../overlooking.ts';

/*
 * Lies about sentences that hold for every write, each told by one family alone: what is only tried on the first of them
 * sees none of these.
 */

/** The same lie in each of some places. */
const each = (
  name: string,
  breaks: RequirementId,
  places: readonly Place[],
  lie: Layer,
  also?: readonly RequirementId[],
): Mutant[] =>
  places.map(([method, family]) => ({
    name: `${name}-${method.toLowerCase()}-${family.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    breaks,
    ...(also && { also }),
    mock: { inner: onlyFor(method, families[family], lie) },
  }));

const silent = (code: string): Layer =>
  rewritingErrors((error) =>
    error['errorCode'] === code
      ? { ...error, detail: 'An attribute of the request is not accepted.', parameters: [] }
      : undefined,
  );

/** Fails over a body instead of refusing it. */
const failingOver = (isMeant: (body: string) => boolean): Layer =>
  answering((answer, request) =>
    answer.status === 400 && isMeant(request.body)
      ? {
          ...withJson(answer, {
            detail: 'Unexpected error.',
            error: 500,
            errorCode: 'UNEXPECTED_ERROR',
            parameters: [],
            reason: 'Internal Server Error',
          }),
          status: 500,
        }
      : answer,
  );

const isNoJson = (body: string): boolean => body !== '' && parsedJson(body) === undefined;

/** Takes a body for what it was meant to be; what is then answered is told of the refusal, or is the refusal. */
const taking =
  (meant: (body: string) => string | undefined, isRefusedAllTheSame = false): Layer =>
  (next) =>
  async (request) => {
    const body = meant(request.body);
    if (body === undefined) return next(request);
    const done = await next({ ...request, body });
    return isRefusedAllTheSame ? next(request) : done;
  };

const firstOf = (body: string): string | undefined => {
  const json = parsedJson(body);
  return Array.isArray(json) && json.length === 1 ? JSON.stringify(json[0]) : undefined;
};
const mended = (body: string): string | undefined => (isNoJson(body) && parsedJson(`${body}}`) ? `${body}}` : undefined);
const mendedArray = (body: string): string | undefined => (isNoJson(body) && parsedJson(`${body}]`) ? `${body}]` : undefined);
const nothingFor = (isMeant: (body: string) => boolean) => (body: string) => (isMeant(body) ? '{}' : undefined);

/** Keeps, in a replaced document, the fields that a new one does not have. */
const merging: Layer = (next) => async (request) => {
  const document = bodyOf(request);
  if (document === undefined) return next(request);
  const answer = jsonOf(await next({ ...request, method: 'GET', body: '' })) as Record<string, unknown>;
  const there = isObject(answer['content']) ? answer['content'] : answer;
  const { links: _, id: __, created: ___, updated: ____, typeName: _____, groupId: ______, version: _______, ...rest } = there;
  return next(withBody(request, { ...rest, ...document }));
};

export const mutants: readonly Mutant[] = [
  ...each(
    'write-overlooks-an-unknown-field',
    'response.unknown-field-on-create-is-400',
    [
      ['POST', 'teams'],
      ['POST', 'users'],
      ['POST', 'accessLists'],
      ['POST', 'restores'],
    ],
    overlooking('INVALID_ATTRIBUTE', 'own'),
  ),
  ...each(
    'write-overlooks-an-unknown-field',
    'response.unknown-field-on-update-is-400',
    [
      ['PATCH', 'organizations'],
      ['PUT', 'globalConfigs'],
      ['PUT', 'monitoringAgent'],
      ['PATCH', 'clusters'],
      ['PATCH', 'projectTeams'],
    ],
    overlooking('INVALID_ATTRIBUTE', 'own'),
  ),
  ...each(
    'write-overlooks-a-field-inside',
    'response.unknown-nested-field-on-create-is-400',
    [
      ['POST', 'users'],
      ['POST', 'restores'],
      ['POST', 'globalConfigs'],
    ],
    overlooking('INVALID_ATTRIBUTE', 'inside'),
  ),
  ...each(
    'write-overlooks-a-field-inside',
    'response.unknown-nested-field-on-update-is-400',
    [
      ['PATCH', 'users'],
      ['PUT', 'globalConfigs'],
    ],
    overlooking('INVALID_ATTRIBUTE', 'inside'),
  ),
  ...each(
    'write-does-not-name-an-unknown-field',
    'response.unknown-field-is-named',
    [
      ['POST', 'apiKeys'],
      ['PATCH', 'schedules'],
      ['POST', 'invitations'],
    ],
    silent('INVALID_ATTRIBUTE'),
  ),
  ...each(
    'write-overlooks-a-read-only-field',
    'response.read-only-field-is-400',
    [
      ['PATCH', 'teams'],
      ['PATCH', 'snapshots'],
      ['PUT', 'globalConfigs'],
      ['POST', 'projectKeys'],
      ['PATCH', 'logJobs'],
    ],
    overlooking('ATTRIBUTE_READ_ONLY', 'own'),
    ['method.patch-updates-named-fields'],
  ),
  ...each(
    'write-does-not-name-a-read-only-field',
    'response.read-only-field-is-named',
    [
      ['PATCH', 'windows'],
      ['POST', 'organizations'],
    ],
    silent('ATTRIBUTE_READ_ONLY'),
  ),
  ...each(
    'write-refused-for-a-field-is-done',
    'response.rejected-create-makes-nothing',
    [
      ['POST', 'projects'],
      ['POST', 'apiKeys'],
      ['POST', 'globalConfigs'],
      ['POST', 'sshKeys'],
    ],
    overlooking('INVALID_ATTRIBUTE', 'own', stillRefused),
  ),
  ...each(
    'write-refused-for-a-field-is-done',
    'response.rejected-update-applies-nothing',
    [
      ['PATCH', 'teams'],
      ['PATCH', 'apiKeys'],
      ['PUT', 'backupAgent'],
      ['PATCH', 'users'],
    ],
    overlooking('INVALID_ATTRIBUTE', 'own', stillRefused),
  ),
  ...each(
    'write-fails-over-no-json',
    'request.malformed-json-is-400',
    [
      ['POST', 'teamUsers'],
      ['PATCH', 'backups'],
    ],
    failingOver(isNoJson),
  ),
  ...each(
    'write-takes-an-array-of-one',
    'request.array-for-object-is-400',
    [
      ['POST', 'projects'],
      ['PATCH', 'users'],
    ],
    taking(firstOf),
  ),
  ...each(
    'write-takes-a-scalar-for-nothing',
    'request.scalar-for-object-is-400',
    [
      ['PATCH', 'organizations'],
      ['PATCH', 'alerts'],
    ],
    taking(nothingFor((body) => body === 'null' || ['number', 'string', 'boolean'].includes(typeof parsedJson(body)))),
  ),
  ...each(
    'write-takes-no-body-for-nothing',
    'request.empty-body-is-400',
    [
      ['PATCH', 'apiKeys'],
      ['PUT', 'monitoringAgent'],
    ],
    taking(nothingFor((body) => body === '')),
  ),
  ...each(
    'write-refuses-no-json-and-does-it',
    'request.unreadable-body-changes-nothing',
    [
      ['POST', 'agentKeys'],
      ['PATCH', 'projects'],
      ['PUT', 'globalConfigs'],
    ],
    taking(mended, true),
  ),
  ...each(
    'write-refuses-no-json-and-does-it',
    'request.unreadable-body-changes-nothing',
    [['POST', 'accessLists']],
    taking(mendedArray, true),
  ),
  ...each(
    'put-merges',
    'method.put-replaces',
    [
      ['PUT', 'globalConfigs'],
      ['PUT', 'backupAgent'],
    ],
    merging,
  ),
  {
    name: 'put-merges-the-automation-configuration',
    breaks: 'method.put-replaces',
    also: ['automation.config-replaced'],
    mock: { inner: onlyFor('PUT', /\/automationConfig$/, merging) },
  },
];

import { NetworkFault } from '../../../src/client/types.ts';
import type { Layer } from '../../../src/mock/forms/types.ts';
import type { Mutant } from '../mutant.ts';
import { answering, onlyFor, pathOf, rewriting, rewritingEntities, rewritingErrors } from '../lies.ts';
import { overlooking, stillRefused } from '../overlooking.ts';

type Json = Record<string, unknown>;

const host = /^\/groups\/[^/]+\/hosts\/[0-9a-f]+$/;
/** Read by few checks but those that look at its schema. */
const aside = /^\/groups\/[^/]+\/events\/[0-9a-f]+$/;
const hosts = /^\/groups\/[^/]+\/hosts(\/|$)/;
const windows = /^\/groups\/[^/]+\/maintenanceWindows(\/|$)/;
const alertConfigs = /^\/groups\/[^/]+\/alertConfigs(\/|$)/;

/** Says that a field is wrong, and not which. */
const silentAbout = (code: string) =>
  onlyFor(
    undefined,
    hosts,
    rewritingErrors((error) =>
      error['errorCode'] === code
        ? { ...error, detail: 'An attribute of the request cannot be accepted.', parameters: [] }
        : undefined,
    ),
  );

/** Changes hosts that are read alone, in an envelope or without. */
const onHosts = (change: (entity: Json) => Json): Layer =>
  onlyFor(
    'GET',
    host,
    rewritingEntities((document) =>
      'content' in document ? { ...document, content: change(document['content'] as Json) } : change(document),
    ),
  );

export const mutants: readonly Mutant[] = [
  ...(
    [
      ['one-event', aside],
      ['the-automation-status', /\/automationStatus$/],
      ['one-team', /^\/orgs\/[^/]+\/teams\/[0-9a-f]{24}$/],
    ] as const
  ).map(([what, path]): Mutant => ({
    name: `the-answer-with-${what}-breaks-off`,
    breaks: 'response.content-type-json',
    mock: {
      wire: onlyFor('GET', path, (next) => async (request) => {
        const answer = await next(request);
        if (answer.status !== 200) return answer;
        throw new NetworkFault('reset', 'the connection was closed before the answer was complete');
      }),
    },
  })),
  {
    name: 'unknown-field-is-ignored-on-create',
    breaks: 'response.unknown-field-on-create-is-400',
    mock: { inner: onlyFor('POST', windows, overlooking('INVALID_ATTRIBUTE', 'own')) },
  },
  {
    name: 'unknown-field-is-ignored-on-patch',
    breaks: 'response.unknown-field-on-update-is-400',
    mock: { inner: onlyFor('PATCH', hosts, overlooking('INVALID_ATTRIBUTE', 'own')) },
  },
  {
    name: 'unknown-field-is-ignored-on-put',
    breaks: 'response.unknown-field-on-update-is-400',
    mock: { inner: onlyFor('PUT', alertConfigs, overlooking('INVALID_ATTRIBUTE', 'own')) },
  },
  {
    name: 'unknown-nested-field-is-ignored-on-create',
    breaks: 'response.unknown-nested-field-on-create-is-400',
    mock: { inner: onlyFor('POST', alertConfigs, overlooking('INVALID_ATTRIBUTE', 'inside')) },
  },
  {
    name: 'unknown-nested-field-is-ignored-on-update',
    breaks: 'response.unknown-nested-field-on-update-is-400',
    mock: { inner: onlyFor('PUT', alertConfigs, overlooking('INVALID_ATTRIBUTE', 'inside')) },
  },
  {
    name: 'unknown-field-is-not-named',
    breaks: 'response.unknown-field-is-named',
    mock: { inner: silentAbout('INVALID_ATTRIBUTE') },
  },
  {
    name: 'read-only-field-is-ignored',
    breaks: 'response.read-only-field-is-400',
    also: ['method.patch-updates-named-fields'],
    mock: { inner: onlyFor('PATCH', hosts, overlooking('ATTRIBUTE_READ_ONLY', 'own')) },
  },
  {
    name: 'read-only-field-is-not-named',
    breaks: 'response.read-only-field-is-named',
    mock: { inner: silentAbout('ATTRIBUTE_READ_ONLY') },
  },
  {
    name: 'rejected-create-makes-it-anyway',
    breaks: 'response.rejected-create-makes-nothing',
    mock: { inner: onlyFor('POST', hosts, overlooking('INVALID_ATTRIBUTE', 'own', stillRefused)) },
  },
  {
    name: 'rejected-alert-configuration-is-made-anyway',
    breaks: 'response.rejected-create-makes-nothing',
    mock: { inner: onlyFor('POST', alertConfigs, overlooking('INVALID_ATTRIBUTE', 'own', stillRefused)) },
  },
  {
    name: 'rejected-update-applies-the-good-half',
    breaks: 'response.rejected-update-applies-nothing',
    mock: { inner: onlyFor('PATCH', hosts, overlooking('INVALID_ATTRIBUTE', 'own', stillRefused)) },
  },
  {
    name: 'rejected-update-of-a-read-only-field-applies-the-rest',
    breaks: 'response.rejected-update-applies-nothing',
    mock: { inner: onlyFor('PATCH', hosts, overlooking('ATTRIBUTE_READ_ONLY', 'own', stillRefused)) },
  },
  {
    name: 'host-without-statistics-has-a-size',
    breaks: 'response.no-statistics-are-zero',
    mock: { inner: onHosts((entity) => (entity['typeName'] === 'NO_DATA' ? { ...entity, lastDataSizeBytes: 4096 } : entity)) },
  },
  {
    name: 'no-username-is-an-empty-username',
    breaks: 'response.no-value-is-omitted',
    mock: {
      inner: onlyFor(
        'GET',
        /\/hosts$/,
        rewriting(({ results, ...rest }) =>
          Array.isArray(results)
            ? {
                ...rest,
                results: (results as Json[]).map((one) => (one['authMechanismName'] === 'NONE' ? { ...one, username: '' } : one)),
              }
            : undefined,
        ),
      ),
    },
  },
  {
    name: 'no-value-is-null',
    breaks: 'response.no-null',
    mock: { inner: onHosts((entity) => ('lastPing' in entity ? entity : { ...entity, lastPing: null })) },
  },
  {
    name: 'dates-are-in-local-time',
    breaks: 'response.dates-in-utc',
    also: ['link.self-answers-with-entity'],
    mock: { inner: onHosts((entity) => ({ ...entity, created: String(entity['created']).replace('Z', '-04:00') })) },
  },
  {
    name: 'dates-are-milliseconds',
    breaks: 'response.dates-in-utc',
    mock: { inner: onHosts((entity) => ({ ...entity, created: Date.parse(String(entity['created'])) })) },
  },
  {
    name: 'interval-has-no-unit',
    breaks: 'response.units-in-names',
    mock: {
      inner: onlyFor(
        'GET',
        /\/alertConfigs$/,
        rewriting((document) =>
          Array.isArray(document['results'])
            ? JSON.parse(JSON.stringify(document).replaceAll('"intervalMin":', '"interval":'))
            : undefined,
        ),
      ),
    },
  },
  {
    name: 'entity-is-plain-text',
    breaks: 'response.content-type-json',
    mock: {
      inner: answering((answer, request) =>
        answer.status === 200 && host.test(pathOf(request))
          ? { ...answer, headers: { ...answer.headers, 'Content-Type': 'text/plain' } }
          : answer,
      ),
    },
  },
  {
    name: 'entity-ends-in-a-comment',
    breaks: 'response.content-type-json',
    also: ['resource.event'],
    mock: {
      inner: answering((answer, request) =>
        answer.status === 200 && aside.test(pathOf(request))
          ? { ...answer, body: `${answer.body}<!-- served by node 7 -->` }
          : answer,
      ),
    },
  },
  {
    name: 'entity-is-latin-1',
    breaks: 'response.content-type-json',
    also: ['resource.event'],
    mock: {
      inner: answering((answer, request) =>
        answer.status === 200 && aside.test(pathOf(request))
          ? { ...answer, bytes: Buffer.from(answer.body.replace('{', '{"caf\xE9":1,'), 'latin1') }
          : answer,
      ),
    },
  },
];

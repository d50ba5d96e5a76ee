import type { Layer } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import type { Mutant } from '../mutant.ts';
import { answering, bodyOf, jsonOf, onlyFor, pathOf, rewriting, rewritingEntities, rewritingErrors, withBody } from '../lies.ts';

type Json = Record<string, unknown>;

const host = /^\/groups\/[^/]+\/hosts\/[0-9a-f]+$/;
/** Read by few checks but those that look at its schema. */
const aside = /^\/groups\/[^/]+\/events\/[0-9a-f]+$/;
const hosts = /^\/groups\/[^/]+\/hosts(\/|$)/;
const windows = /^\/groups\/[^/]+\/maintenanceWindows(\/|$)/;
const alertConfigs = /^\/groups\/[^/]+\/alertConfigs(\/|$)/;

/** The field that an answer refuses for that code. */
function refusedField(answer: ServerResponse, code: string): string | undefined {
  const { errorCode, parameters } = (jsonOf(answer) ?? {}) as { errorCode?: unknown; parameters?: readonly string[] };
  return answer.status === 400 && errorCode === code ? parameters?.[0] : undefined;
}

/** A value without the fields of that name: its own, or those inside it. */
function without(value: unknown, name: string, where: 'own' | 'inside'): unknown {
  if (Array.isArray(value)) return value.map((item) => without(item, name, 'own'));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Json)
      .filter(([key]) => where === 'inside' || key !== name)
      .map(([key, member]) => [key, where === 'inside' ? without(member, name, 'own') : member]),
  );
}

/** Serves what was refused for a field as if the field were not there; `but` decides what is then answered. */
const overlooking =
  (
    code: 'INVALID_ATTRIBUTE' | 'ATTRIBUTE_READ_ONLY',
    where: 'own' | 'inside',
    but: (done: ServerResponse, refused: ServerResponse) => ServerResponse = (done) => done,
  ): Layer =>
  (next) =>
  async (request) => {
    const refused = await next(request);
    const field = refusedField(refused, code);
    const document = bodyOf(request);
    if (field === undefined || document === undefined || Object.hasOwn(document, field) !== (where === 'own')) return refused;
    return but(await next(withBody(request, without(document, field, where))), refused);
  };

const stillRefused = (_done: ServerResponse, refused: ServerResponse): ServerResponse => refused;

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

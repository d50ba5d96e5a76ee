import { operations, type OperationId } from '../../../src/contract/operations/index.ts';
import type { Handler, Layer, MockRequest } from '../../../src/mock/forms/types.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { errorCodeOf, isObject } from '../../../src/wire/json.ts';
import { changesMore, entityAt, keepsAnother, notKept } from '../life-lies.ts';
import { bodyOf, jsonOf, withBody, withJson, withShown } from '../lies.ts';
import { overlooking, stillRefused } from '../overlooking.ts';
import { pathsOf, there, whole, type Kind, type Told } from './lie.ts';
import { otherId, otherValue } from './shown.ts';
import type { SeenOperation } from './vocabulary.ts';

type Json = Record<string, unknown>;
type Fits = (seen: SeenOperation) => boolean;

const methodOf = ({ operation }: SeenOperation): string => operations[operation].method;
const by =
  (...methods: readonly string[]): Fits =>
  (seen) =>
    methods.includes(methodOf(seen));
const when =
  (fits: Fits): Kind['parts'] =>
  (seen) =>
    fits(seen) ? whole : [];
const refusedFor =
  (code: string): Fits =>
  ({ refusals }) =>
    refusals.has(`400 ${code}`);

/** Fields that were sent in a write of one of these methods and that its answer shows. */
const sent =
  (...methods: readonly string[]): Kind['parts'] =>
  (seen) =>
    methods.includes(methodOf(seen)) &&
    operations[seen.operation].kind === 'entity' &&
    operations[seen.operation].schema !== undefined
      ? [...seen.sent]
          .filter(([name, values]) => seen.fields.has(name) && isAlike(values[0], seen.fields.get(name)))
          .map(([name]) => name)
      : [];

/** Whether two values have one form: what is shown of a field can be sent again. */
function isAlike(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === 0 || other.length === 0 || isAlike(one[0], other[0]);
  return typeof one === typeof other && Array.isArray(one) === Array.isArray(other);
}

const at = (name: string, parts: Kind['parts'], lie: (told: Told) => Layer): Kind => ({
  name,
  parts,
  mock: (told) => ({ inner: there(told, lie(told)) }),
});

const pathOfTold = ({ at: place }: Told): RegExp => pathsOf(place as OperationId);
const inner = ({ mock }: { readonly mock: { readonly inner?: Layer } }): Layer => mock.inner!;

/** Serves a refused unreadable body as if it had been one: what is there, or the last answer of its kind. */
const unreadableTaken: Layer = (next) => {
  let last: ServerResponse | undefined;
  return async (request) => {
    const answer = await next(request);
    if (answer.status < 300) last = answer;
    if (answer.status !== 400 || !/^INVALID_JSON$/.test(String(errorCodeOf(jsonOf(answer))))) return answer;
    const stored = await entityAt(next, request);
    return stored === undefined ? (last ?? answer) : { ...withJson(answer, stored), status: 200 };
  };
};

/** A body without one of the fields in it; the answer shows it all the same where `shows` says so. */
const dropping =
  (field: string, shows: boolean): Layer =>
  (next) =>
  async (request) => {
    const { [field]: value, ...rest } = bodyOf(request) ?? {};
    if (value === undefined) return next(request);
    const answer = await next(withBody(request, rest));
    return shows && answer.status < 300 ? withShown(answer, (shown) => ({ ...shown, [field]: value })) : answer;
  };

/** What is there, without what nobody can set. */
const writable = ({ links: _links, id: _id, groupId: _group, created: _created, updated: _updated, ...stored }: Json): Json =>
  stored;

/** What was just created is removed at once. */
async function undone(answer: ServerResponse, request: MockRequest, next: Handler): Promise<void> {
  const document = jsonOf(answer);
  const id = isObject(document) ? document['id'] : undefined;
  if (answer.status >= 300 || typeof id !== 'string') return;
  await next({ ...request, method: 'DELETE', target: `${request.target.replace(/\?.*$/, '')}/${id}`, body: '' });
}

const creates: Fits = (seen) =>
  methodOf(seen) === 'POST' && seen.fields.has('id') && operations[seen.operation].kind === 'entity';
/** Whether a second one like the first would be taken. */
const mayBeTwice: Fits = (seen) =>
  creates(seen) && ['name', 'username', 'hostname', 'publicKey'].every((field) => !seen.sent.has(field));
/** Whether a document of a kind was sent, in which an object has fields of its own. */
const sendsObjects: Fits = ({ sent: fields }) =>
  [...fields.values()].flat().some((value) => isObject(Array.isArray(value) ? value[0] : value));
const itemOf = (operation: OperationId): boolean =>
  Object.values(operations).some(
    ({ method, path }) => method === 'DELETE' && path.replace(/\/\{[^{}]+\}$/, '') === operations[operation].path,
  );

/** Replaces `id` of a create's answer by what the lie says. */
const named = (name: string, change: (id: string) => string | undefined): Kind =>
  at(name, when(creates), () => (next) => async (request) => {
    const answer = await next(request);
    if (answer.status >= 300) return answer;
    return withShown(answer, ({ id, ...rest }) => {
      const other = change(String(id));
      return other === undefined ? rest : { ...rest, id: other };
    });
  });

export const writeKinds: readonly Kind[] = [
  at('write.unknown-field-taken', when(refusedFor('INVALID_ATTRIBUTE')), () => overlooking('INVALID_ATTRIBUTE', 'own')),
  at(
    'write.unknown-inner-field-taken',
    when((seen) => refusedFor('INVALID_ATTRIBUTE')(seen) && sendsObjects(seen)),
    () => overlooking('INVALID_ATTRIBUTE', 'inside'),
  ),
  at('write.read-only-field-taken', when(refusedFor('ATTRIBUTE_READ_ONLY')), () => overlooking('ATTRIBUTE_READ_ONLY', 'own')),
  at('write.refused-for-a-field-and-done', when(refusedFor('INVALID_ATTRIBUTE')), () =>
    overlooking('INVALID_ATTRIBUTE', 'own', stillRefused),
  ),
  at('write.refused-as-read-only-and-done', when(refusedFor('ATTRIBUTE_READ_ONLY')), () =>
    overlooking('ATTRIBUTE_READ_ONLY', 'own', stillRefused),
  ),
  at('write.unreadable-body-taken', when(refusedFor('INVALID_JSON')), () => unreadableTaken),
  at('write.field-taken-back', sent('PATCH'), (told) => inner(notKept('', 'resource.host-updated', pathOfTold(told), told.part))),
  at(
    'write.replacement-taken-back',
    when((seen) => seen.operation.endsWith('.replace')),
    () => (next) => async (request) => {
      const before = await entityAt(next, request);
      const answer = await next(request);
      if (answer.status < 300 && before !== undefined) await next(withBody(request, writable(before)));
      return answer;
    },
  ),
  at('write.field-dropped', sent('POST', 'PATCH', 'PUT'), ({ part }) => dropping(part, false)),
  at('write.field-dropped-and-shown', sent('POST', 'PATCH', 'PUT'), ({ part }) => dropping(part, true)),
  {
    name: 'write.field-kept-otherwise',
    parts: sent('POST'),
    mock: (told, { operations: seen }) => {
      const [value] = seen.get(told.at as OperationId)?.sent.get(told.part) ?? [];
      return {
        inner: there(told, inner(keepsAnother('', 'resource.host-created', pathOfTold(told), told.part, otherValue(value)))),
      };
    },
  },
  {
    name: 'write.changes-another-field',
    parts: (seen) =>
      by('PATCH')(seen)
        ? [...seen.sent].flatMap(([name, values]) =>
            values.length > 1 ? [...seen.sent.keys()].filter((other) => other !== name).map((other) => `${other} ${name}`) : [],
          )
        : [],
    mock: (told, { operations: seen }) => {
      const [field = '', more = ''] = told.part.split(' ');
      const value = seen
        .get(told.at as OperationId)
        ?.sent.get(more)
        ?.at(-1);
      return {
        inner: there(told, (next) => {
          const lying = inner(changesMore('', 'resource.host-updated', pathOfTold(told), field, { [more]: value }))(next);
          // A change that names both is no other field's affair.
          return (request) => (more in (bodyOf(request) ?? {}) ? next(request) : lying(request));
        }),
      };
    },
  },
  at(
    'write.put-merges',
    when((seen) => seen.operation.endsWith('.replace')),
    () => (next) => async (request) => {
      const body = bodyOf(request);
      if (body === undefined) return next(request);
      const merged = await next(withBody(request, { ...writable((await entityAt(next, request)) ?? {}), ...body }));
      return merged.status < 300 ? merged : next(request);
    },
  ),
  at('write.shown-and-not-done', when(by('PATCH', 'PUT')), () => (next) => async (request) => {
    const before = await entityAt(next, request);
    const answer = await next(request);
    const { links: _links, ...was } = before ?? ({} as Json);
    const names = Object.keys(bodyOf(request) ?? {});
    if (answer.status < 300 && before !== undefined)
      await next(withBody(request, Object.fromEntries(names.map((name) => [name, was[name]]))));
    return answer;
  }),
  at(
    'write.created-and-not-there',
    when((seen) => creates(seen) && itemOf(seen.operation)),
    () => (next) => async (request) => {
      const answer = await next(request);
      await undone(answer, request, next);
      return answer;
    },
  ),
  at('write.created-twice', when(mayBeTwice), () => (next) => async (request) => {
    const answer = await next(request);
    if (answer.status < 300) await next(request);
    return answer;
  }),
  named('write.created-without-an-id', () => undefined),
  named('write.created-under-another-id', otherId),
];

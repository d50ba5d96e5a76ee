import { limits } from '../../contract/limits.ts';
import { operations, type OperationId } from '../../contract/operations/index.ts';
import type { Judgement, Violation } from '../../contract/outcomes.ts';
import { isRelation } from '../../contract/relations.ts';
import { pathBelow } from '../../contract/path-templates.ts';
import type { SchemaName } from '../../contract/schema-names.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { isObject } from '../../wire/json.ts';
import { hrefOf } from './links.ts';
import { at, judged, nothingToSee, together } from '../exchange/judgement.ts';
import { below } from '../exchange/pointer.ts';
import { shapeOf, type Entity } from '../exchange/shapes.ts';
import { isId, isSameId, pathWordsOf, type PathWords } from './path-words.ts';

interface Relation {
  readonly rel: unknown;
  /** Segments of where it leads, below the root of the API. */
  readonly segments: readonly string[];
  readonly pointer: string;
}

/** The links of an entity but self, as far as they lead below the root of the API. */
function relationsOf(exchange: Exchange, { value, pointer }: Entity): Relation[] {
  const { links } = value;
  if (!Array.isArray(links)) return [];
  return links.flatMap((link: unknown, index): Relation[] => {
    if (!isObject(link) || link['rel'] === 'self' || typeof link['href'] !== 'string') return [];
    const place = URL.canParse(link['href']) ? pathBelow(exchange.root ?? limits.basePath, link['href']) : undefined;
    if (place === undefined) return [];
    return [
      {
        rel: link['rel'],
        segments: place.split('/').filter(Boolean),
        pointer: below(below(below(pointer, 'links'), index), 'href'),
      },
    ];
  });
}

/** Resources that belong to no one project or organization. */
const isShared = (schema: SchemaName | undefined): boolean => schema === 'user' || schema === 'api-key' || schema === 'root';

/** Of which project and organization an entity is: as it says, as its path says, or by its id where it is one itself. */
function ownersOf({ value }: Entity, { words }: PathWords, schema: SchemaName | undefined): ReadonlyMap<string, unknown> {
  if (isShared(schema)) return new Map();
  const [project, organization] = [schema === 'project', schema === 'organization'];
  return new Map([
    ['groups', project ? value['id'] : (value['groupId'] ?? words['projectId'])],
    ['projects', project ? value['id'] : (value['groupId'] ?? words['projectId'])],
    ['orgs', organization ? value['id'] : (value['orgId'] ?? words['orgId'])],
  ]);
}

/** Relations to one thing whose id the entity has in a field of its own. */
const named = [
  { rel: 'cluster', collection: 'clusters', field: 'clusterId' },
  { rel: 'host', collection: 'hosts', field: 'hostId' },
  { rel: 'alertConfig', collection: 'alertConfigs', field: 'alertConfigId' },
] as const;

/** Whether a link to what lies below a thing of this kind, `…/hosts/{hostId}/disks`, leads below another one than this. */
function leadsBelowAnother(segments: readonly string[], { value }: Entity): boolean {
  const self = hrefOf(value, 'self');
  const own = self !== undefined && URL.canParse(self) ? new URL(self).pathname.split('/').filter(Boolean).slice(-2) : [];
  const [kind, id] = own;
  const [otherKind, other] = segments.slice(-3, -1);
  return kind === otherKind && id === value['id'] && isId(id) && isId(other) && !isSameId(id, other);
}

/** What is wrong with where a link leads; undefined where nothing is. */
function strayed({ rel, segments }: Relation, entity: Entity, owners: ReadonlyMap<string, unknown>): string | undefined {
  const { value } = entity;
  const [collection = '', owner] = segments;
  const expected = owners.get(collection);
  if (isId(owner) && isId(expected) && !isSameId(owner, expected)) {
    return `leads to ${collection} ${owner}, but this is of ${expected}`;
  }
  if (leadsBelowAnother(segments, entity)) return `leads below another ${segments.at(-3)} than this`;
  const one = named.find((known) => isRelation(rel, known.rel) && segments.at(-2) === known.collection);
  const [own, target] = [one && value[one.field], segments.at(-1)];
  if (one !== undefined && isId(own) && isId(target) && !isSameId(own, target)) {
    return `leads to ${one.collection} ${target}, but ${one.field} is ${own}`;
  }
  return undefined;
}

/** Kinds of entities that the pages show with links to what they are related to. */
const related: ReadonlySet<SchemaName | undefined> = new Set<SchemaName>([
  'organization',
  'project',
  'host',
  'cluster',
  'alert',
  'alert-config',
  'backup-config',
  'checkpoint',
]);

const leadsTo = (relations: readonly Relation[], collection: string, id: string): boolean =>
  relations.some(({ segments }) => segments.at(-2) === collection && isSameId(segments.at(-1) ?? '', id));

/** What an entity that was read alone has no link to, although its page has one. */
function missing(entity: Entity, relations: readonly Relation[], operation: OperationId): string[] {
  const { schema } = operations[operation];
  // What is global has no project to lead to.
  if (!related.has(schema) || operation.startsWith('global-')) return [];
  const { links, groupId, clusterId } = entity.value;
  const others = Array.isArray(links) ? links.filter((link: unknown) => !isObject(link) || link['rel'] !== 'self') : [];
  if (others.length === 0) return ['has no link but self, expected one to a related resource'];
  if (schema !== 'host') return [];
  return [
    ...(isId(groupId) && !['groups', 'projects'].some((name) => leadsTo(relations, name, groupId))
      ? [`has no link to the project ${groupId}, which the host belongs to`]
      : []),
    ...(isId(clusterId) && !leadsTo(relations, 'clusters', clusterId)
      ? [`has no link to the cluster ${clusterId}, which the host belongs to`]
      : []),
  ];
}

/**
 * The links of an entity lead to what it is related to: to its own project, organization, cluster and host, wherever they
 * lead to one; and an entity that is read alone has such links, a host to its project and its cluster. Source: Linking.
 */
export function judgeRelations(exchange: Exchange): Judgement {
  const shape = shapeOf(exchange);
  const path = pathWordsOf(exchange);
  if (path === undefined || (shape.kind !== 'list' && shape.kind !== 'entity')) return nothingToSee;
  const { schema } = operations[path.operation];
  const isRead = shape.kind === 'entity' && exchange.request.method === 'GET';
  const judgeOne = (entity: Entity): Judgement => {
    const relations = relationsOf(exchange, entity);
    const owners = ownersOf(entity, path, schema);
    const faults = relations.flatMap((relation): Violation[] => {
      const fault = strayed(relation, entity, owners);
      return fault === undefined ? [] : [at(exchange, relation.pointer, fault)];
    });
    const missed = isRead ? missing(entity, relations, path.operation) : [];
    const places = missed.map((message) => at(exchange, below(entity.pointer, 'links'), message));
    // Of what is shared only that is told which is wrong.
    const examined = isShared(schema) ? faults.length : relations.length + places.length;
    return judged(examined, [...faults, ...places]);
  };
  return together(...shape.entities.map(judgeOne));
}

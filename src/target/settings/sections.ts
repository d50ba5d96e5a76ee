import { errorCodes, isErrorCodeName } from '../../contract/error-codes/index.ts';
import { inferredPaths } from '../../contract/inferred-paths.ts';
import type { KnownDeviation } from '../../contract/known-deviation.ts';
import { families } from '../../contract/operations/index.ts';
import { requirements } from '../../contract/requirements/index.ts';
import { nearestName } from '../input/nearest-name.ts';
import type { Capability, ProvokingRequest } from './types.ts';
import type { Value } from '../input/yaml-reader.ts';
import { inOneNotation, parametersOf } from '../../contract/path-templates.ts';
import { hostId, objectId } from '../../contract/ids.ts';

/** What is known of a target and has a structure of its own: only its file tells it. */
interface Section {
  /** Where it lands in `Settings`. */
  readonly name: `target.${string}`;
  /** Field of `targets/<name>.yaml`. */
  readonly field: string;
  readonly says: string;
  /** Lines of YAML below the field, for the template. */
  readonly example: string;
  /** Its value when the file does not tell it. */
  readonly empty: object;
  /** JSON Schema of it, as the file has it. */
  readonly schema: object;
  /** Throws UsageError, with the place, for what it is not. */
  readonly read: (section: Value) => object;
}

/** Ids of states, under the words in which scenarios ask for them. */
function statesOf(section: Value): Record<string, string> {
  return Object.fromEntries(
    section.fields('lines of the form `a state in words: its id`').map(({ name, at, value }) => {
      const id = value.text(name);
      if (!new RegExp(`^(?:${objectId}|${hostId})$`).test(id)) throw at.fault(`"${id}" is no id: expected 24 or 32 hex digits`);
      return [name, id];
    }),
  );
}

const provokingFields = ['method', 'path', 'body'] as const;
const provokingMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Requests that the target refuses with certain error codes. */
function provokeOf(section: Value): Record<string, ProvokingRequest> {
  return Object.fromEntries(
    section.fields('lines of the form `CODE: { method: GET, path: /groups/{projectId} }`').map(({ name, at, value }) => {
      if (!isErrorCodeName(name))
        throw at.fault(`${name} is no documented error code; did you mean ${nearestName(name, Object.keys(errorCodes))}?`);
      const fields = value.fields('a request with method, path and, where it takes one, body');
      const stranger = fields.find((field) => !provokingFields.some((one) => one === field.name));
      if (stranger !== undefined)
        throw stranger.at.fault(
          `${stranger.name} is no field of a request; did you mean ${nearestName(stranger.name, provokingFields)}?`,
        );
      const [method, path, body] = provokingFields.map((wanted) => fields.find((field) => field.name === wanted)?.value);
      if (method === undefined || path === undefined) throw at.fault(`${name} needs a method and a path`);
      const verb = provokingMethods.find((one) => one === method.text('method'));
      if (verb === undefined)
        throw method.fault(`method is "${method.text('method')}": expected one of ${provokingMethods.join(', ')}`);
      if (!path.text('path').startsWith('/'))
        throw path.fault(`path is "${path.text('path')}": expected one below the root, such as /groups/{projectId}`);
      return [name, { method: verb, path: inOneNotation(path.text('path')), ...(body !== undefined && { body: body.plain() }) }];
    }),
  );
}

/** Families that the user says are there or not. YAML takes `on` and `off` for words, as we do. */
function capabilitiesOf(section: Value): Record<string, Capability> {
  return Object.fromEntries(
    section.fields('lines of the form `family: on` or `family: off`').map(({ name, at, value }) => {
      if (!families.includes(name))
        throw at.fault(`${name} is no family of resources; did you mean ${nearestName(name, families)}?`);
      const word = value.text(name);
      if (word !== 'on' && word !== 'off') throw value.fault(`${name} is "${word}": expected on or off`);
      return [name, word];
    }),
  );
}

/** Paths of resources that no public source establishes. Each has the parameters of the path that it replaces. */
function pathsOf(section: Value): Record<string, string> {
  const names = Object.keys(inferredPaths);
  return Object.fromEntries(
    section.fields('lines of the form `sshKeys: /groups/{projectId}/keys`').map(({ name, at, value }) => {
      if (!names.includes(name))
        throw at.fault(`${name} is no resource whose path is open; did you mean ${nearestName(name, names)}?`);
      const path = inOneNotation(value.text(name));
      const usual = inferredPaths[name as keyof typeof inferredPaths];
      const parameters = (text: string): string =>
        parametersOf(text)
          .toSorted()
          .map((one) => `{${one}}`)
          .join(' ');
      if (!path.startsWith('/') || parameters(path) !== parameters(usual)) {
        throw value.fault(`${name} is "${path}": expected a path with ${parameters(usual)}, such as ${usual}`);
      }
      return [name, path];
    }),
  );
}

const knownFields = ['requirement', 'fingerprint', 'why', 'owner', 'until', 'link'] as const;
const demanded = ['requirement', 'fingerprint', 'why', 'until'] as const;

/** Deviations that are put up with, each with a reason and a last day. */
function knownOf(section: Value): KnownDeviation[] {
  return section.items('a list of deviations, each with requirement, fingerprint, why and until').map((item) => {
    const fields = item.fields('a deviation with requirement, fingerprint, why and until');
    const texts: Partial<Record<(typeof knownFields)[number], string>> = {};
    for (const { name, at, value } of fields) {
      const field = knownFields.find((one) => one === name);
      if (field === undefined)
        throw at.fault(`${name} is no field of a deviation; did you mean ${nearestName(name, knownFields)}?`);
      const text = value.text(name);
      if (text.trim() === '') throw value.fault(`${name} is empty: a person must complete it`);
      if (field === 'requirement' && !Object.hasOwn(requirements, text)) {
        throw value.fault(`${text} is no requirement; did you mean ${nearestName(text, Object.keys(requirements))}?`);
      }
      if (field === 'fingerprint' && !/^[0-9a-f]{8}(?:\.[0-9a-f]{8})*$/.test(text)) {
        throw value.fault(`"${text}" is no fingerprint: copy it, in quotes, from \`omconform baseline propose\``);
      }
      if (field === 'until' && !isDay(text)) throw value.fault(`until is "${text}": expected a day such as 2027-01-31`);
      texts[field] = text;
    }
    const missing = demanded.find((field) => texts[field] === undefined);
    if (missing !== undefined) throw item.fault(`${missing} is missing: a deviation needs ${demanded.join(', ')}`);
    return texts as KnownDeviation;
  });
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

/** Every section that a target's file may have. A new one is a row here, and nothing else. */
export const targetSections = [
  {
    name: 'target.states',
    field: 'states',
    says: 'Ids of states that scenarios need and a run can neither create nor find, under the words of the verdict.',
    example: 'a cluster whose backup is INACTIVE: 5f0000000000000000000003',
    empty: {},
    schema: { type: 'object', additionalProperties: { type: 'string', pattern: `^(${objectId}|${hostId})$` } },
    read: statesOf,
  },
  {
    name: 'target.provoke',
    field: 'provoke',
    says: 'Requests that the target refuses with certain error codes, by the codes. {projectId} and {orgId} stand for those of the run.',
    example: `MAX_USERS_PER_GROUP_EXCEEDED:
  method: POST
  path: /groups/{projectId}/users
  body: [{ id: 5f0000000000000000000004, roles: [{ roleName: GROUP_READ_ONLY }] }]`,
    empty: {},
    schema: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        properties: { method: { enum: provokingMethods }, path: { type: 'string', pattern: '^/' }, body: {} },
        required: ['method', 'path'],
        additionalProperties: false,
      },
    },
    read: provokeOf,
  },
  {
    name: 'target.capabilities',
    field: 'capabilities',
    says: 'Families of resources that it has (on) or lacks (off), whatever it answers. The rest is found out.',
    example: 'invoices: off',
    empty: {},
    schema: { type: 'object', additionalProperties: { enum: ['on', 'off'] } },
    read: capabilitiesOf,
  },
  {
    name: 'target.paths',
    field: 'paths',
    says: 'Paths of resources that no public source establishes, by their names in src/contract/inferred-paths.ts.',
    example: 'sshKeys: /groups/{projectId}/sshKeys',
    empty: {},
    schema: { type: 'object', additionalProperties: { type: 'string', pattern: '^/' } },
    read: pathsOf,
  },
  {
    name: 'target.known',
    field: 'known',
    says: 'Failures that are put up with until a day; `omconform baseline propose` writes them.',
    example: `- requirement: pretty.compact-by-default
  fingerprint: 0d1c5e02
  why: the proxy in front of it lays answers out anew
  owner: platform team
  until: 2027-01-31
  link: https://tracker.example.com/OM-1`,
    empty: [],
    schema: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: demanded,
        properties: {
          requirement: { type: 'string', description: 'Id of the requirement that is broken.' },
          fingerprint: {
            type: 'string',
            pattern: String.raw`^[0-9a-f]{8}(\.[0-9a-f]{8})*$`,
            description: 'What the failure looks like; another failure is not known.',
          },
          why: { type: 'string', minLength: 1 },
          owner: { type: 'string', minLength: 1 },
          until: { type: 'string', format: 'date', description: 'Last day on which it is known.' },
          link: { type: 'string', minLength: 1 },
        },
      },
    },
    read: knownOf,
  },
] as const satisfies readonly Section[];

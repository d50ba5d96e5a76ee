import type { Answer } from '../client/types.ts';
import { operations } from '../contract/operations/index.ts';
import { accessListWord, dialects } from '../contract/products.ts';
import { isMissing } from '../run/offered.ts';
import type { FamilySeen, Ids } from './families.ts';
import { notSeen, ok, warning, type Finding } from './finding.ts';
import { entitiesOf, statusOf, type Visit } from './visit.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Whom the target takes the caller for, and where their access list is. */
interface Self {
  readonly roles: readonly string[];
  /** Where the roles were read. */
  readonly from: string;
  /** Path of the resource whose access list is asked for on each call. */
  readonly path?: string;
}

const rolesIn = ({ roles }: Fields): string[] =>
  (Array.isArray(roles) ? roles : []).flatMap((role: unknown) => {
    const name = typeof role === 'string' ? role : (role as { roleName?: unknown } | null)?.roleName;
    return typeof name === 'string' ? [name] : [];
  });

/** The caller as the target knows them: the entry of their key, else the user whose name the public key is. */
async function findSelf(
  {
    settings: {
      target: {
        keys: { publicKey },
      },
    },
    look,
  }: Visit,
  ids: Ids,
): Promise<Self | undefined> {
  const organization = ids['orgId'];
  const lists = [
    ...(organization === undefined ? [] : [`/orgs/${organization}/apiKeys`]),
    ...(ids['projectId'] === undefined ? [] : [`/groups/${ids['projectId']}/apiKeys`]),
  ];
  for (const path of lists) {
    const answer = await look(`${path}?itemsPerPage=500`);
    const key = answer && entitiesOf(answer).find((one) => one['publicKey'] === publicKey);
    if (key === undefined) continue;
    return {
      roles: rolesIn(key),
      from: 'its own entry',
      ...(organization !== undefined && { path: `/orgs/${organization}/apiKeys/${String(key['id'])}` }),
    };
  }
  const user = await ownUser(look, publicKey);
  return user === undefined ? undefined : { roles: rolesIn(user), from: 'the user', path: `/users/${String(user['id'])}` };
}

/** The user whom the root links to, where the key is that user's own; or whom the name finds. */
async function ownUser(look: Visit['look'], publicKey: string): Promise<Fields | undefined> {
  const { links } = ((await look(''))?.json ?? {}) as { links?: readonly { rel?: unknown; href?: unknown }[] };
  const href = (Array.isArray(links) ? links : []).find(({ rel }) => typeof rel === 'string' && rel.endsWith('/user'))?.href;
  for (const path of [href, `/users/byName/${encodeURIComponent(publicKey)}`]) {
    const answer = typeof path === 'string' ? await look(path) : undefined;
    const user = (answer?.json ?? {}) as Fields;
    if (answer?.status === 200 && user['username'] === publicKey) return user;
  }
  return undefined;
}

/** Roles, dialect and access list of the caller. */
export async function lookAtCaller(visit: Visit, ids: Ids, families: readonly FamilySeen[]): Promise<Finding[]> {
  const self = await findSelf(visit, ids);
  const list = await findAccessList(visit, self?.path ?? (ids['userId'] === undefined ? undefined : `/users/${ids['userId']}`));
  return [rolesFinding(self, families), dialectFinding(visit, list), accessListFinding(list, self?.path !== undefined)];
}

function rolesFinding(self: Self | undefined, families: readonly FamilySeen[]): Finding {
  if (self !== undefined && self.roles.length > 0)
    return ok('roles', `${[...new Set(self.roles)].join(', ')} (from ${self.from})`);
  const shown = families
    .filter(({ is }) => is === 'answers')
    .flatMap(({ family }) => {
      const { roles, method } = Object.entries(operations).find(([id]) => id.startsWith(`${family}.`))?.[1] ?? {};
      return method === 'GET' && roles !== undefined ? [`${family} (${roles.join(' or ')})`] : [];
    });
  return shown.length === 0
    ? notSeen('roles', 'cannot be seen: what the key may do shows in the run')
    : notSeen('roles', `not readable; by what is answered it may read ${shown.join(', ')}`);
}

interface ListSeen {
  readonly answers: Readonly<Partial<Record<(typeof dialects)[number], Answer>>>;
}

/** Asks for the access list under the word of each dialect. */
async function findAccessList({ look }: Visit, path: string | undefined): Promise<ListSeen> {
  const answers: Partial<Record<(typeof dialects)[number], Answer>> = {};
  if (path === undefined) return { answers };
  for (const dialect of dialects) {
    const answer = await look(`${path}/${accessListWord(dialect)}`);
    if (answer !== undefined && !isMissing(answer)) answers[dialect] = answer;
  }
  return { answers };
}

function dialectFinding(
  {
    settings: {
      target: { dialect },
    },
  }: Visit,
  { answers }: ListSeen,
): Finding {
  const known = dialects.filter((one) => answers[one] !== undefined);
  if (known.length === 0) return notSeen('dialect', `judged as ${dialect}; no access list answers under either word`);
  if (known.includes(dialect)) return ok('dialect', `${accessListWord(dialect)} answers`);
  return warning(
    'dialect',
    `judged as ${dialect}, but ${known.map(accessListWord).join()} answers`,
    `use --dialect ${known.join()}`,
  );
}

function accessListFinding({ answers }: ListSeen, isOwn: boolean): Finding {
  const answer = Object.values(answers)[0];
  if (answer === undefined || !isOwn)
    return notSeen('access list', 'the one that applies is not seen; it admits us: the root was served');
  if (answer.status !== 200)
    return notSeen('access list', `not readable (${statusOf(answer)}); it admits us: the root was served`);
  const entries = entitiesOf(answer).map(({ cidrBlock, ipAddress }) => String(cidrBlock ?? ipAddress));
  if (entries.length > 0)
    return ok(
      'access list',
      `${entries.slice(0, 4).join(', ')}${entries.length > 4 ? ` and ${entries.length - 4} more` : ''}; it admits us`,
    );
  return warning(
    'access list',
    'empty: it admits us from anywhere, but what always wants a list is refused',
    "put this machine's address on it",
  );
}

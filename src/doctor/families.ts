import type { Answer } from '../client/types.ts';
import { families, operations } from '../contract/operations/index.ts';
import { accessListWord } from '../contract/products.ts';
import { isMissing } from '../run/offered.ts';
import { notSeen, ok, warning, type Finding } from './finding.ts';
import { entitiesOf, statusOf, type Visit } from './visit.ts';
import { filled, isOpen } from '../contract/path-templates.ts';

/** What became of asking a family of resources for something. */
export interface FamilySeen {
  readonly family: string;
  readonly is: 'answers' | 'missing' | 'refused' | 'failing' | 'switched off' | 'not asked';
  /** Status and code of a refusal or a failure. */
  readonly status?: string;
}

/** Ids that fill the parameters of paths, as far as the target has something there. */
export type Ids = Readonly<Record<string, string | undefined>>;

const firstId = (answer: Answer | undefined): string | undefined => {
  const id = answer === undefined ? undefined : entitiesOf(answer)[0]?.['id'];
  return typeof id === 'string' ? id : undefined;
};

/** The organization and the project that a run would look at, and something in them. */
export async function findPlaces({ settings: { target }, look }: Visit): Promise<{ ids: Ids; finding: Finding }> {
  const project = target.projectId ?? firstId(await look('/groups?itemsPerPage=1'));
  const organization = target.orgId ?? firstId(await look('/orgs?itemsPerPage=1'));
  const below = async (path: string): Promise<string | undefined> =>
    project === undefined ? undefined : firstId(await look(`/groups/${project}${path}`));
  const ids = {
    projectId: project,
    orgId: organization,
    accessList: accessListWord(target.dialect),
    hostId: await below('/hosts'),
    clusterId: await below('/clusters'),
    alertId: await below('/alerts'),
    alertConfigId: await below('/alertConfigs'),
    userId: await below('/users'),
    agentType: 'MONITORING',
  };
  return { ids, finding: await placeFinding(project, organization, look) };
}

async function placeFinding(
  project: string | undefined,
  organization: string | undefined,
  look: Visit['look'],
): Promise<Finding> {
  if (project === undefined) {
    return warning(
      'place',
      'no project is seen: whatever looks at one stays unverified',
      'name one with --project, or give the key a role in one',
    );
  }
  const answer = await look(`/groups/${project}`);
  const where = `project ${project}, organization ${organization ?? 'not seen'}`;
  if (answer !== undefined && answer.status !== 200) {
    return warning('place', `${where}: the project is answered ${statusOf(answer)}`, 'check --project, and the roles of the key');
  }
  return organization === undefined ? warning('place', where, 'name the organization with --org') : ok('place', where);
}

/** Asks each family of the product for something that can be read. */
export async function lookAtFamilies(visit: Visit, ids: Ids): Promise<FamilySeen[]> {
  const { product, capabilities = {} } = visit.settings.target;
  const seen: FamilySeen[] = [];
  for (const family of families) {
    const own = Object.entries(operations).filter(
      ([id, { products }]) => id.startsWith(`${family}.`) && products.includes(product),
    );
    if (own.length === 0) continue;
    const paths = own
      .filter(([, { method, kind }]) => method === 'GET' && kind !== 'download')
      .flatMap(([, { path }]) => askable(path, ids) ?? []);
    seen.push(capabilities[family] === 'off' ? { family, is: 'switched off' } : { family, ...(await ask(visit, paths)) });
  }
  return seen;
}

/** A path with its parameters filled; undefined where something is not known. */
function askable(path: string, ids: Ids): string | undefined {
  const full = filled(path, ids);
  return isOpen(full) ? undefined : full === '/' ? '' : full;
}

/** A family is missing only where nothing that can be asked of it is there. */
async function ask({ get }: Visit, paths: readonly string[]): Promise<Omit<FamilySeen, 'family'>> {
  if (paths.length === 0) return { is: 'not asked' };
  let last: Answer | undefined;
  for (const path of paths.slice(0, 2)) {
    last = await get(path);
    if (!isMissing(last)) break;
  }
  const { status } = last!;
  if (isMissing(last!)) return { is: 'missing' };
  if (status >= 500) return { is: 'failing', status: statusOf(last!) };
  return status === 401 || status === 403 ? { is: 'refused', status: statusOf(last!) } : { is: 'answers' };
}

/** The families in findings, one for each thing that became of them. */
export function familyFindings(seen: readonly FamilySeen[]): Finding[] {
  const those = (is: FamilySeen['is']) => seen.filter((one) => one.is === is);
  const names = (some: readonly FamilySeen[]): string =>
    some.map(({ family, status }) => (status === undefined ? family : `${family} (${status})`)).join(', ');
  const [missing, refused, failing, off, unasked] = [
    those('missing'),
    those('refused'),
    those('failing'),
    those('switched off'),
    those('not asked'),
  ];
  return [
    ok('families', `${those('answers').length} of ${seen.length} answer`),
    ...(missing.length > 0
      ? [
          warning(
            'families',
            `not offered: ${names(missing)}`,
            "nothing, or `capabilities: {family: on}` in the target's file where one should be there",
          ),
        ]
      : []),
    ...(refused.length > 0 ? [warning('families', `refused to this key: ${names(refused)}`, 'give the key the roles')] : []),
    ...(failing.length > 0 ? [warning('families', `failing: ${names(failing)}`, 'look into the log of the target')] : []),
    ...(off.length > 0 ? [ok('families', `switched off in the target's file: ${names(off)}`)] : []),
    ...(unasked.length > 0 ? [notSeen('families', `nothing in them could be asked for: ${names(unasked)}`)] : []),
  ];
}

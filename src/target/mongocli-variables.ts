type Variables = Readonly<Record<string, string | undefined>>;

/** Variables of `mongocli`, by the settings that they stand for. Source: its documentation. */
const variables = {
  'target.url': 'MCLI_OPS_MANAGER_URL',
  'target.keys.publicKey': 'MCLI_PUBLIC_API_KEY',
  'target.keys.privateKey': 'MCLI_PRIVATE_API_KEY',
  'target.orgId': 'MCLI_ORG_ID',
  'target.projectId': 'MCLI_PROJECT_ID',
} as const;

const originOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined);

/**
 * What the variables of `mongocli` say, by setting, for what nothing else says: they speak of one server, and so of none
 * other than that. `target` is the URL of the target that is named otherwise; undefined where none is.
 */
export function toldByMongocli(
  env: Variables,
  target: string | undefined,
): ReadonlyMap<string, readonly [variable: string, text: string]> {
  const url = env[variables['target.url']]?.trim() ?? '';
  if (url === '' || (target !== undefined && originOf(target) !== originOf(url))) return new Map();
  return new Map(
    Object.entries(variables).flatMap(([name, variable]) => {
      const text = env[variable] ?? '';
      return text === '' ? [] : [[name, [variable, text]] as const];
    }),
  );
}

import { filled } from '../../contract/path-templates.ts';
const parameters = {
  projectId: 'group',
  provider: 'provider',
  configId: 'providerConfig',
  option: 'name',
  volumeType: 'name',
  jobId: 'provisionJob',
  machineId: 'machine',
  keyId: 'sshKey',
  keyName: 'name',
} as const;
const braced = Object.fromEntries(Object.entries(parameters).map(([name, kind]) => [name, `{${kind}}`]));
type Parameter = keyof typeof parameters;

/** A path of src/contract/inferred-paths.ts in the words of the mock's routes. */
export type Served<P extends string> = P extends `${infer Before}{${infer Name extends Parameter}}${infer After}`
  ? `${Before}{${(typeof parameters)[Name]}}${Served<After>}`
  : P;

/** `/groups/{projectId}/sshKeys/{keyId}` → `/groups/{group}/sshKeys/{sshKey}` */
export function served<P extends string>(path: P): Served<P> {
  return filled(path, braced) as Served<P>;
}

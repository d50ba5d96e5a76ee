const parameters = {
  'GROUP-ID': 'group',
  PROVIDER: 'provider',
  'CONFIG-ID': 'providerConfig',
  OPTION: 'name',
  'VOLUME-TYPE': 'name',
  'JOB-ID': 'provisionJob',
  'MACHINE-ID': 'machine',
  'KEY-ID': 'sshKey',
  'KEY-NAME': 'name',
} as const;
type Parameter = keyof typeof parameters;

/** A path of src/contract/inferred-paths.ts in the words of the mock's routes. */
export type Served<P extends string> = P extends `${infer Before}{${infer Name extends Parameter}}${infer After}`
  ? `${Before}{${(typeof parameters)[Name]}}${Served<After>}`
  : P;

/** `/groups/{GROUP-ID}/sshKeys/{KEY-ID}` → `/groups/{group}/sshKeys/{sshKey}` */
export function served<P extends string>(path: P): Served<P> {
  return path.replace(/\{([A-Z-]+)\}/g, (_whole, name: Parameter) => `{${parameters[name]}}`) as Served<P>;
}

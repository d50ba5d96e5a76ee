import path from 'node:path';

/** Rooms, and which others each may import besides itself. `anything` needs no check. */
const law: Readonly<Record<string, readonly string[] | 'anything'>> = {
  'src/contract': [],
  schemas: [],
  'src/wire': [],
  'src/checks': ['src/contract', 'schemas', 'src/wire'],
  'src/client': ['src/wire'],
  'src/target': ['src/contract', 'src/wire', 'src/client'],
  'src/mock': ['src/contract', 'src/wire'],
  'src/traffic': ['src/contract', 'src/wire'],
  'src/verdict': ['src/contract', 'src/wire'],
  'src/cleanup': ['src/contract', 'src/wire', 'src/client', 'src/target'],
  'src/run': ['src/contract', 'src/wire', 'src/checks', 'src/client', 'src/target', 'src/mock', 'src/cleanup'],
  fixtures: ['src/contract', 'src/wire', 'src/checks', 'src/client', 'src/target', 'src/run', 'src/cleanup'],
  specs: ['src/contract'],
  'src/engine': ['src/contract', 'src/wire', 'src/client', 'src/target', 'src/mock', 'src/run', 'fixtures'],
  'src/doctor': [
    'src/contract',
    'src/wire',
    'src/client',
    'src/target',
    'src/mock',
    'src/cleanup',
    'src/run',
    'src/engine',
    'src/verdict',
  ],
  'src/library': 'anything',
  'src/cli': 'anything',
  src: 'anything',
  test: 'anything',
  bench: 'anything',
  docs: 'anything',
  packaging: 'anything',
  reports: 'anything',
  '.': 'anything',
};

/** The one room that loads files by computed names: spec files are what it runs. */
const loadsByName = ['src/engine'];
/** Rooms that must not know a door into the mock that a real instance lacks. */
const noBackDoor = ['specs', 'fixtures', 'src/client', 'src/checks', 'src/run', 'src/cleanup'];

/** The room of a file: the first folder of its path, and below `src` the second too. */
const roomOf = (file: string): string => /^src\/[^/]+(?=\/)/.exec(file)?.[0] ?? /^[^/]+(?=\/)/.exec(file)?.[0] ?? '.';

export interface Import {
  readonly line: number;
  /** undefined when the argument of a dynamic import is computed. */
  readonly specifier: string | undefined;
}

/** Source text with comments blanked out; offsets and lines stay. Strings are kept, so that `'http://x'` survives. */
export function withoutComments(source: string): string {
  const tokens = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return source.replace(tokens, (token) => (token.startsWith('/') ? token.replace(/[^\n]/g, ' ') : token));
}

/** What a module imports or re-exports, statically or dynamically, types included, in order. */
export function importsOf(source: string): Import[] {
  const code = withoutComments(source);
  const forms = [
    /^[ \t]*(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])(?<specifier>[^'"]+)\1/gm,
    /^[ \t]*import\s*(['"])(?<specifier>[^'"]+)\1/gm,
    /\bimport\s*\(\s*(?:(['"`])(?<specifier>[^'"`$]+)\1\s*[,)])?/g,
    /\brequire\s*\(\s*(['"`])(?<specifier>[^'"`$]+)\1\s*\)/g,
  ];
  return forms
    .flatMap((form) => [...code.matchAll(form)])
    .map((match) => ({ line: lineAt(code, match.index + match[0].length), specifier: match.groups?.['specifier'] }))
    .toSorted((a, b) => a.line - b.line);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/**
 * What a file does that the law forbids, as sentences that begin with `file:line`; none when it keeps the law.
 * `file` is the path from the project's root, with slashes.
 */
export function breaches(file: string, source: string): string[] {
  const folder = roomOf(file);
  const allowed = law[folder];
  if (allowed === undefined) return [`${file}:1 lies in "${folder}", which has no row in the import law`];
  const says = importsOf(source).flatMap(({ line, specifier }) => {
    const wrong = specifier === undefined ? computed(folder, allowed) : forbidden(file, folder, allowed, specifier);
    return wrong === undefined ? [] : [`${file}:${line} ${wrong}; ${mayImport(folder, allowed)}`];
  });
  return [...says, ...wordsForbidden(file, folder, source)];
}

function mayImport(folder: string, allowed: readonly string[] | 'anything'): string {
  if (allowed === 'anything') return `${folder} may import any folder`;
  if (folder === 'specs') return 'specs may import #suite and src/contract only';
  return `${folder} may import ${['itself', ...allowed].join(', ')}`;
}

function computed(folder: string, allowed: readonly string[] | 'anything'): string | undefined {
  if (allowed === 'anything' || loadsByName.includes(folder)) return undefined;
  return 'imports a computed name, which nobody can check';
}

function forbidden(file: string, folder: string, allowed: readonly string[] | 'anything', specifier: string): string | undefined {
  if (specifier === '#suite') {
    return folder === 'specs' || folder === 'test' ? undefined : 'imports #suite, the door for specs and test';
  }
  if (specifier.startsWith('#')) return `imports ${specifier}, which is not a door of this project`;
  if (/^(?:\/|file:)/.test(specifier)) return `imports ${specifier} by an absolute path`;
  if (!specifier.startsWith('.')) return folder === 'specs' ? `imports the package ${specifier}` : undefined;
  const target = path.posix.join(path.posix.dirname(file), specifier);
  if (target.startsWith('..')) return `imports ${specifier}, which lies outside the project`;
  const targetFolder = roomOf(target);
  if (allowed === 'anything' || allowed.includes(targetFolder)) return undefined;
  if (targetFolder === folder && folder !== 'specs') return undefined;
  return `imports ${specifier} from ${targetFolder === '.' ? 'the root' : targetFolder}`;
}

function wordsForbidden(file: string, folder: string, source: string): string[] {
  const code = withoutComments(source);
  const found = (pattern: RegExp, wrong: string) =>
    [...code.matchAll(pattern)].map((match) => `${file}:${lineAt(code, match.index)} ${wrong}: ${match[0].trim()}`);
  return [
    ...(folder === 'specs'
      ? found(
          /\bprocess\s*(?:\??\.\s*[a-z]\w*|(?:\?\.)?\[)|=\s*process\b|\bglobalThis\b|\bimport\.meta\.env\b/g,
          'reaches for the process; a spec learns everything from its fixtures',
        )
      : []),
    ...(noBackDoor.includes(folder)
      ? found(
          /['"`/]\/?_+(?:control|mock|admin|test|reset|state|world|clock)\b\w*|['"`]x-(?:mock|omconform|test)[\w-]*/gi,
          'names a door that only the mock could have',
        )
      : []),
  ];
}

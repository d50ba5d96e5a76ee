import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { UsageError } from '../target/input/usage-error.ts';

/** Folder of this project, wherever the command was called from. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Extension of the program's own modules: `.ts` in a clone, `.js` in a package. */
export const ownExtension = path.extname(fileURLToPath(import.meta.url));

/**
 * Flags of a Node.js process that is to run a module of the program on the engine: in a clone it must understand
 * TypeScript (a bare name would be looked for below the working directory), else know the lines of the sources.
 */
export const engineFlags = (): readonly string[] => [
  ...(ownExtension === '.ts'
    ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
    : ['--enable-source-maps']),
  '--conditions=engine',
];

/**
 * Path of a file of a package, e.g. `cli.js` of `allure`: of the one that the project depends on, else of one that is
 * installed where the command was called. Throws UsageError where there is none.
 */
export function fileOfPackage(name: string, file: string): string {
  const from = [import.meta.url, path.join(process.cwd(), 'package.json')];
  const entry = from.map((place) => resolved(name, place)).find((one) => one !== undefined);
  if (entry === undefined) throw new UsageError(`this needs the package ${name}, which is not installed: npm i -D ${name}`);
  const folder = path.join('node_modules', name);
  return path.join(entry.slice(0, entry.lastIndexOf(folder)), folder, file);
}

function resolved(name: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return undefined;
  }
}

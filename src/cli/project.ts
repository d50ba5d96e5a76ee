import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Folder of this project, wherever the command was called from. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** What `node --import` is given so that it runs TypeScript; a bare name would be looked for below the working directory. */
export const typescriptLoader = (): string => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Path of a file of a package that the project depends on, e.g. `cli.js` of `allure`. */
export function fileOfPackage(name: string, file: string): string {
  const entry = createRequire(import.meta.url).resolve(name);
  const folder = path.join('node_modules', name);
  return path.join(entry.slice(0, entry.lastIndexOf(folder)), folder, file);
}

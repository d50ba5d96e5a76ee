import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode, encode } from '@jridgewell/sourcemap-codec';
import { transform } from 'esbuild';
import { bundledView } from '../src/verdict/page/bundled-view.ts';

/**
 * `npm run build`: what the package consists of, in `dist/`, laid out as the sources are. A module of TypeScript becomes
 * one of JavaScript with a source map; an entry point of the library has its types beside it.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');

const filesIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file));

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
  writeFileSync(path.join(dist, file), text);
}

/** Source with the names of modules beside it as they are called in `dist/`; columns and lines stay. */
const withBuiltNames = (file: string, source: string): string =>
  source.replace(/(['"])(\.{1,2}\/[^'"\n]+)\.ts\1/g, (all: string, quote: string, name: string) =>
    existsSync(path.join(root, path.dirname(file), `${name}.ts`)) ? `${quote}${name}.js${quote}` : all,
  );

/**
 * A source map with one place for each line of the source: a stack trace names lines, and a place for each word would
 * take as much room as the program.
 */
function byLine(map: string, file: string): string {
  const { names: _names, sourcesContent: _content, mappings, ...rest } = JSON.parse(map) as Record<string, string>;
  let last = -1;
  const kept = decode(mappings!).map((line) =>
    line.flatMap((segment) => {
      const [column, source = 0, sourceLine = last, sourceColumn = 0] = segment;
      if (segment.length === 1 || sourceLine === last) return [];
      last = sourceLine;
      return [[column, source, sourceLine, sourceColumn] as [number, number, number, number]];
    }),
  );
  return JSON.stringify({ ...rest, sources: [path.basename(file)], names: [], mappings: encode(kept) });
}

async function buildModule(file: string): Promise<void> {
  const built = file.replace(/\.ts$/, '.js');
  const { code, map } = await transform(withBuiltNames(file, read(file)), {
    loader: 'ts',
    format: 'esm',
    target: 'node20',
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: 'external',
    sourcefile: path.basename(file),
  });
  write(built, `${code.trimEnd()}\n//# sourceMappingURL=${path.basename(built)}.map\n`);
  write(`${built}.map`, byLine(map, file));
}

const { name, version, description, type, imports, exports } = JSON.parse(read('package.json')) as {
  [field: string]: string;
} & { exports: Readonly<Record<string, string | { readonly types: string }>> };

/** The modules whose types the package has. */
const entryPoints = Object.values(exports).flatMap((entry) =>
  typeof entry === 'string' ? [] : [path.relative('dist', entry.types).replace(/\.d\.ts$/, '.ts')],
);

/** Writes the types of the entry points, and of what they are made of. Throws where they do not compile. */
function buildTypes(): void {
  const options = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rootDir', '.', '--outDir', 'dist'];
  const config = path.join(dist, 'tsconfig.json');
  const extended = { extends: '../tsconfig.json', include: [], files: entryPoints.map((file) => `../${file}`) };
  writeFileSync(config, JSON.stringify(extended));
  const { status, stdout } = spawnSync(path.join(root, 'node_modules/.bin/tsc'), ['-p', config, ...options], {
    cwd: root,
    encoding: 'utf8',
  });
  rmSync(config);
  if (status !== 0) throw new Error(stdout);
  const needed = new Set<string>();
  const keep = (file: string): void => {
    if (needed.has(file)) return;
    needed.add(file);
    const types = readFileSync(path.join(dist, file), 'utf8');
    for (const [, imported] of types.matchAll(/(?:from |import\()['"](\.[^'"]+)\.ts['"]/g))
      keep(path.join(path.dirname(file), `${imported}.d.ts`));
    writeFileSync(path.join(dist, file), withBuiltNames(file, types));
  };
  for (const entry of entryPoints) keep(entry.replace(/\.ts$/, '.d.ts'));
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.d.ts') && !needed.has(file)) rmSync(path.join(dist, file));
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
/** The page's view is one script of its own: what it is bundled from and with stays here. */
const page = 'src/verdict/page';
const isOfView = (file: string): boolean => file.startsWith(`${page}/view/`) || file === `${page}/bundled-view.ts`;
const modules = ['src', 'specs', 'fixtures'].flatMap(filesIn).filter((file) => file.endsWith('.ts') && !isOfView(file));
await Promise.all([...modules, 'playwright.config.ts'].map(buildModule));
const { script, style } = await bundledView(path.join(root, page));
write(`${page}/view.js`, script);
write(`${page}/view.css`, style);
for (const file of filesIn('schemas')) if (file.endsWith('.json') && !file.includes('examples')) write(file, read(file));
// The folder is a project of its own to what looks for one: modules find name, version and doors where they do in a clone.
write('package.json', `${JSON.stringify({ name, version, description, type, imports }, null, 2).replaceAll('.ts"', '.js"')}\n`);
if (entryPoints.length > 0) buildTypes();

import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What `npm pack` says of the tarball that it made. */
export interface Packed {
  readonly filename: string;
  /** Bytes. */
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** How a process ended, and what it said. */
export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface InstalledPackage {
  readonly packed: Packed;
  /** The tarball. */
  readonly tarball: string;
  /** A folder that holds nothing but what the installation made. */
  readonly folder: string;
  /** Path of the command. */
  readonly command: string;
  /** Runs `omconform` of the package, in a folder that is not that of the installation, unless one is named. */
  omconform(words: readonly string[], options?: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv }): Promise<Said>;
  remove(): void;
}

// What the self-tests are told by variables is not for a stranger's run.
const foreign = /^(TARGET_|RUN_|OMCONFORM_|MCLI_|NODE_TEST|NODE_OPTIONS|FORCE_COLOR|npm_)/;
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));

export const says = (command: string, words: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Said> =>
  new Promise((resolve) => {
    const options = { cwd, env: { ...environment, ...env }, maxBuffer: 2 ** 26 };
    execFile(command, words, options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, stdout, stderr });
    });
  });

async function succeeds(command: string, words: readonly string[], cwd: string): Promise<string> {
  const { code, stdout, stderr } = await says(command, words, cwd);
  if (code !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${code}: ${stdout}${stderr}`);
  return stdout;
}

/** Packs the project as it is published, and installs the tarball in an empty folder. */
export async function installPackage(): Promise<InstalledPackage> {
  const base = realpathSync(mkdtempSync(path.join(tmpdir(), 'omconform-package-')));
  const folder = path.join(base, 'installed');
  const elsewhere = path.join(base, 'elsewhere');
  const said = await succeeds('npm', ['pack', '--json', '--pack-destination', base], root);
  const [packed] = JSON.parse(said.slice(said.search(/^\[$/m))) as [Packed];
  const tarball = path.join(base, packed.filename);
  await succeeds('mkdir', [folder, elsewhere], base);
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  await succeeds('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball], folder);
  const command = path.join(folder, 'node_modules/.bin/omconform');
  return {
    packed,
    tarball,
    folder,
    command,
    omconform: (words, { cwd = elsewhere, env } = {}) => says(process.execPath, [command, ...words], cwd, env),
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
}

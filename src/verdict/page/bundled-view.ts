import path from 'node:path';
import { build } from 'esbuild';
import type { View } from './page.ts';

/** Bundles the view from its sources in `view/` of that folder. Rejects where they do not compile. */
export async function bundledView(folder: string): Promise<View> {
  const { outputFiles } = await build({
    entryPoints: ['view/main.tsx', 'view/style.css'].map((file) => path.join(folder, file)),
    outdir: 'view',
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  });
  const textOf = (ending: string): string => (outputFiles.find(({ path: file }) => file.endsWith(ending))?.text ?? '').trim();
  return { script: textOf('.js'), style: textOf('.css') };
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { visibleJson } from '../../wire/visible.ts';
import { escapeXml } from '../formats/junit.ts';
import type { PageData } from './page-data.ts';

// Not `import`: a package has no sources to bundle, and nothing to bundle them with.
const load = createRequire(import.meta.url);

/** Script and style of the page, as they stand in it. */
export interface View {
  readonly script: string;
  readonly style: string;
}

/** The view of a built package; a clone has none, and bundles it. */
const built = { script: path.join(import.meta.dirname, 'view.js'), style: path.join(import.meta.dirname, 'view.css') };

/** The view, from the package or bundled from its sources. */
export async function viewOfPage(): Promise<View> {
  if (existsSync(built.script)) return { script: readFileSync(built.script, 'utf8'), style: readFileSync(built.style, 'utf8') };
  const { bundledView } = load('./bundled-view.ts') as typeof import('./bundled-view.ts');
  return bundledView(import.meta.dirname);
}

const generator = '<meta name="generator" content="omconform">';

/** Whether a text is a page that was made here. */
export const isPage = (html: string): boolean => html.slice(0, 2_000).includes(generator);

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The page as one HTML file that needs nothing else, and may fetch nothing. What a target sent stands in it as JSON that
 * no browser reads as markup; without scripts it says the verdict.
 */
export function pageHtml(data: PageData, { script, style }: View): string {
  const policy = [
    `default-src 'none'`,
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    `base-uri 'none'`,
    `form-action 'none'`,
  ];
  const json = visibleJson(JSON.stringify(data)).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
${generator}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${escapeXml(data.headline.split(':', 1)[0]!)} · omconform</title>
<style>${style}</style>
</head>
<body>
<noscript>${escapeXml(data.headline)} This page needs scripts; verdict.json and summary.md beside it do not.</noscript>
<div id="page"></div>
<script type="application/json" id="data">${json}</script>
<script>${script}</script>
</body>
</html>
`;
}

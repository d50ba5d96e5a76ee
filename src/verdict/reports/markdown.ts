import { visible } from '../../wire/visible.ts';

/** Text of a target may hold anything: kept on one line, and nothing in it taken for markup. */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|~#&@]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text set as code. */
export function code(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}

/** Lines under a heading of the summary; nothing where there are none. */
export function section(title: string, lines: readonly string[], isThere = lines.length > 0): string[] {
  return isThere ? ['', `### ${title}`, '', ...lines] : [];
}

import { placeholders } from '../../contract/error-codes/index.ts';

/** No message of the tables has a quarter of it, with what is filled in. */
const longest = 1_000;

const patterns = new Map<string, RegExp>();

/** A template as a pattern: what stands between its placeholders, in any case, blanks and hyphens alike, names quoted or not. */
function patternOf(template: string): RegExp {
  const known = patterns.get(template);
  if (known !== undefined) return known;
  const parts = template.replace(/\.\s*$/, '').split(/\{[^{}]*\}/);
  const literal = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[-\s]+/g, '[-\\s]+');
  const pattern = new RegExp(`^\\s*${parts.map(literal).join('(.*?)')}\\.?\\s*$`, 'isu');
  patterns.set(template, pattern);
  return pattern;
}

/** What was filled into a template, in order, without quotes; undefined where the text does not follow it. */
export function filledInto(template: string, text: string): readonly string[] | undefined {
  if (text.length > longest || placeholders(template).length === 0) return undefined;
  return patternOf(template)
    .exec(text)
    ?.slice(1)
    .map((filler) => filler.trim().replace(/^(["'`“‘])(.*)["'`”’]$/s, '$2'));
}

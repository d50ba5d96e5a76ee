const placeholder = /\{([^{}]+)\}/g;

/** Names of the placeholders of a message template in order, repeated ones repeated: `{ID} … {group}` → `['ID', 'group']`. */
export function placeholders(template: string): string[] {
  return [...template.matchAll(placeholder)].map((match) => match[1] ?? '');
}

/**
 * The message a template becomes with its placeholders filled by position.
 * Throws RangeError unless there is exactly one parameter for each placeholder.
 */
export function fillTemplate(template: string, parameters: readonly string[]): string {
  const wanted = placeholders(template);
  if (wanted.length !== parameters.length) {
    throw new RangeError(`"${template}" takes ${wanted.length} parameters, got ${parameters.length}`);
  }
  let next = 0;
  return template.replace(placeholder, () => parameters[next++] ?? '');
}

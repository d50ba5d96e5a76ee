import { targetSections } from './settings/sections.ts';
import { settingsOfFiles } from './target-file.ts';

const commented = (text: string, before = '# '): string => text.replace(/^/gm, before);

/** What `omconform target init` writes; every line is commented out but the address. */
export function targetTemplate(name: string): string {
  const settings = settingsOfFiles().map(({ field, fieldHint, example }) => {
    const line = `${field === 'url' ? '' : '# '}${field}: ${example}`;
    return fieldHint === undefined ? line : `${line.padEnd(33)} # ${fieldHint}`;
  });
  const sections = targetSections.map(({ field, says, example }) => `# ${says}\n# ${field}:\n${commented(example, '#   ')}\n`);
  return `# What is known of the target "${name}". Use it with
#   npx omconform run --target ${name}
# Flags, the environment and .env win over this file. Keys do not belong here: TARGET_PUBLIC_KEY and TARGET_PRIVATE_KEY
# stay in the environment or in .env. The fields are described in schemas/documents/target-file.json.

${settings.join('\n')}

${sections.join('\n')}`;
}

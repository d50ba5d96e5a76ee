/** Files of the folder that `omconform init` makes, by their paths in it; the example of settings is made elsewhere. */
export const starter: Readonly<Record<string, string>> = {
  'own-specs/projects.spec.ts': `import { expect, proves, requirement, test } from 'omconform/suite';

const named = requirement({ id: 'own.projects-are-named', says: 'Every project that is shown has a name.', source: 'our handbook' });

test('the project that is looked at has a name', proves(named), async ({ client, given }) => {
  const answer = await client.send({ method: 'GET', path: \`/groups/\${given.id}\` });

  expect(answer).toHaveStatus(200);
  expect(answer).toHold({ '/id': given.id, '/name': (name: unknown) => (typeof name === 'string' && name !== '') || 'is no name' });
});
`,
  'playwright.config.ts': `import config from 'omconform/playwright';

export default config;
`,
  'targets/README.md': `# Targets

\`npx omconform target init staging\` writes \`staging.yaml\` here: what is known of a target. \`--target staging\` uses it.
`,
};

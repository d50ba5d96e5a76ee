#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

// Not `import`: what is required starts a tenth sooner.
const require = createRequire(import.meta.url);
const source = new URL('./cli/commands/main.ts', import.meta.url);

// A clone has the sources and runs them; what is installed has `dist/` alone.
if (existsSync(source)) {
  require('tsx/cjs/api').register();
  await require('./cli/commands/main.ts').main();
} else {
  const { main } = await import('../dist/src/cli/commands/main.js');
  await main();
}

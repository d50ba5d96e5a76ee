#!/usr/bin/env node
import { createRequire } from 'node:module';

// Not `import`: what is required starts a tenth sooner.
const require = createRequire(import.meta.url);
require('tsx/cjs/api').register();
await require('./cli/commands/main.ts').main();

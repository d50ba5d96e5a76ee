#!/usr/bin/env node
import { createRequire } from 'node:module';
import { register } from 'tsx/cjs/api';

register();
await createRequire(import.meta.url)('./main.ts').main();

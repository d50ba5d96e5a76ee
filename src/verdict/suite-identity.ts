import { readFileSync } from 'node:fs';
import type { Requirement } from '../contract/requirement.ts';
import { catalogueHash } from './catalogue-hash.ts';
import type { SuiteIdentity } from './verdict.ts';

/** Name and version of this suite, from its package.json, and the hash of the catalogue it judges by. */
export function suiteIdentity(requirements: Readonly<Record<string, Requirement>>): SuiteIdentity {
  const { name, version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    name: string;
    version: string;
  };
  return { name, version, catalogueHash: catalogueHash(requirements) };
}

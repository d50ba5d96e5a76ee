import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { referencePages } from '../../src/contract/reference-pages.ts';
import type { Requirement } from '../../src/contract/requirement.ts';
import { requirements } from '../../src/contract/requirements/index.ts';

/** Headings of the two pages that the suite is built on: the principles of the API and the tables of its error codes. */
const headings = new Set([
  'Key-based access',
  'Digest authentication',
  'Browsable interface',
  'User Access Control',
  'API Network Whitelist',
  'HTTPS Only',
  'HTTP Methods',
  'JSON',
  'Request Rules',
  'Response Conventions',
  'Linking',
  'Lists',
  'Envelopes',
  'Pretty Printing',
  'Response Codes',
  'Errors',
  'Authentication',
  'Automation',
  'Rate Limiting',
  'Error Codes',
  'Stop Monitoring a Process',
  'Unique Names',
  'MongoDB Configuration Options',
  'Authentication Credentials on Source and Destination Clusters',
  'MongoDB Versions',
  'Agent Compatibility',
  'MongoDB Deployment Types',
]);

describe('the source of a requirement', () => {
  const documented = Object.entries<Requirement>(requirements).filter(([, { basis }]) => basis === 'documented');

  test('that is documented is a heading of the two pages, or a page of the reference with its address', () => {
    const named = new Set(Object.entries(referencePages).map(([title, address]) => `${title}, ${address}`));
    const unfounded = documented.filter(
      ([, { source }]) => !named.has(source) && !source.split('; ').every((heading) => headings.has(heading)),
    );
    assert.deepEqual(
      unfounded.map(([id, { source }]) => `${id}: ${source}`),
      [],
    );
  });

  test('each page of the reference is rested on', () => {
    const rested = documented.map(([, { source }]) => source);
    for (const [title, address] of Object.entries(referencePages)) {
      assert.match(address, /^https:\/\/www\.mongodb\.com\/docs\/(?:ops|cloud)-manager\/.*\/$/);
      assert.ok(rested.includes(`${title}, ${address}`), title);
    }
  });
});

/**
 * `#suite` for the engine: the same names as fixtures/suite.ts has for Playwright.
 * The specs are type-checked against that one.
 */
export { expect } from './expect.ts';
export { declareTest as test } from './registry.ts';
export * from '../../fixtures/claims.ts';

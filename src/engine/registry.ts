import { fileURLToPath } from 'node:url';
import type { TestDetails } from '../../fixtures/proves.ts';

/** One test of a spec file, as it was declared. */
export interface DeclaredTest {
  readonly title: string;
  readonly details: TestDetails;
  readonly body: (fixtures: Record<string, unknown>, info: unknown) => Promise<void>;
  /** Absolute path, and the line of the `test(…)` call. */
  readonly file: string;
  readonly line: number;
}

const declared: DeclaredTest[] = [];

/** The tests declared since the last call, in order. */
export const takeDeclared = (): DeclaredTest[] => declared.splice(0);

/** The part of Playwright's `test` that specs use: it only notes what was declared. */
export function declareTest(title: string, details: TestDetails, body: DeclaredTest['body']): void {
  declared.push({ title, details, body, ...callSite() });
}

declareTest.describe = (_title: string, group: () => void): void => group();

function callSite(): { file: string; line: number } {
  const frame = new Error('call site').stack?.split('\n')[3] ?? '';
  const [, file = '', line = '0'] = /\(?((?:file:\/\/)?\/[^()]*?):(\d+):\d+\)?$/.exec(frame) ?? [];
  return { file: file.startsWith('file:') ? fileURLToPath(file) : file, line: Number(line) };
}

import type { EvidenceOfTest } from '../contract/outcomes.ts';
import type { Exchange } from '../wire/exchange.ts';

/** What one test leaves behind: its check, what the standing judges saw, and the recorded exchanges. */
export type TestEvidence = EvidenceOfTest<Exchange>;

/**
 * Reads the body of one `omconform-record` attachment.
 * Throws an Error that says what is missing when the text is not such a document: a record that cannot be read
 * must never look like a test without one.
 */
export function readEvidence(text: string): TestEvidence {
  const parsed: unknown = JSON.parse(text);
  if (!isEvidence(parsed)) throw new Error('the test record lacks record, standing or exchanges');
  return parsed;
}

function isEvidence(value: unknown): value is TestEvidence {
  if (typeof value !== 'object' || value === null) return false;
  const { record, standing, exchanges } = value as Record<string, unknown>;
  return (
    Array.isArray(standing) &&
    Array.isArray(exchanges) &&
    typeof record === 'object' &&
    record !== null &&
    'requirement' in record &&
    typeof record.requirement === 'string'
  );
}

import { reasonPhrase } from '../../wire/reasons.ts';

/** Phrases of RFC 9110 and of the RFCs before it that node's table does not have. */
const otherPhrases: Readonly<Record<number, readonly string[]>> = {
  302: ['Moved Temporarily'],
  408: ['Request Time-out'],
  413: ['Content Too Large', 'Payload Too Large', 'Request Entity Too Large'],
  414: ['URI Too Long', 'Request-URI Too Long', 'Request-URI Too Large'],
  416: ['Range Not Satisfiable', 'Requested Range Not Satisfiable'],
  418: ["I'm a teapot"],
  422: ['Unprocessable Content', 'Unprocessable Entity'],
  504: ['Gateway Timeout', 'Gateway Time-out'],
  505: ['HTTP Version Not Supported', 'HTTP Version not supported'],
};

/** Every phrase that is or was standard for a status; none for a status that has no standard phrase. */
export function reasonPhrases(status: number): readonly string[] {
  const current = reasonPhrase(status);
  return [...(current === undefined ? [] : [current]), ...(otherPhrases[status] ?? [])];
}

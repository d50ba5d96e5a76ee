import type { Proof as ProofData } from '../../proof.ts';
import { CopyLine } from './parts.tsx';

/** A request, its answer with the places marked that are wrong, and the line that asks again. */
export function Proof({ proof }: { readonly proof: ProofData }) {
  const { request, answer, fault, again, exchange } = proof;
  return (
    <div class="proof">
      <p>
        <code>
          <b>{request.method}</b> {request.url}
        </code>
        {request.caller !== 'main' && ` as ${request.caller}`}
      </p>
      <p>{answer === null ? (fault ?? 'No answer came.') : `${answer.status} ${answer.contentType ?? ''}`}</p>
      {answer !== null && answer.lines.length > 0 && (
        <pre tabIndex={0} aria-label="Answer">
          {answer.lines.map(({ text, marked }, index) =>
            marked ? <mark key={index}>{`${text}\n`}</mark> : <span key={index}>{`${text}\n`}</span>,
          )}
        </pre>
      )}
      <CopyLine text={again} />
      <p class="small">Exchange: {exchange}</p>
    </div>
  );
}

import type { PageCause, PageData } from '../page-data.ts';
import { Proof } from './proof.tsx';
import { List, RowLinks, Section, Source, useFold } from './parts.tsx';

/** What breaks documented MUSTs: what explains the most comes first. */
export function Causes({ data }: { readonly data: PageData }) {
  const [shown, more] = useFold(data.causes);
  if (data.causes.length === 0) return null;
  return (
    <Section title={`What breaks it (${data.causes.length})`} id="causes">
      <ol class="causes">
        {shown.map((cause) => (
          <li key={cause.id}>
            <Cause cause={cause} data={data} />
          </li>
        ))}
      </ol>
      {more}
    </Section>
  );
}

function Cause({ cause, data }: { readonly cause: PageCause; readonly data: PageData }) {
  const { id, share, says, source, wrong, proof, follows, hides } = cause;
  return (
    <>
      <h3>
        <RowLinks ids={[id]} /> <span class="small">{share}</span>
      </h3>
      <List items={wrong} />
      <p>
        <q>{says}</q> <Source source={source} />
      </p>
      {proof !== null && (
        <details open={cause.number <= 3}>
          <summary>Request and answer</summary>
          <Proof proof={data.proofs[proof]!} />
        </details>
      )}
      {follows.length > 0 && (
        <p>
          From it follow: <RowLinks ids={follows.map(({ requirement }) => requirement)} />
        </p>
      )}
      {hides.length > 0 && (
        <p>
          Hidden by it: <RowLinks ids={hides} />
        </p>
      )}
    </>
  );
}

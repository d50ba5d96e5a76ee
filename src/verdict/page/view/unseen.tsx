import type { PageData } from '../page-data.ts';
import { List, RowLinks, Section } from './parts.tsx';

/** What nobody could see, and what would show it. */
export function Unseen({ data: { openers, unseen, newFields } }: { readonly data: PageData }) {
  if (unseen.length === 0 && newFields.length === 0) return null;
  return (
    <Section title="What nobody could see" id="unseen">
      {openers.length > 0 && (
        <ul>
          {openers.map(({ give, opens }) => (
            <li key={give}>
              <code>{give}</code> opens {opens} documented {opens === 1 ? 'MUST' : 'MUSTs'}
            </li>
          ))}
        </ul>
      )}
      <ul>
        {unseen.map(({ says, ids }) => (
          <li key={says}>
            {ids.length} {says}: <RowLinks ids={ids} />
          </li>
        ))}
      </ul>
      {newFields.length > 0 && (
        <details>
          <summary>Fields that no page names ({newFields.length})</summary>
          <List items={newFields} />
        </details>
      )}
    </Section>
  );
}

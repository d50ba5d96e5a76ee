import type { PageChange, PageData } from '../page-data.ts';
import { rowLink } from './address.ts';
import { List, Section, useFold } from './parts.tsx';

/** What changed since the run that it was compared with, and how the latest runs went. */
export function Changes({ data }: { readonly data: PageData }) {
  const { conclusion, differences, changes, trend } = data;
  if (conclusion === null && trend === null) return null;
  return (
    <Section title="What changed" id="changes">
      {conclusion !== null && <p>{conclusion}</p>}
      {differences.length > 0 && <List items={differences} />}
      {changes.map((change) => (
        <ChangedRows key={change.heading} change={change} />
      ))}
      {trend !== null && (
        <div class="wide" tabIndex={0} role="region" aria-label="Trend">
          <table>
            <caption>The latest runs, the last one at the bottom</caption>
            <thead>
              <tr>
                {['run', 'verdict', 'version'].map((name) => (
                  <th scope="col" key={name}>
                    {name}
                  </th>
                ))}
                {trend.columns.map((name) => (
                  <th scope="col" class="number" key={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {trend.runs.map(({ startedAt, verdict, version, counts }) => (
                <tr key={startedAt}>
                  <th scope="row">{startedAt.slice(0, 16).replace('T', ' ')}</th>
                  <td>{verdict}</td>
                  <td>{version}</td>
                  {counts.map((count, index) => (
                    <td class="number" key={index}>
                      {count}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function ChangedRows({ change: { heading, rows } }: { readonly change: PageChange }) {
  const [shown, more] = useFold(rows);
  return (
    <details open>
      <summary>
        {heading} ({rows.length})
      </summary>
      <ul>
        {shown.map(({ id, binding, says }) => (
          <li key={id}>
            <a href={rowLink(id)}>{id}</a>
            {!binding && ' (decides no verdict)'}: {says}
          </li>
        ))}
        {more !== null && <li>{more}</li>}
      </ul>
    </details>
  );
}

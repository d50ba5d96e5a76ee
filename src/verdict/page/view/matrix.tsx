import type { PageData } from '../page-data.ts';
import { filterLink } from './address.ts';
import { Section } from './parts.tsx';

/** Areas and what became of their requirements; each number leads to them. */
export function Matrix({ data: { columns, areas, total } }: { readonly data: PageData }) {
  return (
    <Section title="Requirements by area" id="matrix">
      <div class="wide" tabIndex={0} role="region" aria-label="Requirements by area">
        <table>
          <thead>
            <tr>
              <th scope="col">area</th>
              {columns.map((column) => (
                <th scope="col" class="number" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {areas.map(([area, row]) => (
              <tr key={area}>
                <th scope="row">
                  <a href={filterLink({ area })}>{area}</a>
                </th>
                {columns.map((column) => (
                  <td class="number" key={column}>
                    {row[column] > 0 && (
                      <a
                        class={`tone ${toneOf(column)}`}
                        href={filterLink({ area, column })}
                        aria-label={`${row[column]} ${column} in ${area}`}
                      >
                        {row[column]}
                      </a>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">all</th>
              {columns.map((column) => (
                <td class="number" key={column}>
                  {total[column] > 0 && (
                    <a
                      class={`tone ${toneOf(column)}`}
                      href={filterLink({ column })}
                      aria-label={`${total[column]} ${column} in all`}
                    >
                      {total[column]}
                    </a>
                  )}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </Section>
  );
}

/** How a column is coloured. */
export function toneOf(column: PageData['columns'][number]): string {
  if (column === 'kept') return 'good';
  if (column === 'broken') return 'bad';
  return column === 'warned' || column === 'unverified' ? 'open' : 'quiet';
}

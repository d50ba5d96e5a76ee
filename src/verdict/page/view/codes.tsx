import type { PageCode, PageData } from '../page-data.ts';
import { rowLink } from './address.ts';
import { Section } from './parts.tsx';

const stateOf = ({ outcome }: PageCode): string => {
  if (outcome === null) return 'not in scope';
  if (outcome === 'kept') return 'seen';
  return outcome === 'not-provoked' ? 'not provoked' : outcome;
};

/** All documented error codes: expected, seen, not provoked. */
export function Codes({ data: { codes } }: { readonly data: PageData }) {
  const seen = codes.filter(({ outcome }) => outcome === 'kept').length;
  return (
    <Section title="Error codes" id="codes">
      <details>
        <summary>
          {seen} of {codes.length} documented codes were seen
        </summary>
        <div class="wide" tabIndex={0} role="region" aria-label="Error codes">
          <table>
            <thead>
              <tr>
                <th scope="col">code</th>
                <th scope="col">status</th>
                <th scope="col">products</th>
                <th scope="col">in this run</th>
              </tr>
            </thead>
            <tbody>
              {codes.map((code) => (
                <tr key={code.name}>
                  <th scope="row">
                    {code.outcome === null ? code.name : <a href={rowLink(`code.${code.name}`)}>{code.name}</a>}
                  </th>
                  <td>{code.status}</td>
                  <td>{code.products.join(', ')}</td>
                  <td>
                    {stateOf(code)}
                    {code.reason !== null && `: ${code.reason}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </Section>
  );
}

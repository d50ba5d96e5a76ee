import type { PageData } from '../page-data.ts';

const toneOf: Readonly<Record<PageData['verdict'], string>> = {
  conformant: 'good',
  'conformant-with-known-deviations': 'good',
  'non-conformant': 'bad',
  incomplete: 'open',
  error: 'open',
};

/** The verdict, what was judged, and what changed. */
export function Header({ data }: { readonly data: PageData }) {
  const end = data.headline.indexOf(': ');
  return (
    <header class={toneOf[data.verdict]}>
      <h1>
        <span class="word">{data.headline.slice(0, end)}</span> <span class="because">{data.headline.slice(end + 2)}</span>
      </h1>
      {data.warnings.map((warning) => (
        <p class="warning" key={warning}>
          Mind: {warning}
        </p>
      ))}
      {data.conclusion !== null && (
        <p>
          <a href="#changes">{data.conclusion}</a>
        </p>
      )}
      <dl>
        {data.facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

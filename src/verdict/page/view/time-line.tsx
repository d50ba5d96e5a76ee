import type { PageData } from '../page-data.ts';
import type { Lane } from '../time-line.ts';
import { Section } from './parts.tsx';

const width = 1000;
const height = 18;
const kinds = ['answered', 'refused', 'failed'] as const;

const pairsOf = (flat: readonly number[]): [start: number, duration: number][] =>
  Array.from({ length: flat.length / 2 }, (_, index) => [flat[index * 2]!, flat[index * 2 + 1]!]);

const countOf = ({ requests }: Lane): number => kinds.reduce((sum, kind) => sum + requests[kind].length / 2, 0);

/** Requests by worker, from left to right as they were sent. */
export function TimeLine({ data: { lanes, slowest } }: { readonly data: PageData }) {
  if (slowest.length === 0) return null;
  const all = lanes.flatMap(({ requests }) => kinds.flatMap((kind) => pairsOf(requests[kind])));
  const end = all.reduce((latest, [start, duration]) => Math.max(latest, start + duration), 1);
  return (
    <Section title="Requests" id="requests">
      {lanes.map((lane) => (
        <figure key={lane.name}>
          <figcaption>
            {lane.name}: {countOf(lane)} requests in {(end / 1000).toFixed(1)} s, of which{' '}
            {kinds.map((kind) => `${lane.requests[kind].length / 2} ${kind}`).join(', ')}
          </figcaption>
          <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={`Requests of ${lane.name}`}>
            {kinds.map((kind) => (
              <path key={kind} class={kind} d={pathOf(pairsOf(lane.requests[kind]), width / end)} />
            ))}
          </svg>
        </figure>
      ))}
      <p class="small">Refused: a status of 400 to 499. Failed: 500 and above, or no answer.</p>
      <details>
        <summary>The slowest requests</summary>
        <ol>
          {slowest.map(({ line, exchange, durationMs, startedMs }) => (
            <li key={exchange}>
              <code>{line}</code>: {durationMs} ms{startedMs !== null && `, after ${(startedMs / 1000).toFixed(1)} s`}
              <br />
              <span class="small">{exchange}</span>
            </li>
          ))}
        </ol>
      </details>
    </Section>
  );
}

/** A bar for each request; one that took no time has a hair's breadth. */
const pathOf = (requests: readonly [number, number][], scale: number): string =>
  requests
    .map(([start, duration]) => {
      const breadth = Math.max(0.4, duration * scale).toFixed(1);
      return `M${(start * scale).toFixed(1)} 0h${breadth}v${height}h-${breadth}z`;
    })
    .join('');

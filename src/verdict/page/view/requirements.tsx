import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { PageCheck, PageData, PageRow } from '../page-data.ts';
import { noFilter, rowLink, type Address, type Filter } from './address.ts';
import { toneOf } from './matrix.tsx';
import { Proof } from './proof.tsx';
import { List, Section, Source } from './parts.tsx';

interface Props {
  readonly data: PageData;
  readonly address: Address;
  readonly choose: (filter: Filter) => void;
}

/** Text in which a row is looked for. */
const wordsOf = ({ id, says, reason, checks, source }: PageRow): string =>
  [id, says, reason ?? '', source.title, ...checks.flatMap(({ title, wrong }) => [title, ...wrong])].join('\n').toLowerCase();

/** All requirements: looked for, filtered, and each with its checks. */
export function Requirements({ data, address, choose }: Props) {
  const { filter, row: target } = address;
  const words = useMemo(() => new Map(data.rows.map((row) => [row.id, wordsOf(row)])), [data]);
  const matches = (row: PageRow): boolean =>
    filter.text
      .toLowerCase()
      .split(/\s+/)
      .every((word) => words.get(row.id)!.includes(word)) &&
    (filter.area === '' || row.area === filter.area) &&
    (filter.level === '' || row.level === filter.level) &&
    (filter.column === '' || row.column === filter.column) &&
    (filter.product === '' || (row.products as readonly string[]).includes(filter.product)) &&
    (filter.code === '' || row.id === `code.${filter.code}`);
  const shown = data.rows.filter(matches);
  const found = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (address.isLinked && address.filter !== noFilter) found.current?.scrollIntoView();
  }, [address]);
  return (
    <Section title="Requirements" id="requirements">
      <Controls data={data} filter={filter} choose={choose} />
      <p ref={found} role="status">
        {shown.length} of {data.rows.length} requirements
      </p>
      {shown.map((row) => (
        <Row key={row.id} row={row} data={data} isTarget={row.id === target} />
      ))}
    </Section>
  );
}

function Controls({ data, filter, choose }: Omit<Props, 'address'> & { readonly filter: Filter }) {
  const set = (name: keyof Filter) => (event: { currentTarget: { value: string } }) =>
    choose({ ...filter, [name]: event.currentTarget.value });
  const choices: readonly (readonly [keyof Filter, string, readonly string[]])[] = [
    ['area', 'Area', data.areas.map(([area]) => area)],
    ['level', 'Level', ['MUST', 'SHOULD', 'MAY']],
    ['column', 'Outcome', data.columns],
    ['product', 'Product', ['ops-manager', 'cloud-manager']],
  ];
  return (
    <form class="controls" role="search" onSubmit={(event) => event.preventDefault()}>
      <label>
        Search <input type="search" value={filter.text} onInput={set('text')} />
      </label>
      {choices.map(([name, label, values]) => (
        <label key={name}>
          {label}{' '}
          <select value={filter[name]} onChange={set(name)}>
            <option value="">all</option>
            {values.map((value) => (
              <option key={value} value={value}>
                {value}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        Error code <input list="codes-known" value={filter.code} onInput={set('code')} />
      </label>
      <datalist id="codes-known">
        {data.codes.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <button type="button" onClick={() => choose(noFilter)}>
        Show all
      </button>
    </form>
  );
}

/** Whether a check says it itself. */
const isTold =
  (what: string) =>
  ({ reason, wrong }: PageCheck): boolean =>
    reason === what || wrong.includes(what);

function Row({ row, data, isTarget }: { readonly row: PageRow; readonly data: PageData; readonly isTarget: boolean }) {
  const element = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isTarget || element.current === null) return;
    element.current.open = true;
    element.current.scrollIntoView();
    element.current.querySelector('summary')?.focus({ preventScroll: true });
  }, [isTarget]);
  const { id, outcome, column, says, source, level, basis, reason, since, cause } = row;
  return (
    <details class="row" id={id} ref={element}>
      <summary>
        <span class={`tone ${toneOf(column)}`}>{outcome}</span> <code>{id}</code> <span class="says">{says}</span>
      </summary>
      <p>
        {level}, {basis}: <q>{says}</q> <Source source={source} />
      </p>
      {reason !== null && !row.checks.some(isTold(reason)) && <p>{reason}</p>}
      {since !== null && <p>{since}</p>}
      {cause !== null && data.causes[cause - 1]!.id !== id && (
        <p>
          It follows from cause {cause}: <a href={rowLink(data.causes[cause - 1]!.id)}>{data.causes[cause - 1]!.id}</a>
        </p>
      )}
      {row.checks.map((check, index) => (
        <Check key={index} check={check} data={data} />
      ))}
      <p>
        <a href={rowLink(id)}>Link to this requirement</a>
      </p>
    </details>
  );
}

function Check({ check, data }: { readonly check: PageCheck; readonly data: PageData }) {
  const { title, where, outcome, reason, wrong, findings, proof } = check;
  return (
    <div class="check">
      <h3>
        {outcome}: {title}
      </h3>
      {where !== null && (
        <p class="small">
          <code>{where}</code>
        </p>
      )}
      {reason !== null && wrong.length === 0 && <p>{reason}</p>}
      {wrong.length > 0 && <List items={wrong} />}
      {findings.length > 0 && (
        <>
          <p>Found, and no fault:</p>
          <List items={findings} />
        </>
      )}
      {proof !== null && <Proof proof={data.proofs[proof]!} />}
    </div>
  );
}

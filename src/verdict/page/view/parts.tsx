import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PageSource } from '../page-data.ts';
import { rowLink } from './address.ts';

/** A section with its heading. `id` names it for links of the page itself; ids of requirements have a dot. */
export function Section({ title, id, children }: { title: string; id: string; children: ComponentChildren }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** Lists are folded after ten, with a count of the rest. */
const mostShown = 10;

/** What of a list is shown, and the button that shows the rest; null where all is. */
export function useFold<T>(items: readonly T[]): readonly [shown: readonly T[], more: VNode | null] {
  const [open, setOpen] = useState(false);
  const rest = items.length - mostShown;
  if (open || rest <= 0) return [items, null];
  const more = (
    <button type="button" onClick={() => setOpen(true)}>
      and {rest} more
    </button>
  );
  return [items.slice(0, mostShown), more];
}

export function List({ items }: { readonly items: readonly string[] }) {
  const [shown, more] = useFold(items);
  return (
    <ul>
      {shown.map((item) => (
        <li key={item}>{item}</li>
      ))}
      {more !== null && <li>{more}</li>}
    </ul>
  );
}

/** Links to requirements, folded. */
export function RowLinks({ ids }: { readonly ids: readonly string[] }) {
  const [shown, more] = useFold(ids);
  return (
    <span class="ids">
      {shown.map((id) => (
        <a key={id} href={rowLink(id)}>
          {id}
        </a>
      ))}
      {more}
    </span>
  );
}

export function Source({ source: { title, href } }: { readonly source: PageSource }) {
  return <cite>{href === null ? title : <a href={href}>{title}</a>}</cite>;
}

async function copy(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  const field = Object.assign(document.createElement('textarea'), { value: text });
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (!done) throw new Error('the browser copies nothing');
}

/** A line to type in a shell, with a button that copies it. */
export function CopyLine({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('Copy');
  const onClick = () =>
    copy(text).then(
      () => setSaid('Copied'),
      () => setSaid('Not copied'),
    );
  return (
    <div class="copy">
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
      <button type="button" aria-live="polite" onClick={onClick}>
        {said}
      </button>
    </div>
  );
}

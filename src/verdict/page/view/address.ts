import { useEffect, useState } from 'preact/hooks';

/** What is chosen among the requirements. An empty string leaves the choice open. */
export interface Filter {
  readonly text: string;
  readonly area: string;
  readonly level: string;
  readonly column: string;
  readonly product: string;
  readonly code: string;
}

export const noFilter: Filter = { text: '', area: '', level: '', column: '', product: '', code: '' };

/** Where in the page a reader is: at a choice of requirements, or at one of them. */
export interface Address {
  readonly filter: Filter;
  /** Id of a requirement; empty for none. */
  readonly row: string;
  /** A link led there: the page goes to it. Who types in the search field stays where they are. */
  readonly isLinked: boolean;
}

const filterMark = '#?';

/** The fragment of a choice: `#?area=list&column=broken`. */
export function filterLink(filter: Partial<Filter>): string {
  const given = Object.entries(filter).filter(([, value]) => value !== '');
  return `${filterMark}${new URLSearchParams(given).toString()}`;
}

/** The fragment of a requirement: `#list.shape`. */
export const rowLink = (id: string): string => `#${encodeURIComponent(id)}`;

function addressOf(hash: string): Address {
  if (!hash.startsWith(filterMark)) return { filter: noFilter, row: decoded(hash.slice(1)), isLinked: true };
  const given = new URLSearchParams(hash.slice(filterMark.length));
  const filter = Object.fromEntries(Object.keys(noFilter).map((name) => [name, given.get(name) ?? ''])) as unknown as Filter;
  return { filter, row: '', isLinked: true };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address, and how to choose among the requirements: the fragment follows, so that a link to it can be passed on. */
export function useAddress(): readonly [Address, (filter: Filter) => void] {
  const [address, setAddress] = useState(() => addressOf(location.hash));
  useEffect(() => {
    const follow = () => setAddress(addressOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const choose = (filter: Filter) => {
    history.replaceState(null, '', filterLink(filter));
    setAddress({ filter, row: '', isLinked: false });
  };
  return [address, choose];
}

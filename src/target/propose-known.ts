import { isSeq, parseDocument, YAMLMap, YAMLSeq, type Document } from 'yaml';

/** A failure that could be put up with: what the entry says by itself, and what a person should know of it. */
export interface Proposal {
  readonly requirement: string;
  readonly fingerprint: string;
  /** Lines for the person who completes it. */
  readonly about: readonly string[];
}

/** Why the fields are empty: the reader of the file refuses them so. */
const toComplete = ' say why, and until which day; then this file can be used again';

function entryOf(document: Document, { requirement, fingerprint, about }: Proposal): YAMLMap {
  const entry = document.createNode({ requirement, fingerprint, why: '', owner: '', until: '' }) as YAMLMap;
  entry.commentBefore = about.map((line) => ` ${line}`).join('\n');
  return entry;
}

/**
 * The YAML text with these failures added to its list `known`; what else is in it, comments too, stays. `why`, `owner`
 * and `until` are left empty for a person. An empty text becomes a document of that list alone.
 */
export function withProposals(yaml: string, proposals: readonly Proposal[]): string {
  const document = parseDocument(yaml);
  const there = document.get('known');
  const list = isSeq(there) ? there : new YAMLSeq();
  if (list.items.length === 0) list.commentBefore = toComplete;
  for (const proposal of proposals) list.add(entryOf(document, proposal));
  if (!isSeq(there)) document.set('known', list);
  return document.toString({ lineWidth: 0 });
}

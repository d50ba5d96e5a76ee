import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { at, judged, together } from '../exchange/judgement.ts';
import { contentOf } from '../exchange/json.ts';
import { hrefOf } from '../links/links.ts';
import { judgeLinkTarget } from './page.ts';
import { below, seen } from '../exchange/pointer.ts';

/** The document has a link of that name, or has none. */
export function judgeLinkIs(exchange: Exchange, rel: string, wanted: 'present' | 'absent'): Judgement {
  const content = contentOf(exchange);
  if (content === undefined) return judged(1, [at(exchange, '', 'is no JSON document, expected one with links')]);
  const href = hrefOf(content.value, rel);
  if ((href === undefined) === (wanted === 'absent')) return judged(1, []);
  const message = href === undefined ? `has no link ${rel}` : `has a link ${rel} to ${seen(href)}, expected none`;
  return judged(1, [at(exchange, below(content.pointer, 'links'), message)]);
}

/** The page has a link self, and it leads to the page itself. */
export const judgeLinksToItself = (exchange: Exchange): Judgement =>
  together(judgeLinkIs(exchange, 'self', 'present'), judgeLinkTarget(exchange, 'self'));

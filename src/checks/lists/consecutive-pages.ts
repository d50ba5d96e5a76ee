import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { at, judged } from '../exchange/judgement.ts';
import { comparablePath, pageAskedFor, urlOf } from '../exchange/request.ts';
import { filtersOf } from '../links/self.ts';
import { shapeOf } from '../exchange/shapes.ts';

interface Page {
  readonly pageNum: number;
  readonly itemsPerPage: number;
  readonly totalCount: unknown;
  readonly ids: ReadonlySet<string>;
}

/** Lists that are followed at once; the oldest is forgotten. */
const mostLists = 200;

/**
 * Judges pages that were asked for one after the other, as traffic happens to hold them: page n + 1 of the list, size
 * and caller of which page n came last, with no write between. The whole may change meanwhile by others' hands, so that
 * only pages that agree on totalCount are held to meet no entity twice; that they do not agree is a finding.
 */
export function consecutivePages(): (
  exchange: Exchange,
) => readonly { readonly requirement: string; readonly judgement: Judgement }[] {
  const last = new Map<string, Page>();
  return (exchange) => {
    const { method } = exchange.request;
    if (method !== 'GET') {
      if (method !== 'HEAD') last.clear();
      return [];
    }
    const shape = shapeOf(exchange);
    const asked = pageAskedFor(urlOf(exchange));
    if (shape.kind !== 'list' || asked === undefined) return [];
    const list = `${exchange.caller} ${comparablePath(urlOf(exchange))} ${filtersOf(new URL(urlOf(exchange)))}`;
    const ids = shape.entities.flatMap(({ value }) => (typeof value['id'] === 'string' ? [value['id']] : []));
    const page: Page = { ...asked, totalCount: shape.list['totalCount'], ids: new Set(ids) };
    const before = last.get(list);
    last.delete(list);
    last.set(list, page);
    if (last.size > mostLists)
      for (const oldest of last.keys()) {
        last.delete(oldest);
        break;
      }
    if (before === undefined || before.pageNum + 1 !== page.pageNum || before.itemsPerPage !== page.itemsPerPage) return [];
    if (before.totalCount !== page.totalCount) {
      const finding = at(
        exchange,
        '/totalCount',
        `is ${String(page.totalCount)}, was ${String(before.totalCount)} on the page before`,
      );
      return [{ requirement: 'list.total-count-on-every-page', judgement: judged(0, [], [finding]) }];
    }
    const twice = ids.filter((id) => before.ids.has(id));
    return [
      { requirement: 'list.total-count-on-every-page', judgement: judged(1, []) },
      {
        requirement: 'list.walk-meets-each-once',
        judgement: judged(
          1,
          twice.slice(0, 3).map((id) => at(exchange, '/results', `holds ${id}, as the page before`)),
        ),
      },
    ];
  };
}

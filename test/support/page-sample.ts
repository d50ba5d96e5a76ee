import { deriveVerdict } from '../../src/verdict/derive.ts';
import type { PageSources } from '../../src/verdict/page/data-of-run.ts';
import type { PageData } from '../../src/verdict/page/page-data.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { evidence, exchange, requirement, verdictInput } from './verdict-sample.ts';

/** The data of a page, from its HTML. */
export function dataIn(html: string): PageData {
  const [, json = ''] = /<script type="application\/json" id="data">([^]*?)<\/script>/.exec(html) ?? [];
  return JSON.parse(json) as PageData;
}

/** What a page is made from where nothing but the verdict is known. */
export const sourcesOf = (verdict: Verdict): PageSources => ({
  verdict,
  tests: [],
  comparison: undefined,
  history: [],
  catalogue: {},
});

/** What a page is made from, of a run in which so many requirements are broken, each for a cause of its own. */
export function manyBroken(count: number, message = 'is wrong in a way of its own') {
  const ids = Array.from({ length: count }, (_, index) => `list.rule-${index + 1}`);
  const tests = ids.map((id, index) => {
    const answered = exchange(`${id}#1`, `/groups/rule-${index + 1}`);
    const body = JSON.stringify({
      results: Array.from({ length: 40 }, (_, place) => ({ id: place, name: `thing ${place}` })),
      [id]: index,
    });
    const violations = [{ path: `/${id}`, message: `${message} (${'x'.repeat(index + 1)})`, exchange: answered.id }];
    return evidence(
      { requirement: id, title: `check of ${id}`, outcome: 'broken', violations, exchanges: [answered.id] },
      [],
      [{ ...answered, startedAt: 1_000 + index, durationMs: 3, response: { ...answered.response!, body } }],
    );
  });
  const requirements = Object.fromEntries(ids.map((id) => [id, requirement(`what ${id} asks for`)]));
  return { ...sourcesOf(deriveVerdict(verdictInput({ requirements, tests }))), tests };
}

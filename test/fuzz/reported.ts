import { formatFailure } from '../../src/checks/explain.ts';
import type { Judgement } from '../../src/contract/outcomes.ts';
import { renderConsole } from '../../src/verdict/reports/console.ts';
import { deriveVerdict } from '../../src/verdict/derive.ts';
import { pageData } from '../../src/verdict/page/data-of-run.ts';
import { pageHtml } from '../../src/verdict/page/page.ts';
import { ctrfJson } from '../../src/verdict/formats/ctrf.ts';
import { junitXml } from '../../src/verdict/formats/junit.ts';
import { sarifJson } from '../../src/verdict/formats/sarif.ts';
import { summaryMarkdown } from '../../src/verdict/reports/summary.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import { serverVersion } from '../../src/verdict/collect.ts';
import { sourcesOf } from '../support/page-sample.ts';
import { evidence, standing, verdictInput, requirement } from '../support/verdict-sample.ts';

/** All that a run writes and says of one answer that broke something, each under its name. */
export function reported(exchange: Exchange, judgement: Judgement): Readonly<Record<string, string>> {
  const { violations, findings = [] } = judgement;
  const exchanges = [exchange];
  const input = verdictInput({
    requirements: {
      'list.size': requirement('A page has its size.'),
      'error.shape': requirement('An error has five fields.', { standing: true }),
    },
    tests: [
      evidence(
        { outcome: violations.length > 0 ? 'broken' : 'kept', violations, findings },
        [standing({ violations, findings })],
        exchanges,
      ),
    ],
    faults: exchange.fault === null ? [] : [exchange.fault],
  });
  const verdict = deriveVerdict({ ...input, target: { ...input.target, serverVersion: serverVersion(exchanges) } });
  return {
    failure: formatFailure(exchange, violations),
    'verdict.json': JSON.stringify(verdict),
    'evidence.ndjson': JSON.stringify(exchange),
    'junit.xml': junitXml(verdict),
    'summary.md': summaryMarkdown(verdict),
    'ctrf.json': ctrfJson(verdict),
    'results.sarif': sarifJson(verdict),
    'index.html': pageHtml(pageData({ ...sourcesOf(verdict), tests: [{ exchanges }] }), { script: '', style: '' }),
    console: renderConsole(verdict, { colour: false, reports: [] }),
  };
}

import { judgeStanding, type StandingJudgement } from '../../checks/judge-standing.ts';
import { trafficJudges } from '../../checks/from-traffic.ts';
import type { Judgement, StandingRecord, Violation } from '../../contract/outcomes.ts';
import { consecutivePages } from '../../checks/lists/consecutive-pages.ts';
import type { Exchange } from '../../wire/exchange.ts';

/** As many violations, and findings, are kept of each requirement; the rest is counted. */
const mostKept = 500;
/** Of as many violations of each requirement the exchange is kept, to be shown. */
const mostShown = 3;

interface Sum {
  readonly file: string;
  examined: number;
  readonly violations: Violation[];
  readonly findings: Violation[];
  /** Beyond those that are kept. */
  more: { violations: number; findings: number };
}

/** What is known of the target. */
export interface TrafficOptions {
  /** Most entities of one page, where they are fewer than documented: of larger pages that were asked for nothing is told. */
  readonly maxItemsPerPage?: number;
}

/** What all judges that need no act saw in a recording, added up as it is read, so that only a part is held in memory. */
export function judgedTraffic({ maxItemsPerPage = Infinity }: TrafficOptions = {}) {
  const sums = new Map<string, Sum>();
  const shown = new Map<string, Exchange>();
  const walked = consecutivePages();

  function add(requirement: string, file: string, { examined, violations, findings = [] }: Judgement, exchange: Exchange): void {
    if (examined === 0 && findings.length === 0) return;
    const sum: Sum = sums.get(requirement) ?? {
      file,
      examined: 0,
      violations: [],
      findings: [],
      more: { violations: 0, findings: 0 },
    };
    sums.set(requirement, sum);
    sum.examined += examined;
    if (violations.length > 0 && sum.violations.length < mostShown) shown.set(exchange.id, exchange);
    for (const [kind, some] of [
      ['violations', violations],
      ['findings', findings],
    ] as const) {
      const room = Math.max(0, mostKept - sum[kind].length);
      sum[kind].push(...some.slice(0, room));
      sum.more[kind] += Math.max(0, some.length - room);
    }
  }

  const isBeyond = ({ request: { url } }: Exchange): boolean =>
    Number(new URL(url).searchParams.get('itemsPerPage') ?? 0) > maxItemsPerPage;

  /** What each judge says of an exchange that comes after those before. */
  function judgementsOf(exchange: Exchange): StandingJudgement[] {
    const saysNothing = ({ requirement }: { readonly requirement: string }): boolean =>
      isBeyond(exchange) && requirement.startsWith('list.') && requirement !== 'list.shape';
    const seen = trafficJudges
      .filter((one) => !saysNothing(one))
      .map(({ requirement, judge }) => ({ requirement, file: 'src/checks/from-traffic.ts', judgement: judge(exchange) }));
    const across = walked(exchange).map((one) => ({ ...one, file: 'src/checks/lists/consecutive-pages.ts' }));
    return [...judgeStanding(exchange).filter((one) => !saysNothing(one)), ...seen, ...across];
  }

  return {
    judgementsOf,
    look(exchange: Exchange): void {
      for (const { requirement, file, judgement } of judgementsOf(exchange)) add(requirement, file, judgement, exchange);
    },
    /** What was seen, a row a requirement. */
    records: (): StandingRecord[] =>
      [...sums].map(([requirement, { file, examined, violations, findings, more }]) => ({
        requirement,
        file,
        examined,
        violations: [...violations, ...beyond(more.violations)],
        findings: [...findings, ...beyond(more.findings)],
      })),
    /** Exchanges that show what is broken. */
    shown: (): Exchange[] => [...shown.values()],
  };
}

const beyond = (count: number): Violation[] => (count === 0 ? [] : [{ path: '', message: `and ${count} more` }]);

import { requirements } from '../../contract/requirements/index.ts';
import { UsageError } from '../../target/input/usage-error.ts';
import { catalogueHash } from '../../verdict/catalogue-hash.ts';
import { inTheVersionOf } from '../../verdict/older-versions.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { unwrapped, wrap } from '../../verdict/reports/wrap.ts';
import type { JudgeAgain } from './judge-again.ts';
import { evidenceIn, isEvidenceOf, verdictTextIn } from './recorded-folder.ts';
import { rejudged } from './rejudged.ts';
import { differences, namesTwice } from './verdict-differences.ts';
import { withCauses } from './what-if.ts';

/** Tells whether the verdict in a folder follows from the evidence beside it: 0 when so, else 1. Throws UsageError. */
export async function verify({ out }: JudgeAgain & { readonly act: 'verify' }): Promise<number> {
  const { text, verdict } = verdictTextIn(out);
  const isEvidence = isEvidenceOf(out, verdict);
  refuseOtherCatalogue(verdict);
  if (!isEvidence) {
    return say('The verdict cannot be trusted:', ['evidence.ndjson is not the file that it was made from: its hash is another']);
  }
  const evidence = evidenceIn(out);
  const again = await withCauses(evidence, await rejudged(evidence));
  // Who judged is told by the evidence, and of which evidence it is has been seen above.
  const due = { ...again.verdict, suite: evidence.runs[0]!.suite, evidenceHash: verdict.evidenceHash! };
  const found = differences(verdict, inTheVersionOf(verdict, due));
  if (namesTwice(text, verdict)) found.push('a member of it is named twice, of which readers take one or the other');
  if (found.length > 0) return say('The verdict does not follow from its evidence:', found);
  const { length } = verdict.requirements;
  process.stdout.write(
    `The verdict follows from its evidence: ${verdict.verdict}, ${length} ${length === 1 ? 'requirement' : 'requirements'} judged again.\n`,
  );
  return 0;
}

function say(sentence: string, lines: readonly string[]): number {
  const reported = lines.flatMap((line) => {
    const [first = '', ...rest] = wrap(line, 78, '  ');
    return [first, ...rest.map((one) => `  ${one}`)];
  });
  process.stdout.write(
    `${[sentence, ...reported].map((line) => unwrapped(line.trimStart(), /^ */.exec(line)?.[0])).join('\n')}\n`,
  );
  return 1;
}

function refuseOtherCatalogue({ suite }: Verdict): void {
  if (suite.catalogueHash === catalogueHash(requirements)) return;
  throw new UsageError(
    `${suite.name} ${suite.version} judged by another catalogue (${suite.catalogueHash.slice(0, 12)}): ` +
      'verify with that version, or `omconform replay` to judge by this one',
  );
}

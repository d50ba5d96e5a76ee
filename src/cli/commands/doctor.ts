import { Command } from 'commander';
import { requirements } from '../../contract/requirements/index.ts';
import type { Forecast } from '../../doctor/forecast.ts';
import { examine } from '../../doctor/examine.ts';
import { obstacleIn } from '../../doctor/finding.ts';
import { startEmbeddedTarget } from '../../run/embedded-target.ts';
import { earlierLeftovers } from '../../cleanup/leftovers.ts';
import type { Settings } from '../../target/settings/types.ts';
import { collectEvidence } from '../../verdict/collect.ts';
import { deriveVerdict } from '../../verdict/derive.ts';
import { suiteIdentity } from '../../verdict/suite-identity.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { visibleJson } from '../../wire/visible.ts';
import { documentOf, exitCodeFor, type Diagnosis } from '../../doctor/diagnosis.ts';
import { renderDiagnosis } from '../../doctor/doctor-page.ts';
import { askEngine } from '../engine/engine.ts';
import { refuseUnknownScope } from '../scope.ts';
import { settingsOf, withSettings, withTargetJson } from '../setting-flags.ts';

const exitCodes = `
Keys are given as for \`omconform run\`. Only GET is sent, nothing is written.

Exit codes, as of a run:
  0  all documented MUSTs in scope are likely to be judged
  2  wrong use or configuration
  3  no run could judge the target: the first step that failed says why
  4  a documented MUST is likely to stay unverified (see --allow-incomplete)
`;

/** `omconform doctor`: what stands between a target and a run on it. */
export function doctorCommand(): Command {
  const command = new Command('doctor').description('Look at a target before a run: what will be judged, what will not, and why');
  return withTargetJson(withSettings(command))
    .option('--json', 'Print it as JSON')
    .addHelpText('after', exitCodes)
    .action(async ({ json }: { json?: true }, invoked: Command) => {
      const { settings } = settingsOf(invoked);
      refuseUnknownScope(settings.run.only);
      const leftovers = earlierLeftovers(settings);
      const diagnosis = { ...(await diagnose(settings)), ...(leftovers !== undefined && { leftovers }) };
      process.stdout.write(
        json ? `${visibleJson(JSON.stringify(documentOf(diagnosis), null, 2))}\n` : renderDiagnosis(diagnosis),
      );
      process.exitCode = exitCodeFor(diagnosis);
    });
}

async function diagnose(asked: Settings): Promise<Diagnosis> {
  if (!asked.run.embedded) return diagnosisOf(asked);
  const embedded = await startEmbeddedTarget(asked);
  try {
    return await diagnosisOf(embedded.settings);
  } finally {
    await embedded.close();
  }
}

async function diagnosisOf(settings: Settings): Promise<Diagnosis> {
  const { findings, lacking } = await examine(settings);
  if (obstacleIn(findings) !== undefined) return { settings, findings };
  const { evidence, requests, scenarios } = await askEngine<Forecast>({ ask: 'forecast', settings, lacking });
  return { settings, findings, outlook: { requests, scenarios, verdict: verdictOf(settings, evidence) } };
}

/** The verdict that a run would come to which found nothing broken. */
function verdictOf({ target, run }: Settings, evidence: Forecast['evidence']): Verdict {
  const collection = collectEvidence();
  for (const test of evidence) collection.add(`${test.record.file}:${test.record.line} ${test.record.title}`, [test]);
  const { url, product, dialect } = target;
  return deriveVerdict(
    collection.input({
      requirements,
      suite: suiteIdentity(requirements),
      only: run.only,
      target: { url, product, dialect },
      run: {
        id: 'doctor',
        seed: run.seed,
        startedAt: new Date().toISOString(),
        durationMs: 0,
        risk: run.risk,
        command: 'omconform doctor',
      },
    }),
  );
}

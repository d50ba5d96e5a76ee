import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { redactExchange, secretsOf } from '../../client/record.ts';
import { products, dialects, usualDialect, type Dialect, type Product } from '../../contract/products.ts';
import { requirements } from '../../contract/requirements/index.ts';
import { UsageError } from '../../target/input/usage-error.ts';
import { NoRecording, readFile, recordingsIn } from '../../traffic/files.ts';
import { nowhere } from '../../traffic/read-exchange.ts';
import { serverVersion } from '../../verdict/collect.ts';
import { deriveVerdict } from '../../verdict/derive.ts';
import { suiteIdentity } from '../../verdict/suite-identity.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { visibleJson } from '../../wire/visible.ts';
import { NotWritten } from '../failures.ts';
import { needs } from '../../contract/reasons.ts';
import { judgedTraffic } from './judged-traffic.ts';

export interface JudgeRequest {
  /** Files and folders as they were named. */
  readonly places: readonly string[];
  readonly basePath?: string;
  readonly product?: Product;
  readonly dialect?: Dialect;
  /** Most entities of one page, where they are fewer than documented. */
  readonly maxItemsPerPage?: number;
  /** Folder for the reports; without one only the verdict is told. */
  readonly out?: string;
  /** Told after each exchange how many there were. */
  readonly onExchange?: (count: number) => void;
}

/** The verdict over recordings, with what writing its reports needs. */
export interface JudgedRecordings {
  readonly verdict: Verdict;
  readonly evidence: { readonly file: string; readonly hash: string };
  /** What was left out, and how often. */
  readonly passedOver: ReadonlyMap<string, number>;
}

/** What a requirement is told that nothing in the recordings shows. */
const unseen = needs.act('nothing in the recorded traffic shows it');

/**
 * Judges recorded traffic with every judge that needs no act. Throws UsageError where a file cannot be read, is
 * malformed, or where there is no exchange to judge; nothing is left behind then.
 */
export async function judgeRecordings({ places, basePath, out, onExchange, ...given }: JudgeRequest): Promise<JudgedRecordings> {
  const startedAt = new Date();
  const judged = judgedTraffic(given);
  const passedOver = new Map<string, number>();
  const secrets = secretsOf([]);
  const evidence = evidenceFile(out);
  const known: { product?: Product; dialect?: Dialect; version: string | null; origin?: string; root?: string } = {
    version: null,
  };
  let count = 0;
  const passOver = (why: string): void => void passedOver.set(why, (passedOver.get(why) ?? 0) + 1);

  try {
    for (const file of recordingsIn(places)) {
      for await (const read of readFile(file, { basePath })) {
        if ('passedOver' in read) passOver(read.passedOver);
        else if ('run' in read) Object.assign(known, identityIn(read.run));
        else {
          const { origin } = new URL(read.exchange.request.url);
          known.origin ??= origin;
          if (origin !== known.origin) {
            passOver('requests to another server than the first');
            continue;
          }
          count += 1;
          const exchange = redactExchange({ ...read.exchange, id: `${path.basename(file)} #${count}` }, secrets);
          known.root ??= exchange.root;
          known.version ??= serverVersion([exchange]);
          judged.look(exchange);
          await evidence.write(exchange);
          onExchange?.(count);
        }
      }
    }
    if (count === 0) throw new UsageError(`nothing to judge: ${nothingIn(passedOver)}`);
    const { file, hash } = await evidence.end();
    const host = known.origin === nowhere ? '' : new URL(known.origin!).hostname;
    const product =
      given.product ?? known.product ?? (/^(?:cloud|mms)\.mongodb\.com$/.test(host) ? 'cloud-manager' : 'ops-manager');
    const verdict = deriveVerdict({
      requirements,
      unseen,
      tests: [],
      standing: judged.records(),
      exchanges: judged.shown(),
      only: [],
      faults: [],
      suite: suiteIdentity(requirements),
      target: {
        url: `${known.origin}${known.root}`,
        product,
        serverVersion: known.version,
        dialect: given.dialect ?? known.dialect ?? usualDialect[product],
      },
      run: {
        id: `${startedAt.toISOString().replace(/[:.]/g, '-')}-recorded`,
        seed: 'recorded',
        startedAt: startedAt.toISOString(),
        durationMs: Date.now() - startedAt.getTime(),
        requests: count,
        risk: 'recorded traffic',
        command: `omconform judge ${places.join(' ')}`,
      },
      scope: 'what recorded traffic shows',
    });
    return { verdict, evidence: { file, hash }, passedOver };
  } catch (error) {
    evidence.discard();
    if (error instanceof NoRecording) throw new UsageError(error.message);
    throw error;
  }
}

const nothingIn = (passedOver: ReadonlyMap<string, number>): string =>
  passedOver.size === 0
    ? 'there is no exchange in it'
    : `all that is in it was left out (${[...passedOver].map(([why, times]) => `${times} × ${why}`).join(', ')})`;

/** What our own evidence says of the target. */
function identityIn(run: unknown): { product?: Product; dialect?: Dialect } {
  const { product, dialect } = ((run as { target?: unknown }).target ?? {}) as { product?: unknown; dialect?: unknown };
  return {
    ...(products.some((one) => one === product) && { product: product as Product }),
    ...(dialects.some((one) => one === dialect) && { dialect: dialect as Dialect }),
  };
}

/** The evidence as it is written, one exchange a line, under another name until it is complete. */
function evidenceFile(out: string | undefined) {
  if (out === undefined) return { write: async () => {}, end: async () => ({ file: '', hash: '' }), discard: () => {} };
  const file = path.join(out, `evidence.ndjson.${process.pid}.tmp`);
  const fail = (error: unknown): never => {
    throw new NotWritten(`--out ${out}`, error);
  };
  try {
    mkdirSync(out, { recursive: true });
  } catch (error) {
    fail(error);
  }
  const hash = createHash('sha256');
  const stream = createWriteStream(file);
  let broken: unknown;
  stream.on('error', (error) => {
    broken = error;
  });
  const unlessBroken = (): void => {
    if (broken !== undefined) fail(broken);
  };
  return {
    async write(exchange: Exchange): Promise<void> {
      const line = `${visibleJson(JSON.stringify(exchange))}\n`;
      hash.update(line);
      unlessBroken();
      if (!stream.write(line)) await once(stream, 'drain').catch(fail);
    },
    async end(): Promise<{ file: string; hash: string }> {
      await new Promise<void>((resolve) => {
        stream.once('close', resolve);
        stream.end();
      });
      unlessBroken();
      return { file, hash: hash.digest('hex') };
    },
    discard(): void {
      stream.destroy();
      rmSync(file, { force: true });
    },
  };
}

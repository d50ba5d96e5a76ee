import { fstatSync } from 'node:fs';
import { Command, Option } from 'commander';
import { dialects, products } from '../../contract/products.ts';
import { formNames, services, type FormName } from '../../mock/forms/forms.ts';
import { startMock, type MockOptions } from '../../library/mock.ts';
import { named } from '../named-flag.ts';
import { count, oneOf, seconds } from '../../target/settings/parsers.ts';
import { UsageError } from '../../target/input/usage-error.ts';

const algorithms = { md5: ['MD5'], 'sha-256': ['SHA-256'], both: ['MD5', 'SHA-256'] } as const;

interface Options extends Pick<
  MockOptions,
  'product' | 'dialect' | 'rateWindowSeconds' | 'port' | 'nonceLifetimeSeconds' | 'like'
> {
  readonly algorithm?: keyof typeof algorithms;
  readonly form?: readonly FormName[];
  readonly tls?: true;
  readonly json?: true;
  readonly exitWithParent?: true;
}

/** `omconform mock`: the reference service alone, until it is told to stop. */
export function mockCommand(): Command {
  return new Command('mock')
    .description('Serve the reference mock until Ctrl-C')
    .addOption(new Option('--port <n>', 'Port to listen on (default: a free one)').argParser(port))
    .addOption(new Option('--product <name>', 'Which product it is (default: ops-manager)').choices(products))
    .addOption(new Option('--dialect <name>', 'Its words for access lists (default: those of its product)').choices(dialects))
    .addOption(
      new Option('--rate-window-seconds <n>', "Length of the rate limit's window (default: 60)").argParser(
        named('--rate-window-seconds', seconds),
      ),
    )
    .addOption(
      new Option('--nonce-lifetime-seconds <n>', 'How long a nonce is taken (default: 60)').argParser(
        named('--nonce-lifetime-seconds', seconds),
      ),
    )
    .addOption(
      new Option('--algorithm <name>', 'Digest algorithms it offers: md5, sha-256 or both (default: md5)').argParser(
        named('--algorithm', (text) => oneOf(Object.keys(algorithms))(text.toLowerCase())),
      ),
    )
    .addOption(new Option('--like <service>', 'Answer in the forms of a known service').choices(Object.keys(services)))
    .addOption(
      new Option('--form <name>', 'Answer in a form that real servers have; may be given more than once')
        .choices(formNames)
        .argParser((name: string, before: readonly string[] = []) => [...before, oneOf(formNames)(name)]),
    )
    .option('--tls', 'Speak https, with a certificate made at start')
    .option('--json', 'Print one line of JSON when ready; `run --target-json` takes it')
    .option('--exit-with-parent', 'Stop when the process that started it is gone')
    .action((options: Options) => serve(options));
}

async function serve({ port: wanted = 0, json, exitWithParent, algorithm = 'md5', form, ...rest }: Options): Promise<void> {
  const options = { ...rest, port: wanted, algorithms: algorithms[algorithm], forms: form };
  const mock = await startMock(options).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw new UsageError(`--port ${wanted}: something listens there already`);
    if (code === 'EACCES') throw new UsageError(`--port ${wanted}: it needs rights that this user lacks`);
    throw error;
  });
  const ready = { url: mock.url, ...mock.identity, ...(mock.caFile && { caFile: mock.caFile }) };
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve());
    // `npx` hands no signals on: what is left to see of who started it is its pipe, and that it is gone.
    if (json && isPipe(0)) process.stdin.once('end', resolve).once('error', resolve).resume();
    if (exitWithParent) whenOrphaned(resolve);
  });
  process.stdout.write(json ? `${JSON.stringify(ready)}\n` : inWords(ready));
  await stopped;
  await mock.stop();
  // Who waits for its end would wait for ever.
  if (json) process.stdin.destroy();
}

/** Whether a descriptor leads to another process: what is no pipe, as /dev/null, ends without anybody being gone. */
function isPipe(descriptor: number): boolean {
  try {
    const kind = fstatSync(descriptor);
    return kind.isFIFO() || kind.isSocket();
  } catch {
    return false;
  }
}

/** Milliseconds between two looks whether the parent is still there: nothing tells a process of that. */
const looksEvery = 250;

function whenOrphaned(then: () => void): void {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    then();
  }, looksEvery);
  look.unref();
}

interface Ready {
  readonly url: string;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly projectId: string;
  readonly caFile?: string;
}

function inWords({ url, publicKey, privateKey, projectId, caFile }: Ready): string {
  const ca = caFile === undefined ? '' : ` --cacert ${caFile}`;
  return `The mock listens on ${url}

  public key   ${publicKey}
  private key  ${privateKey}
  project      ${projectId}

Try it:
  curl${ca} --digest --user ${publicKey}:${privateKey} '${url}/groups?pretty=true'

Stop it with Ctrl-C.
`;
}

function port(text: string): number {
  const value = text === '0' ? 0 : named('--port', count)(text);
  if (value > 65_535) throw new UsageError(`--port is "${text}": expected a port from 0 to 65535`);
  return value;
}

import { transportTo } from '../../src/target/live-transport.ts';
import { loadSpecs, runTests } from '../../src/engine/run.ts';
import { resolveSettings } from '../../src/target/resolve.ts';
import { verdictOf } from '../mutants/judged.ts';
import { curl } from '../strangers/curl.ts';
import { startStranger, type Stranger, type StrangerOptions } from '../strangers/server.ts';

/** A stranger, and what the engine is told of it, by the flags' names in the settings. */
export interface Course {
  readonly stranger: StrangerOptions;
  readonly flags: Readonly<Record<string, string>>;
}

/** All there is, as the stranger tells it. */
export const contents = async (stranger: Stranger): Promise<string[]> =>
  [await curl(stranger, '/groups'), await curl(stranger, `/groups/${stranger.projectId}/hosts`)].map(({ body }) => body);

/**
 * `node --import tsx --conditions=engine test/engine/judge-strangers.ts <courses as JSON>`: judges each over the network
 * with the engine. Prints the verdicts, and what was there before and after, as JSON.
 */
async function judge({ stranger: options, flags }: Course) {
  const stranger = await startStranger(options);
  try {
    const before = await contents(stranger);
    const { settings } = resolveSettings({
      flags: { 'target.url': stranger.url, ...flags },
      dotenv: {},
      env: { TARGET_PUBLIC_KEY: stranger.publicKey, TARGET_PRIVATE_KEY: stranger.privateKey },
    });
    const transport = transportTo(settings);
    const verdict = verdictOf(settings, await runTests(await loadSpecs(), { settings, transport }));
    await transport.close();
    return { verdict, before, after: await contents(stranger) };
  } finally {
    await stranger.close();
  }
}

const courses = JSON.parse(process.argv[2] ?? '[]') as readonly Course[];
const reported: Awaited<ReturnType<typeof judge>>[] = [];
for (const course of courses) reported.push(await judge(course));
if (courses.length > 0) process.stdout.write(JSON.stringify(reported));

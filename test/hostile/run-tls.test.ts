import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { verdictIn } from '../support/live-mock.ts';
import { certificateFor, filesOf, type MadeCertificate } from '../support/made-certificates.ts';
import { omconform, temporaryFolder } from '../support/omconform-process.ts';
import { verdictErrors } from '../support/verdict-errors.ts';
import { listening, tls, web } from './servers.ts';

const keys = { TARGET_PUBLIC_KEY: 'public', TARGET_PRIVATE_KEY: '11111111-private' };

/** The address of a TLS server with that certificate, whose authority the run is told to trust. */
async function trusted(context: TestContext, certificate: MadeCertificate): Promise<Record<string, string>> {
  const { authority } = await listening(context, tls(certificate));
  return { TARGET_URL: `https://${authority}`, TARGET_CA_FILE: filesOf(context, { ca: certificate.cert }).ca };
}

const cases: readonly (readonly [what: string, env: (context: TestContext) => Promise<Record<string, string>>, words: RegExp])[] =
  [
    [
      'has expired',
      async (context) => trusted(context, await certificateFor({ ip: '127.0.0.1', expired: true })),
      /certificate of \S+ has expired/,
    ],
    [
      'was issued for another name',
      async (context) => trusted(context, await certificateFor({ name: 'om.example.com' })),
      /certificate of \S+ was issued for another name/,
    ],
    [
      'is asked for on a plain port',
      async (context) => {
        const { authority } = await listening(
          context,
          web((_request, response) => {
            response.end();
          }),
        );
        return { TARGET_URL: `https://${authority}` };
      },
      /does not speak TLS; is the URL meant to begin with http:\?/,
    ],
    [
      'is not asked for on a TLS port',
      async (context) => {
        const { TARGET_URL = '' } = await trusted(context, await certificateFor({ ip: '127.0.0.1' }));
        return { TARGET_URL: TARGET_URL.replace('https:', 'http:') };
      },
      /cannot be reached: /,
    ],
  ];

describe("a run whose target's certificate", () => {
  for (const [what, target, words] of cases) {
    test(`${what} ends with 3 and says so`, async (context) => {
      const out = temporaryFolder(context);
      const { code, stderr } = await omconform(context, ['run', '--out', out], { ...keys, ...(await target(context)) });
      assert.match(stderr, /^omconform: .+\n$/);
      assert.match(stderr, words);
      assert.equal(code, 3);
      const verdict = verdictIn(out);
      assert.deepEqual([verdict.verdict, verdictErrors(verdict)], ['error', []]);
      assert.deepEqual(
        verdict.requirements.filter(({ outcome }) => outcome === 'broken'),
        [],
      );
    });
  }
});

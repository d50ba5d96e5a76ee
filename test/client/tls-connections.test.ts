import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { describe, test, type TestContext } from 'node:test';
import { limitsOf } from '../../src/client/transport/limits.ts';
import { networkFault } from '../../src/client/transport/faults.ts';
import { liveTransport, type LiveOptions } from '../../src/client/transport/live.ts';
import { tlsOptions } from '../../src/client/transport/tls-context.ts';
import type { IncomingResponse } from '../../src/client/types.ts';
import { certificateFor, encrypted, filesOf, listening, tellingServer } from '../support/made-certificates.ts';

const ways = ['plain', 'raw'] as const;
const forAddress = await certificateFor({ ip: '127.0.0.1' });
const forLocalhost = await certificateFor({ name: 'localhost' });

/** Asks in both ways; what is told is the same, or the test fails. */
async function reported(context: TestContext, url: string, options: Partial<LiveOptions> = {}): Promise<Record<string, unknown>> {
  const transport = liveTransport({ timeoutSeconds: 5, ...options });
  context.after(() => transport.close());
  const answers: IncomingResponse[] = [];
  for (const way of ways)
    answers.push(await transport.send({ method: 'GET', url, headers: [], body: null }, { raw: way === 'raw' }));
  assert.equal(answers[0]!.body, answers[1]!.body);
  return JSON.parse(answers[0]!.body) as Record<string, unknown>;
}

async function refused(context: TestContext, url: string, message: RegExp, options: Partial<LiveOptions> = {}): Promise<void> {
  const transport = liveTransport({ timeoutSeconds: 5, ...options });
  context.after(() => transport.close());
  for (const way of ways) {
    await assert.rejects(transport.send({ method: 'GET', url, headers: [], body: null }, { raw: way === 'raw' }), {
      kind: 'tls',
      message,
    });
  }
}

describe('the server name', () => {
  test('is the host of the URL', async (context) => {
    const port = await listening(context, tellingServer(forLocalhost));
    const { ca } = filesOf(context, { ca: forLocalhost.cert });
    const { sni, host } = await reported(context, `https://localhost:${port}/`, { caFile: ca });
    assert.deepEqual([sni, host], ['localhost', `localhost:${port}`]);
  });

  test('is left out for an address', async (context) => {
    const port = await listening(context, tellingServer(forAddress));
    const { ca } = filesOf(context, { ca: forAddress.cert });
    assert.equal((await reported(context, `https://127.0.0.1:${port}/`, { caFile: ca }))['sni'], false);
  });

  const hasIpv6 = Object.values(networkInterfaces())
    .flat()
    .some((one) => one?.address === '::1');
  test(
    hasIpv6 ? 'is left out for an IPv6 literal' : 'of an IPv6 literal cannot be seen: this machine has no ::1',
    async (context) => {
      if (!hasIpv6) return;
      const made = await certificateFor({ ip: '::1' });
      const port = await listening(context, tellingServer(made), '::1');
      const { ca } = filesOf(context, { ca: made.cert });
      const { sni, host } = await reported(context, `https://[::1]:${port}/`, { caFile: ca });
      assert.deepEqual([sni, host], [false, `[::1]:${port}`]);
    },
  );
});

describe('authorities', () => {
  for (const variable of ['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS']) {
    test(`of ${variable} are trusted, also beside a CA file`, async (context) => {
      const { ca, other } = filesOf(context, { ca: forAddress.cert, other: forLocalhost.cert });
      const before = process.env[variable];
      process.env[variable] = ca;
      context.after(() => {
        if (before === undefined) delete process.env[variable];
        else process.env[variable] = before;
      });
      const port = await listening(context, tellingServer(forAddress));
      await reported(context, `https://127.0.0.1:${port}/`, { caFile: other });
    });
  }

  test("of a file that is not there are nobody's fault: the variable is for other programs too", () => {
    tlsOptions({}, { SSL_CERT_FILE: '/nowhere/ca.pem', NODE_EXTRA_CA_CERTS: '/nowhere/ca.pem' });
  });
});

describe('a certificate that nobody vouches for', () => {
  test('is taken with --insecure-tls, …', async (context) => {
    const port = await listening(context, tellingServer(forLocalhost));
    await reported(context, `https://127.0.0.1:${port}/`, { insecureTls: true });
  });
  test('… and without it is not', async (context) => {
    const port = await listening(context, tellingServer(forLocalhost));
    await refused(context, `https://127.0.0.1:${port}/`, /self-signed/);
  });
});

describe('a certificate of a trusted authority', () => {
  for (const [what, host, message] of [
    ['for another name', { name: 'other.example' }, /issued for another name/],
    ['that has expired', { ip: '127.0.0.1', expired: true }, /has expired/],
  ] as const) {
    test(`${what} is refused`, async (context) => {
      const made = await certificateFor(host);
      const port = await listening(context, tellingServer(made));
      const { ca } = filesOf(context, { ca: made.cert });
      await refused(context, `https://127.0.0.1:${port}/`, message, { caFile: ca });
    });
  }

  test('is not to be had of a port of plain HTTP', async (context) => {
    const port = await listening(
      context,
      createServer(() => {}),
    );
    await refused(context, `https://127.0.0.1:${port}/`, /does not speak TLS/);
  });
});

describe('a client certificate', () => {
  const asking = { ...forAddress, requestCert: true, rejectUnauthorized: true, ca: forLocalhost.cert };

  test('is shown to a target that asks for one', async (context) => {
    const port = await listening(context, tellingServer(asking));
    const { ca, cert, key } = filesOf(context, { ca: forAddress.cert, cert: forLocalhost.cert, key: forLocalhost.key });
    const { client } = await reported(context, `https://127.0.0.1:${port}/`, {
      caFile: ca,
      clientCertFile: cert,
      clientKeyFile: key,
    });
    assert.equal(client, 'omconform localhost');
  });

  test('may be in one file with a key that a passphrase opens', async (context) => {
    const port = await listening(context, tellingServer(asking));
    const { ca, both } = filesOf(context, {
      ca: forAddress.cert,
      both: `${forLocalhost.cert}\n${encrypted(forLocalhost.key, 'open it')}`,
    });
    await reported(context, `https://127.0.0.1:${port}/`, {
      caFile: ca,
      clientCertFile: both,
      clientKeyFile: both,
      clientKeyPassphrase: 'open it',
    });
  });

  test('that is missing is told in words, where the target says so', () => {
    const error = Object.assign(new Error('alert'), { code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' });
    const fault = networkFault(error, 'https://om.example.com/', limitsOf({ timeoutSeconds: 1 }));
    assert.match(String(fault), /om\.example\.com asks for a client certificate/);
  });
});

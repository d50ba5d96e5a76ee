import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { generate } from 'selfsigned';
import { lookAtConnection } from '../../src/doctor/connection.ts';
import { examine } from '../../src/doctor/examine.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { listen } from '../../src/mock/server/listen.ts';
import { createMock } from '../../src/mock/server/mock.ts';
import type { Layer, MockOptions } from '../../src/mock/forms/types.ts';
import { resolveSettings } from '../../src/target/resolve.ts';
import type { Settings } from '../../src/target/settings/types.ts';
import { answering, onlyFor } from '../mutants/lies.ts';
import { temporaryFolder } from '../support/omconform-process.ts';

const day = 86_400_000;

const settingsFor = (url: string, more: Record<string, string> = {}): Settings =>
  resolveSettings({
    flags: { 'target.url': url },
    env: { TARGET_PUBLIC_KEY: 'public', TARGET_PRIVATE_KEY: 'very-private', ...more },
    dotenv: {},
  }).settings;

/** What the doctor finds at a mock on a socket, by step; with the keys of its owner unless others are named. */
async function found(context: TestContext, options: MockOptions = {}, more: Partial<Settings['target']> = {}) {
  const mock = createMock(options);
  const server = await listen(mock, { port: 0 });
  context.after(() => server.close());
  const { publicKey, privateKey, orgId, projectId } = mock.identity;
  const settings = settingsFor(server.url);
  const { findings, lacking } = await examine({
    ...settings,
    target: { ...settings.target, keys: { publicKey, privateKey }, orgId, projectId, ...more },
  });
  return { findings, lacking, mock };
}

const said = (findings: readonly Finding[], step: string): string =>
  findings
    .filter((one) => one.step === step)
    .map(({ outcome, says }) => `${outcome}: ${says}`)
    .join(' | ');
const adviceOn = (findings: readonly Finding[], step: string): string =>
  String(findings.find((one) => one.step === step)?.advice);

/** The steps that were reached. */
const reached = (findings: readonly Finding[]): string[] =>
  findings.filter(({ outcome }) => outcome !== 'not-reached').map(({ step }) => step);

/** An https server with a certificate of these dates for that name; the file is its authority. */
async function tlsServer(context: TestContext, name: string, from: number, until: number) {
  const { private: key, cert } = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() + from * day),
    notAfterDate: new Date(Date.now() + until * day),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
    ],
  });
  const server = createHttps({ key, cert }, (_request, response) => response.writeHead(404).end());
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  context.after(() => server.close());
  const caFile = path.join(temporaryFolder(context), 'ca.pem');
  writeFileSync(caFile, cert);
  return { url: `https://localhost:${(server.address() as AddressInfo).port}`, caFile };
}

describe('the doctor at the mock', () => {
  test('finds nothing to complain of, and sends nothing but GET', async (context) => {
    const methods = new Set<string>();
    const wire: Layer = (next) => (request) => {
      methods.add(request.method);
      return next(request);
    };
    const { findings } = await found(context, { wire });
    const complaints = findings.filter(({ step, outcome }) => step !== 'families' && outcome !== 'ok');
    assert.deepEqual(complaints, []);
    assert.deepEqual([...methods], ['GET']);
    assert.match(said(findings, 'roles'), /GLOBAL_OWNER, ORG_OWNER, GROUP_OWNER \(from its own entry\)/);
    assert.match(said(findings, 'digest'), /MD5, qop auth, realm/);
    assert.match(said(findings, 'version'), /^ok: 6\.0\.0/);
    assert.match(said(findings, 'access list'), /127\.0\.0\.0\/8.*it admits us/);
  });

  test('sees another product and another dialect than it is told', async (context) => {
    const { findings } = await found(context, { product: 'cloud-manager', dialect: 'whitelist' });
    assert.match(said(findings, 'product'), /^warning: judged as ops-manager; it calls itself MongoDB Cloud Manager/);
    assert.equal(adviceOn(findings, 'product'), 'use --product cloud-manager');
    assert.match(said(findings, 'dialect'), /^warning: judged as access-list, but whitelist answers/);
    assert.equal(adviceOn(findings, 'dialect'), 'use --dialect whitelist');
  });

  test('sees a clock that is wrong', async (context) => {
    const ahead = new Date(Date.now() + 300_000).toUTCString();
    const wire = answering((response) => ({ ...response, headers: { ...response.headers, Date: ahead } }));
    const { findings } = await found(context, { wire });
    assert.match(said(findings, 'clock'), /^warning: (?:299|30[01]) s ahead of ours$/);
  });

  test('sees which families are not there, refused or switched off', async (context) => {
    const gone = onlyFor(undefined, /\/maintenanceWindows/, () => () => ({
      status: 404,
      headers: { 'Content-Type': 'text/html' },
      body: '<h1>Not Found</h1>',
    }));
    const forbidden = onlyFor(undefined, /\/automationConfig$/, () => () => ({
      status: 401,
      headers: { 'Content-Type': 'application/json' },
      body: '{"error":401,"errorCode":"USER_UNAUTHORIZED"}',
    }));
    const { findings, lacking } = await found(
      context,
      { inner: (next) => gone(forbidden(next)) },
      { capabilities: { alerts: 'off' } },
    );
    assert.ok(lacking.includes('maintenance-windows'));
    assert.match(said(findings, 'families'), /refused to this key: automation-config \(401 USER_UNAUTHORIZED\)/);
    assert.match(said(findings, 'families'), /switched off in the target's file: alerts(?: |$)/);
  });

  test('says that roles cannot be seen where they cannot, and that a list is empty', async (context) => {
    const { emptyAccessList } = createMock().identity.callers;
    const { findings } = await found(context, {}, { keys: emptyAccessList });
    assert.match(said(findings, 'roles'), /GROUP_OWNER/);
    assert.match(said(findings, 'access list'), /^warning: empty: it admits us from anywhere/);
    const hidden = onlyFor('GET', /\/apiKeys|\/users/, () => () => ({ status: 403, headers: {}, body: '' }));
    assert.match(
      said((await found(context, { inner: hidden })).findings, 'roles'),
      /^not-seen: not readable; by what is answered/,
    );
  });
});

describe('where no run could judge', () => {
  test('a name that does not resolve', async () => {
    const { findings } = await examine(settingsFor('https://nobody.invalid'));
    assert.match(said(findings, 'address'), /^failed: the name of nobody\.invalid cannot be resolved/);
    assert.deepEqual(reached(findings), ['address']);
  });

  test('a closed port', async () => {
    const { findings } = await examine(settingsFor('http://127.0.0.1:9'));
    assert.match(said(findings, 'TCP'), /^failed: 127\.0\.0\.1:9 refuses the connection/);
    assert.deepEqual(reached(findings), ['address', 'TCP', 'TLS']);
    assert.ok(findings.some(({ step, outcome }) => step === 'roles' && outcome === 'not-reached'));
  });

  test('keys that are wrong', async (context) => {
    const { findings } = await found(context, {}, { keys: { publicKey: 'nobody', privateKey: 'very-private' } });
    assert.match(said(findings, 'credentials'), /^failed: the target refuses the credentials \(401/);
    assert.match(said(findings, 'digest'), /^ok/);
    assert.match(said(findings, 'families'), /^not-reached: credentials failed/);
    assert.doesNotMatch(JSON.stringify(findings), /very-private/);
  });

  test('a caller from an address that its list does not have', async (context) => {
    const { otherAddress } = createMock().identity.callers;
    const { findings } = await found(context, {}, { keys: otherAddress });
    assert.match(said(findings, 'credentials'), /^failed: the target does not let the credentials in from this address \(403/);
  });

  test('something that is not the API', async (context) => {
    const server = createHttp((_request, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Login</h1>'),
    );
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    context.after(() => server.close());
    const { findings } = await examine(settingsFor(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
    assert.match(
      said(findings, 'digest'),
      /^failed: the target offers no Digest challenge, but a page for people: is it the API's address\?/,
    );
  });
});

describe('a certificate', () => {
  test('that has expired', async (context) => {
    const { url, caFile } = await tlsServer(context, 'localhost', -20, -10);
    const { findings } = await examine(settingsFor(url, { TARGET_CA_FILE: caFile }));
    assert.match(said(findings, 'TLS'), /^failed: the certificate of localhost:\d+ has expired/);
    assert.match(said(findings, 'TLS expiry'), /^failed: ended on \d{4}-\d\d-\d\d, 1[01] days ago$/);
    assert.match(said(findings, 'digest'), /^not-reached: TLS failed/);
  });

  test('that soon does', async (context) => {
    const { url, caFile } = await tlsServer(context, 'localhost', -1, 5.5);
    const { findings } = await examine(settingsFor(url, { TARGET_CA_FILE: caFile }));
    assert.match(said(findings, 'TLS'), /^ok: TLSv1\.\d, trusted: localhost$/);
    assert.match(said(findings, 'TLS expiry'), /^warning: ends on .*, in 5 days$/);
    assert.match(said(findings, 'digest'), /^failed: the target offers no Digest challenge, but answers 404: /);
  });

  test('for another name', async (context) => {
    const { url, caFile } = await tlsServer(context, 'om.example.com', -1, 90);
    const { findings } = await examine(settingsFor(url, { TARGET_CA_FILE: caFile }));
    assert.match(said(findings, 'TLS name'), /^failed: issued for DNS:om\.example\.com, not for localhost$/);
    assert.match(said(findings, 'credentials'), /^not-reached/);
  });

  test('of nobody known, and taken as it comes', async (context) => {
    const { url } = await tlsServer(context, 'localhost', -1, 90);
    const { findings } = await examine(settingsFor(url));
    assert.match(said(findings, 'TLS'), /^failed: .*self-signed/);
    const insecure = await examine(settingsFor(url, { TARGET_INSECURE_TLS: 'true' }));
    assert.match(said(insecure.findings, 'TLS'), /^warning: .*taken as it comes \(--insecure-tls\)$/);
  });

  test('behind a proxy is not looked at, and no fault is made of that', async () => {
    const settings = settingsFor('https://om.example.com', { https_proxy: 'http://proxy.example.com:3128' });
    assert.equal(settings.target.behindProxy, true);
    const findings = await lookAtConnection(settings.target);
    assert.deepEqual(
      findings.map(({ outcome }) => outcome),
      ['warning', 'warning', 'warning'],
    );
    assert.equal(settingsFor('https://om.example.com').target.behindProxy, false);
  });

  test('of a port that does not speak TLS', async (context) => {
    const server = await listen(createMock(), { port: 0 });
    context.after(() => server.close());
    const { findings } = await examine(settingsFor(server.origin.replace('http:', 'https:')));
    assert.match(said(findings, 'TLS'), /^failed: .*does not speak TLS/);
  });
});

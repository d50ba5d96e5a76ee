import { lookup } from 'node:dns/promises';
import { connect as connectPlain, isIP } from 'node:net';
import { checkServerIdentity, connect as connectTls, type DetailedPeerCertificate } from 'node:tls';
import { networkFault } from '../client/transport/faults.ts';
import { limitsOf } from '../client/transport/limits.ts';
import { tlsOptions } from '../client/transport/tls-context.ts';
import type { Settings } from '../target/settings/types.ts';
import { failed, notReached, ok, warning, type Finding } from './finding.ts';
import { messageOf } from '../wire/message-of.ts';

type Target = Settings['target'];

const day = 86_400_000;
/** Certificates that end sooner are worth a word. */
const nearDays = 30;

const placeOf = ({ url }: Target) => {
  const { hostname, port, protocol } = new URL(url);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (protocol === 'https:' ? 443 : 80)),
    isTls: protocol === 'https:',
  };
};

const secondsFor = (target: Target): number => limitsOf(target).connectSeconds;

/** What an error of the network means, in the words that a run would use. */
function wordsFor(error: unknown, target: Target): string {
  return messageOf(networkFault(error, target.url, limitsOf(target)));
}

/** Address, TCP and TLS of a target, one after the other; without credentials, and without a request. */
export async function lookAtConnection(target: Target): Promise<Finding[]> {
  // Asked directly it may not answer at all, and what a run meets is what the proxy makes of it: the login tells.
  if (target.behindProxy) return ['address', 'TCP', 'TLS'].map((step) => warning(step, 'not looked at: a proxy stands between'));
  const address = await resolveName(target);
  const tcp = address.outcome === 'failed' ? notReached('TCP', 'the name does not resolve') : await openTcp(target);
  if (!placeOf(target).isTls) return [address, tcp, ok('TLS', 'none: the target is spoken to in plain http')];
  const tls = tcp.outcome === 'ok' ? await shakeHands(target) : [notReached('TLS', 'there is no connection')];
  return [address, tcp, ...tls];
}

async function resolveName(target: Target): Promise<Finding> {
  const { host } = placeOf(target);
  if (isIP(host) !== 0) return ok('address', `${host} needs no name server`);
  try {
    const found = await lookup(host, { all: true });
    return ok('address', `${host} is ${found.map(({ address }) => address).join(', ')}`);
  } catch (error) {
    return failed('address', wordsFor(error, target), 'check the host name in --target');
  }
}

function openTcp(target: Target): Promise<Finding> {
  const { host, port } = placeOf(target);
  const started = performance.now();
  return new Promise((resolve) => {
    const socket = connectPlain({ host, port, timeout: secondsFor(target) * 1000 });
    const end = (finding: Finding): void => {
      socket.destroy();
      resolve(finding);
    };
    socket.once('connect', () => end(ok('TCP', `port ${port} answers in ${Math.ceil(performance.now() - started)} ms`)));
    socket.once('timeout', () =>
      end(
        failed(
          'TCP',
          `${host}:${port} did not accept a connection within ${secondsFor(target)} s`,
          'a firewall may drop what is sent there: ask for the way in',
        ),
      ),
    );
    socket.once('error', (error) => end(failed('TCP', wordsFor(error, target), 'check the port, and that the service runs')));
  });
}

/** Certificate and name. A fault is one unless the user takes certificates as they come. */
function shakeHands(target: Target): Promise<Finding[]> {
  const { host, port } = placeOf(target);
  return new Promise((resolve) => {
    const socket = connectTls({
      ...tlsOptions(target),
      host,
      port,
      servername: isIP(host) === 0 ? host : '',
      rejectUnauthorized: false,
      timeout: secondsFor(target) * 1000,
    });
    const end = (findings: Finding[]): void => {
      socket.destroy();
      resolve(findings);
    };
    socket.once('secureConnect', () =>
      end(
        certificateFindings(
          target,
          socket.getPeerCertificate(true),
          // Declared as an Error; it is the code of one.
          socket.authorized ? undefined : String(socket.authorizationError),
          `${socket.getProtocol()}`,
        ),
      ),
    );
    socket.once('timeout', () => end([failed('TLS', `no TLS handshake within ${secondsFor(target)} s`)]));
    socket.once('error', (error) => end([failed('TLS', wordsFor(error, target), 'is the URL meant to begin with http:?')]));
  });
}

function certificateFindings(
  target: Target,
  certificate: DetailedPeerCertificate,
  fault: string | undefined,
  protocol: string,
): Finding[] {
  const { host } = placeOf(target);
  const nameFault = checkServerIdentity(host, certificate);
  const chain =
    fault === undefined || fault === 'ERR_TLS_CERT_ALTNAME_INVALID'
      ? ok('TLS', `${protocol}, trusted: ${chainOf(certificate)}`)
      : trouble(
          target,
          'TLS',
          wordsFor(Object.assign(new Error(fault), { code: fault }), target),
          'name its authority with --ca-file, or have it renewed',
        );
  const name =
    nameFault === undefined
      ? ok('TLS name', `issued for ${host}`)
      : trouble(
          target,
          'TLS name',
          `issued for ${certificate.subjectaltname ?? nameOf(certificate)}, not for ${host}`,
          'use the name it was issued for',
        );
  return [chain, expiry(target, certificate.valid_to), name];
}

/** A fault of a certificate: none that stops a run where certificates are taken as they come. */
const trouble = ({ insecureTls }: Target, step: string, says: string, advice: string): Finding =>
  insecureTls ? warning(step, `${says}; taken as it comes (--insecure-tls)`) : failed(step, says, advice);

function expiry(target: Target, validTo: string): Finding {
  const until = new Date(validTo);
  const days = Math.floor((until.getTime() - Date.now()) / day);
  const date = until.toISOString().slice(0, 10);
  if (days < 0) return trouble(target, 'TLS expiry', `ended on ${date}, ${-days} days ago`, 'have it renewed');
  const says = `ends on ${date}, in ${days} days`;
  return days < nearDays ? warning('TLS expiry', says, 'have it renewed soon') : ok('TLS expiry', says);
}

const nameOf = ({ subject }: DetailedPeerCertificate): string => [subject?.CN ?? subject?.O ?? 'nobody'].flat()[0]!;

/** The names from the target's certificate to its authority. A self-signed one is its own issuer. */
function chainOf(certificate: DetailedPeerCertificate): string {
  const names = [nameOf(certificate)];
  let at = certificate;
  while (at.issuerCertificate !== undefined && at.issuerCertificate !== at && names.length < 8) {
    at = at.issuerCertificate;
    names.push(nameOf(at));
  }
  return names.join(' < ');
}

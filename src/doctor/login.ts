import { NetworkFault, type Answer } from '../client/types.ts';
import { digestAlgorithms, parseChallenges, type Challenge } from '../wire/digest.ts';
import { header, headerValues } from '../wire/http.ts';
import { lackOfLogin, obstacle, offersLogin, refusal } from '../run/guards/first-answers.ts';
import { failed, notReached, ok, warning, type Finding } from './finding.ts';
import type { Visit } from './visit.ts';

const steps = ['digest', 'credentials', 'clock', 'product', 'version'] as const;

/** Difference of clocks, in seconds, from which on dates of a run and of the target are told apart. */
const tolerable = 30;

const rest = (from: number, why: string): Finding[] => steps.slice(from).map((step) => notReached(step, why));

/** Handshake, credentials, clock, product and version, from two requests for the root. */
export async function lookAtLogin({ client, settings: { target }, get }: Visit): Promise<Finding[]> {
  let anonymous: Answer;
  let known: Answer;
  try {
    anonymous = await client.as(undefined).send({ method: 'GET', path: '' });
    known = await get('');
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error;
    return [failed('digest', error.message), ...rest(1, 'there was no answer')];
  }
  const hindered = obstacle(anonymous) ?? obstacle(known);
  if (hindered !== undefined) return [failed('digest', `the target ${hindered}`), ...rest(1, 'there was no usable answer')];
  const lack = lackOfLogin(known, anonymous);
  if (lack !== undefined) return [failed('digest', `the target ${lack}`), ...rest(1, 'there is no login')];
  const handshake = digestFinding(anonymous);
  const refused = offersLogin(anonymous) ? refusal(known) : undefined;
  if (refused !== undefined) {
    return [
      handshake,
      failed('credentials', `the target ${refused}`),
      clockFinding(known),
      ...rest(3, 'the credentials are refused'),
    ];
  }
  const root = (known.json ?? {}) as { appName?: unknown; build?: unknown; links?: unknown };
  if (known.status !== 200 || !Array.isArray(root.links)) {
    const says = `the root is answered ${known.status}${known.json === undefined ? ', with no JSON' : ', with no links'}`;
    return [
      handshake,
      failed('credentials', says, `is ${client.baseUrl} the address of the API?`),
      clockFinding(known),
      ...rest(3, 'the root is none'),
    ];
  }
  const product = productFinding(target.product, root.appName, versionOf(known));
  return [
    handshake,
    ok('credentials', `${target.keys.publicKey} is let in`),
    clockFinding(known),
    product,
    versionFinding(known, root.build),
  ];
}

function digestFinding(anonymous: Answer): Finding {
  if (anonymous.status !== 401) {
    return warning('digest', `the root is answered ${anonymous.status} without credentials, where 401 is due`);
  }
  const challenges = parseChallenges(headerValues(anonymous.headers, 'WWW-Authenticate'));
  const digests = challenges.filter(({ scheme }) => scheme.toLowerCase() === 'digest');
  if (digests.length === 0) {
    const schemes = challenges.map(({ scheme }) => scheme).join(', ');
    return failed('digest', `no Digest challenge${schemes === '' ? '' : `, but ${schemes}`}`, 'is it the address of the API?');
  }
  const says = digests
    .map(
      ({ parameters: { algorithm = 'MD5 (unnamed)', qop = 'none', realm = '' } }) => `${algorithm}, qop ${qop}, realm "${realm}"`,
    )
    .join('; ');
  const quirks = [
    ...new Set(digests.flatMap(quirksOf)),
    ...(challenges.length > digests.length ? ['another scheme is offered beside it'] : []),
  ];
  return quirks.length === 0 ? ok('digest', says) : warning('digest', `${says}: ${quirks.join(', ')}`);
}

function quirksOf({ parameters }: Challenge): string[] {
  const { algorithm, qop, nonce, realm } = parameters;
  return [
    ...(qop === undefined ? ['no qop, so nothing counts the uses of a nonce (RFC 2069)'] : []),
    ...(qop !== undefined && !/\bauth\b(?!-)/.test(qop) ? ['qop auth is not offered'] : []),
    ...(algorithm !== undefined && !digestAlgorithms.some((one) => one.toLowerCase() === algorithm.toLowerCase())
      ? [`the algorithm ${algorithm} is not known here`]
      : []),
    ...(nonce === undefined ? ['no nonce'] : []),
    ...(realm === undefined ? ['no realm'] : []),
  ];
}

function clockFinding({ headers }: Answer): Finding {
  const date = Date.parse(header(headers, 'Date') ?? '');
  if (Number.isNaN(date)) return warning('clock', 'the answers have no Date', 'windows of time are then guessed from our clock');
  // A Date header has no fractions: its second is half over on average.
  const skew = Math.round((date + 500 - Date.now()) / 1000);
  if (Math.abs(skew) <= tolerable)
    return ok('clock', Math.abs(skew) <= 1 ? 'agrees with ours' : `${Math.abs(skew)} s ${skew > 0 ? 'ahead of' : 'behind'} ours`);
  return warning(
    'clock',
    `${Math.abs(skew)} s ${skew > 0 ? 'ahead of' : 'behind'} ours`,
    'set one of the two clocks: events are asked for by date',
  );
}

const versionOf = ({ headers }: Answer): string | undefined => {
  const value = header(headers, 'X-MongoDB-Service-Version');
  return value === undefined ? undefined : (/versionString=([^;\s]+)/.exec(value)?.[1] ?? value);
};

/** Cloud Manager names its versions by dates, Ops Manager by numbers. Source: example answers of the reference pages. */
function productFinding(wanted: string, appName: unknown, version: string | undefined): Finding {
  const name = typeof appName === 'string' ? appName : undefined;
  const text = `${name ?? ''} ${version ?? ''}`;
  const seen = /cloud manager|\bv20\d{6}/i.test(text)
    ? 'cloud-manager'
    : /ops manager|\b\d+\.\d+\.\d+/i.test(text)
      ? 'ops-manager'
      : undefined;
  const says = `judged as ${wanted}${name === undefined ? '' : `; it calls itself ${name}`}`;
  if (seen === undefined || seen === wanted) return ok('product', says);
  return warning('product', `${says}, which is ${seen}`, `use --product ${seen}`);
}

function versionFinding(known: Answer, build: unknown): Finding {
  const version = versionOf(known);
  const named = typeof build === 'string' ? `, build ${build}` : '';
  return version === undefined
    ? warning('version', `not told (no X-MongoDB-Service-Version)${named}`)
    : ok('version', `${version}${named}`);
}

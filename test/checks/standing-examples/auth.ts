import { exchange, good, id, refused, team } from '../../support/made-exchanges.ts';
import { signed, type Examples } from './examples.ts';

const stale = ['WWW-Authenticate', good[1].replace('stale=false', 'stale=true')] as const;
/** What is answered to a digest client that goes on with a nonce. */
const outlived = (challenge: readonly [string, string]) =>
  signed(exchange({ status: 401, kind: 'challenge', headers: [challenge] }));

/** Of what is claimed of challenges. */
export const authExamples: Examples = {
  'auth.challenge-without-credentials': {
    keep: [
      exchange({ status: 401, headers: [good], kind: 'challenge' }),
      exchange({ method: 'DELETE', path: `/groups/${id}`, status: 401, headers: [good], caller: 'nobody' }),
      exchange({ path: '', status: 401, headers: [good], caller: 'nobody' }),
    ],
    break: [
      exchange({ status: 401, headers: [], caller: 'nobody' }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Basic realm="a"']], kind: 'challenge' }),
      exchange({ method: 'DELETE', path: `/groups/${id}`, status: 403, caller: 'nobody' }),
      exchange({ method: 'POST', path: '/groups', status: 201, kind: 'challenge' }),
      exchange({ method: 'HEAD', path: '/groups', status: 200, kind: 'challenge' }),
      exchange({ path: '/orgs', status: 302, caller: 'nobody' }),
      ...[200, 302, 403, 404, 500].map((status) => exchange({ path: '', status, caller: 'nobody' })),
    ],
    silent: [
      exchange({ status: 200 }),
      signed(exchange({ status: 403, caller: 'nobody' })),
      // What a server lacks, or cannot read, may be told before anybody asks who is there.
      ...[400, 404, 405, 500].map((status) => exchange({ method: 'DELETE', path: `/groups/${id}`, status, kind: 'challenge' })),
      exchange({ path: '/nothing-of-the-kind', status: 200, caller: 'nobody' }),
      exchange({ method: 'POST', path: '/unauth/users', status: 201, caller: 'nobody' }),
      ...[429, 502, 503, 504].map((status) => exchange({ path: '', status, caller: 'nobody' })),
    ],
  },
  'auth.challenge-well-formed': {
    keep: [
      exchange({ status: 401, headers: [good], kind: 'challenge', caller: 'nobody' }),
      exchange({ status: 401, headers: [['www-authenticate', 'Digest realm="a", nonce="b"']] }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Digest realm="a", nonce="b", algorithm=NEW'], good] }),
      exchange({
        status: 401,
        headers: [['WWW-Authenticate', 'Digest realm="a\\"b", nonce="b", algorithm="SHA-256", qop="auth-int, auth"']],
      }),
    ],
    break: [
      exchange({ status: 401, headers: [], caller: 'nobody' }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Digest realm="a"']] }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Digest realm="a", nonce=""']] }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Digest nonce="a"']] }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Digest realm="a", nonce=b']] }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Digest realm="a, nonce="b']] }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Digest realm="a", nonce="b", qop="auth-int"']] }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Digest realm="a", nonce="b", algorithm=ROT13']] }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Basic realm="a"']], caller: 'nobody' }),
    ],
    silent: [refused({ error: 401 }, { status: 401 }), exchange({ body: team() })],
  },
  'auth.never-basic': {
    keep: [exchange({ status: 401, headers: [good] })],
    break: [
      exchange({ status: 401, headers: [good, ['WWW-Authenticate', 'Basic realm="a"']] }),
      exchange({ status: 401, headers: [['WWW-Authenticate', 'Digest realm="a", nonce="b", BASIC realm="a"']] }),
    ],
    silent: [exchange({ status: 401, headers: [] })],
  },
  'auth.nonce-is-short-lived': {
    keep: [outlived(stale)],
    // That one is taken for ever takes its own check to see.
    break: [],
    silent: [outlived(good), { ...outlived(stale), kind: 'call' }, exchange({ status: 401, headers: [stale] })],
  },
};

import { exchange, good, refused, team } from '../../support/made-exchanges.ts';
import { signed, type Examples } from './examples.ts';

const stale = ['WWW-Authenticate', good[1].replace('stale=false', 'stale=true')] as const;
/** What is answered to a digest client that goes on with a nonce. */
const outlived = (challenge: readonly [string, string]) =>
  signed(exchange({ status: 401, kind: 'challenge', headers: [challenge] }));

/** Of what is claimed of challenges. */
export const authExamples: Examples = {
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

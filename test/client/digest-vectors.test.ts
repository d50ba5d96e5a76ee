import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { digestResponse, formatAuthorization, parseAuthorization, parseChallenges } from '../../src/wire/digest.ts';

const rfc7616 = {
  username: 'Mufasa',
  password: 'Circle of Life',
  realm: 'http-auth@example.org',
  method: 'GET',
  uri: '/dir/index.html',
  nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
  nc: '00000001',
  cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
  qop: 'auth',
} as const;

const rfc2617 = {
  username: 'Mufasa',
  password: 'Circle Of Life',
  realm: 'testrealm@host.com',
  method: 'GET',
  uri: '/dir/index.html',
  nonce: 'dcd98b7102dd2f0e8b11d0f600bfb0c093',
  nc: '00000001',
  cnonce: '0a4f113b',
  qop: 'auth',
} as const;

describe('digest responses are those of the RFCs', () => {
  test('RFC 7616, 3.9.1, MD5', () => {
    assert.equal(digestResponse({ ...rfc7616, algorithm: 'MD5' }), '8ca523f5e9506fed4657c9700eebdbec');
  });
  test('RFC 7616, 3.9.1, SHA-256', () => {
    assert.equal(
      digestResponse({ ...rfc7616, algorithm: 'SHA-256' }),
      '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1',
    );
  });
  test('RFC 2617, 3.5, with the algorithm left out', () => {
    assert.equal(digestResponse(rfc2617), '6629fae49393a05397450978507c4ef1');
  });
  test('without qop it is the response of RFC 2069', () => {
    assert.equal(digestResponse({ ...rfc2617, qop: undefined }), '670fd8c2df070c60b045671b8b24ff02');
  });
});

describe('challenges are read', () => {
  test('one header with one challenge', () => {
    assert.deepEqual(
      parseChallenges(['Digest realm="MMS Public API", domain="", nonce="a,b=", algorithm=MD5, qop="auth", stale=false']),
      [
        {
          scheme: 'Digest',
          parameters: { realm: 'MMS Public API', domain: '', nonce: 'a,b=', algorithm: 'MD5', qop: 'auth', stale: 'false' },
        },
      ],
    );
  });
  test('Basic beside Digest in one header', () => {
    assert.deepEqual(parseChallenges(['Basic realm="x", charset="UTF-8", Digest realm="y", nonce="n"']), [
      { scheme: 'Basic', parameters: { realm: 'x', charset: 'UTF-8' } },
      { scheme: 'Digest', parameters: { realm: 'y', nonce: 'n' } },
    ]);
  });
  test('several headers, a scheme without parameters, a token', () => {
    assert.deepEqual(parseChallenges(['Negotiate', 'Bearer abc==, Digest nonce=n']), [
      { scheme: 'Negotiate', parameters: {} },
      { scheme: 'Bearer', parameters: {} },
      { scheme: 'Digest', parameters: { nonce: 'n' } },
    ]);
  });
  test('escaped quotes, stray commas, capitals, spaces around the sign', () => {
    assert.deepEqual(parseChallenges([', digest Realm = "a \\"b\\"",, NONCE=n ,']), [
      { scheme: 'digest', parameters: { realm: 'a "b"', nonce: 'n' } },
    ]);
  });
  test('text that is no challenge ends', () => {
    assert.deepEqual(parseChallenges(['', '"', '====']), []);
  });
});

describe('credentials are read and written', () => {
  test('what is written is read back', () => {
    const fields = {
      username: 'a"b\\c',
      realm: 'r',
      nonce: 'n',
      uri: '/x?a="1"',
      algorithm: 'SHA-256',
      qop: 'auth',
      nc: '0000000a',
      cnonce: 'c',
      response: 'd',
    };
    assert.deepEqual(parseAuthorization(formatAuthorization(fields)), fields);
  });
  test('a quoted algorithm, an unpadded count', () => {
    assert.deepEqual(parseAuthorization('Digest algorithm="MD5", nc=1,qop=auth'), { algorithm: 'MD5', nc: '1', qop: 'auth' });
  });
  test('another scheme, broken text and a field given twice are no credentials', () => {
    for (const value of ['Basic dTpw', 'Digest', 'Digest username="x', 'Digest nc=1, nc=2']) {
      assert.equal(parseAuthorization(value), undefined, value);
    }
  });
});

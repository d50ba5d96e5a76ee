import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { redactDigest } from '../../src/client/redaction/redact-credentials.ts';
import { redactFields } from '../../src/client/redaction/redact-fields.ts';
import { createSecrets, redactHeaders } from '../../src/client/redaction/redact.ts';

const secretValue = 'pa"ss/wörd +&1';
const known = () => {
  const secrets = createSecrets();
  secrets.add('the key', secretValue);
  return secrets;
};

describe('a known secret is removed', () => {
  const spellings = {
    plain: secretValue,
    'JSON-escaped': JSON.stringify(secretValue).slice(1, -1),
    'JSON-escaped with \\/': JSON.stringify(secretValue).slice(1, -1).replaceAll('/', '\\/'),
    'URL-encoded': encodeURIComponent(secretValue),
    'URL-encoded in lower case': encodeURIComponent(secretValue).replace(/%../g, (code) => code.toLowerCase()),
    'form-encoded': encodeURIComponent(secretValue).replaceAll('%20', '+'),
  };
  for (const [spelling, text] of Object.entries(spellings)) {
    test(spelling, () => {
      assert.deepEqual(known().redact(`a ${text} b`), { text: 'a [removed] b', found: ['the key'] });
    });
  }

  test('from a text that was clean until the secret was learned', () => {
    const secrets = known();
    const text = 'a learned-later b';
    assert.deepEqual(secrets.redact(text), { text, found: [] });
    secrets.add('another key', 'learned-later');
    assert.deepEqual(secrets.redact(text), { text: 'a [removed] b', found: ['another key'] });
  });

  for (const before of ['', 'u:', 'us:', 'use:']) {
    for (const after of ['', '!', '!!']) {
      for (const encoding of ['base64', 'base64url'] as const) {
        test(`in ${encoding} between ${before.length} and ${after.length} bytes`, () => {
          const text = Buffer.from(`${before}${secretValue}${after}`).toString(encoding);
          const { text: clean, found } = known().redact(text);
          assert.deepEqual(found, ['the key']);
          assert.ok(clean.includes('[removed]') && clean.length - '[removed]'.length <= 12, clean);
        });
      }
    }
  }

  test('and a text without it stays as it is', () => {
    assert.deepEqual(known().redact('nothing here'), { text: 'nothing here', found: [] });
  });

  test('but an empty one is no secret', () => {
    const secrets = createSecrets();
    secrets.add('nothing', '');
    assert.equal(secrets.redact('abc').text, 'abc');
  });
});

/** JSON in a layout of its own, with two values to choose. */
const layout = (password: string, pwd: string) =>
  `{\n  "password" :  ${password},\n  "z": [ "password", "x" ], "hasPassword": true,\n\t"secret": null, "pwd": ${pwd} }`;

describe('fields with secret names', () => {
  const names = [
    'privateKey',
    'password',
    'apiKey',
    'agentApiKey',
    'serviceKey',
    'apiToken',
    'flowdockApiToken',
    'notificationToken',
    'datadogApiKey',
    'opsGenieApiKey',
    'victorOpsApiKey',
    'webhookSecret',
    'secret',
    'newPwd',
    'PASSWORD',
    'mmsApiKey',
  ];
  for (const name of names) {
    test(`${name} loses its value`, () => {
      assert.deepEqual(redactFields(`{"a":1,"${name}":"x y"}`), {
        text: `{"a":1,"${name}":"[removed]"}`,
        found: [`the field ${name}`],
      });
    });
  }

  test('keep whitespace, order and everything else', () => {
    assert.equal(redactFields(layout('"a\\"b"', '12')).text, layout('"[removed]"', '"[removed]"'));
  });

  test('inside a string are no fields', () => {
    const text = '{"detail":"say \\"password\\":\\"x\\" or \\"password\\": 1","password":"p"}';
    assert.equal(redactFields(text).text, text.replace('"p"', '"[removed]"'));
  });

  test('are found in text that is no valid JSON', () => {
    assert.equal(redactFields('{"password":"p", oops').text, '{"password":"[removed]", oops');
  });

  test('are found after a stray quote, in a text that is cut off, and under a name with escapes', () => {
    assert.equal(redactFields('<p class="> {"password":"p"}').text, '<p class="> {"password":"[removed]"}');
    assert.equal(redactFields('{"password":"secr').text, '{"password":"[removed]"');
    assert.equal(redactFields(String.raw`{"pass\u0077ord":"p"}`).text, String.raw`{"pass\u0077ord":"[removed]"}`);
  });

  test('keep a masked value', () => {
    const text = '{"privateKey":"********-****-****-0123456789ab"}';
    assert.deepEqual(redactFields(text), { text, found: [] });
  });

  test('`key` is one only where agent API keys are', () => {
    assert.equal(redactFields('{"key":"abc"}').text, '{"key":"abc"}');
    assert.equal(redactFields('{"key":"abc"}', true).text, '{"key":"[removed]"}');
  });
});

test('headers with credentials keep their scheme at most', () => {
  assert.deepEqual(
    redactHeaders(
      [
        ['Authorization', 'Digest username="u", response="abc"'],
        ['authorization', 'raw'],
        ['Proxy-Authorization', 'Basic dTpw'],
        ['Cookie', 'a=b'],
        ['Set-Cookie', 'a=b; Path=/'],
        ['Authentication-Info', 'nextnonce="x"'],
        ['WWW-Authenticate', 'Digest nonce="n"'],
        ['X-Echo', `it is ${secretValue}`],
      ],
      known(),
    ),
    [
      ['Authorization', 'Digest [removed]'],
      ['authorization', '[removed]'],
      ['Proxy-Authorization', 'Basic [removed]'],
      ['Cookie', '[removed]'],
      ['Set-Cookie', '[removed]'],
      ['Authentication-Info', '[removed]'],
      ['WWW-Authenticate', 'Digest nonce="n"'],
      ['X-Echo', 'it is [removed]'],
    ],
  );
});

describe('an echoed digest', () => {
  const digest = 'Digest username="u", realm="a b", nonce="n", uri="/x?a=1", response="0af10af1", nc=1, cnonce="77aa77aa"';
  const spelled = {
    plain: digest,
    'in JSON': JSON.stringify({ h: digest }),
    'in JSON in JSON': JSON.stringify(JSON.stringify({ h: digest })),
    'in HTML': `<p>${digest.replaceAll('"', '&quot;')}</p>`,
    'in a URL': `/x?h=${encodeURIComponent(digest)}`,
    'in a form': new URLSearchParams({ h: digest }).toString(),
    'in base64': Buffer.from(digest).toString('base64'),
    'in base64 behind more': Buffer.from(`Authorization: ${digest}`).toString('base64'),
  };
  for (const [how, text] of Object.entries(spelled)) {
    test(how, () => {
      const clean = redactDigest(text).text;
      for (const secret of ['0af10af1', '77aa77aa', 'username', digest.slice(7, 20)]) assert.ok(!clean.includes(secret), clean);
      assert.ok(clean.includes('[removed]'), clean);
      assert.ok(!Buffer.from(clean.replace(/\[removed\]/g, ''), 'base64').includes('username'), clean);
    });
  }

  test('without its scheme loses response and cnonce', () => {
    assert.equal(
      redactDigest('nonce="n",response="0af1",nc=1,cnonce="77aa"').text,
      'nonce="n",response="[removed]",nc=1,cnonce="[removed]"',
    );
  });

  test('is not what a challenge is', () => {
    const text = 'Digest realm="a", domain="", nonce="abc", algorithm=MD5, qop="auth", stale=false';
    assert.deepEqual(redactDigest(text), { text, found: [] });
  });
});

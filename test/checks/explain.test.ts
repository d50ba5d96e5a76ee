import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formatFailure } from '../../src/checks/explain.ts';
import { curlLine } from '../../src/wire/curl-line.ts';
import { base, error, exchange } from '../support/made-exchanges.ts';

describe('the text of a failure', () => {
  test('tells the request, each violation, the answer, and how to repeat it', () => {
    const one = exchange({ method: 'PATCH', path: '/groups/x?pretty=true', status: 404, body: error() });
    const asked = {
      ...one,
      request: {
        ...one.request,
        body: `{"name":"Joe's"}`,
        headers: [
          ['Content-Type', 'application/json'],
          ['Content-Length', '16'],
          ['Authorization', 'removed'],
        ] as const,
      },
    };
    assert.equal(
      formatFailure(asked, [
        { path: 'status', message: 'is 404, expected 200' },
        { path: '/reason', message: 'is "Not Found", expected "OK"' },
        { path: '', message: 'is odd' },
      ]),
      `PATCH https://om.example.com/api/public/v1.0/groups/x?pretty=true

  status is 404, expected 200
  /reason is "Not Found", expected "OK"
  body is odd

Answer: 404 application/json
  {
    "detail": "Cannot find resource /x.",
    "error": 404,
    "errorCode": "RESOURCE_NOT_FOUND",
    "parameters": [
      "/x"
    ],
    "reason": "Not Found"
  }

Again: curl --digest -u "$TARGET_PUBLIC_KEY:$TARGET_PRIVATE_KEY" -X PATCH 'https://om.example.com/api/public/v1.0/groups/x?pretty=true' -H 'Content-Type: application/json' --data-raw '{"name":"Joe'\\''s"}'`,
    );
  });
  test('shows no credentials for nobody, those of another caller by name, and HEAD as curl wants it', () => {
    const url = `'${base}/groups'`;
    assert.equal(curlLine(exchange({ caller: 'nobody' })), `curl -X GET ${url}`);
    assert.equal(curlLine(exchange({ kind: 'challenge' })), `curl -X GET ${url}`);
    const keys = '"$TARGET_READ_ONLY_PUBLIC_KEY:$TARGET_READ_ONLY_PRIVATE_KEY"';
    assert.equal(curlLine(exchange({ method: 'HEAD', caller: 'read-only' })), `curl --digest -u ${keys} --head ${url}`);
    assert.match(curlLine(exchange({ path: '/groups?a[]=1' })), /--globoff/);
  });
  test('is bounded, and tells why there is no answer', () => {
    const long = formatFailure(exchange({ text: 'line\n'.repeat(500) }), []);
    assert.ok(long.split('\n').length < 60);
    assert.match(long, /… 461 more lines/);
    assert.match(
      formatFailure({ ...exchange(), response: null, fault: 'connection refused' }, []),
      /^No answer: connection refused$/m,
    );
    assert.match(formatFailure(exchange({ caller: 'outsider' }), []), /groups as outsider\n[^]*\(no body\)/);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { header } from '../../src/wire/http.ts';
import { request, saying, using, web } from './small-servers.ts';

describe('an answer read as bytes', () => {
  test('shows the bytes after the header block of a HEAD', () =>
    using(saying('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody'), async (authority, transport) => {
      const answer = await transport.send(request(`http://${authority}/x`, { method: 'HEAD' }), { raw: true });
      assert.deepEqual([answer.status, answer.body], [200, 'body']);
    }));

  test('finds none where a server keeps to the rule', () =>
    using(
      web((_, outgoing) => {
        outgoing.end('body');
      }),
      async (authority, transport) => {
        const answer = await transport.send(request(`http://${authority}/x`, { method: 'HEAD' }), { raw: true });
        assert.deepEqual([answer.status, answer.body, header(answer.headers, 'connection')], [200, '', 'close']);
      },
    ));

  test('leaves a server that does not close, soon after the answer is complete', () =>
    using(saying('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokmore', false), async (authority, transport) => {
      const started = performance.now();
      assert.equal((await transport.send(request(`http://${authority}/x`), { raw: true })).body, 'okmore');
      assert.ok(performance.now() - started < 5000);
    }));

  test('joins chunks, and passes over interim answers', () =>
    using(
      saying(
        'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n' +
          '3;x=1\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: 1\r\n\r\n',
      ),
      async (authority, transport) => {
        assert.equal((await transport.send(request(`http://${authority}/x`), { raw: true })).body, 'abcde');
      },
    ));

  test('sends a body with its length and asks for the close', () =>
    using(
      web(({ method, url, headers }, outgoing) => {
        outgoing.end(`${method} ${url} ${headers['content-length']} ${headers.connection}`);
      }),
      async (authority, transport) => {
        const answer = await transport.send(request(`http://${authority}/a?b=1`, { method: 'POST', body: '"ä"' }), { raw: true });
        assert.equal(answer.body, 'POST /a?b=1 4 close');
      },
    ));
});

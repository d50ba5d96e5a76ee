import { error, exchange, good, json, login, refused, teamAnswer } from '../../support/made-exchanges.ts';
import { signed, type Examples } from './examples.ts';

/** Of what is claimed of errors. */
export const errorExamples: Examples = {
  'error.five-fields': {
    keep: [
      refused(),
      refused({ extra: 1 }),
      refused({ error: 401, errorCode: 'NOT_IN_GROUP' }, { status: 401 }),
      exchange({ path: '/x?envelope=true', body: { status: 404, content: error() } }),
    ],
    break: [
      refused({ detail: undefined }),
      refused({ error: '404' }),
      refused({ errorCode: undefined }),
      refused({ parameters: null }),
      refused({ parameters: {} }),
      refused({ reason: 5 }),
      exchange({ status: 404 }),
      exchange({ status: 404, text: '<html>' }),
      exchange({ status: 404, body: [error()] }),
      refused({ error: 401, errorCode: 'NOT_IN_GROUP', parameters: undefined }, { status: 401 }),
      exchange({ path: '/x?envelope=true', body: { status: 404, content: error({ reason: undefined }) } }),
      // No challenge: somebody was let in, and refused something by the API.
      signed(exchange({ status: 401, body: login })),
      signed(exchange({ status: 401, body: { ...login, errorCode: 'UNEXPECTED_ERROR' } })),
    ],
    silent: [
      teamAnswer(),
      exchange({ status: 401, kind: 'challenge', headers: [good] }),
      exchange({ method: 'HEAD', status: 404 }),
      exchange({ status: 405 }),
      exchange({ status: 405, text: '<html>' }),
      exchange({ status: 503, text: 'later' }),
      exchange({ status: 405, body: { detail: '', error: 405, reason: 'Method Not Allowed' } }),
      // Refused logins have four fields on the service behind Cloud Manager, and three on old versions of Ops Manager.
      exchange({ status: 401, body: { ...login, errorCode: 'UNEXPECTED_ERROR' }, headers: [json, good] }),
      exchange({ status: 401, body: login, headers: [json, good] }),
      exchange({ status: 401, text: '<html>' }),
      signed(exchange({ status: 401, body: login, headers: [] })),
      exchange({ status: 401, body: login }),
      signed(exchange({ status: 401, body: login, headers: [json, good] })),
      signed(exchange({ status: 401, text: '<html>' })),
      exchange({ status: 500, body: { ...login, error: 500, errorCode: 'UNEXPECTED_ERROR' } }),
      exchange({ status: 500, text: '' }),
    ],
  },
  'error.error-is-http-status': {
    keep: [refused(), exchange({ path: '/x?envelope=true', body: { status: 404, content: error() } })],
    break: [refused({ error: 400 }), exchange({ path: '/x?envelope=true', body: { status: 400, content: error() } })],
    silent: [
      refused({ error: '404' }),
      teamAnswer(),
      refused({ error: 400 }, { status: 500 }),
      exchange({ status: 401, body: { ...login, error: 403 }, headers: [json, good] }),
    ],
  },
  'error.reason-phrase': {
    keep: [
      refused(),
      refused({ reason: 'not found' }),
      refused({ reason: 'Payload Too Large' }, { status: 413 }),
      refused({ reason: 'Request Entity Too Large' }, { status: 413 }),
      refused({ reason: 'Content Too Large' }, { status: 413 }),
    ],
    break: [refused({ reason: 'Bad Request' }), refused({ reason: '' })],
    silent: [refused({ reason: 5 }), refused({}, { status: 499 })],
  },
  'error.code-is-upper-snake': {
    keep: [refused(), refused({ errorCode: 'SOMETHING_NEW_2' })],
    break: [refused({ errorCode: 'ResourceNotFound' }), refused({ errorCode: '' }), refused({ errorCode: 'RESOURCE-NOT-FOUND' })],
    silent: [refused({ errorCode: 5 }), exchange({ status: 401, body: login })],
  },
  'error.parameters-are-strings': {
    keep: [refused(), refused({ parameters: [] })],
    break: [refused({ parameters: [5] }), refused({ parameters: ['/x', null] })],
    silent: [refused({ parameters: 'x' }), exchange({ status: 401, body: login })],
  },
  'error.detail-is-readable': {
    keep: [refused(), exchange({ status: 401, body: login })],
    break: [refused({ detail: 'No host <HOST-ID>.' }), refused({ detail: ' ' }), refused({ detail: 'No host %s.' })],
    silent: [refused({ detail: 5 }), exchange({ status: 404, text: '<ID>' }), teamAnswer({ name: '<ID>' })],
  },
  'error.no-secret-or-trace': {
    keep: [refused(), exchange({ status: 502, text: '<html>Bad Gateway</html>' })],
    break: [
      refused({}, { secrets: ['the private key of main'] }),
      refused({ detail: 'Oops\n\tat com.xgen.svc.Api.get(Api.java:17)' }),
      refused({ detail: 'java.lang.NullPointerException' }),
      refused({ detail: 'Traceback (most recent call last):\n  File "a.py", line 1' }),
      exchange({ status: 500, text: 'Error\n    at handler (/srv/app/index.js:1:2)' }),
    ],
    silent: [exchange({ status: 404 }), teamAnswer({}, { secrets: ['the private key of main'] })],
  },
};

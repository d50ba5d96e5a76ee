import type { Mutant } from '../mutant.ts';

const readOverPlainHttp = JSON.stringify({ appName: 'MMS', build: '1', links: [] });

export const mutants: readonly Mutant[] = [
  {
    name: 'https-is-done-without',
    breaks: 'https.only',
    mock: {},
    reached: { origin: 'http://om.example.com' },
  },
  {
    name: 'https-port-takes-logins-over-plain-http',
    breaks: 'https.plain-http-not-served',
    mock: {},
    reached: { origin: 'https://127.0.0.1:1', servesPlainHttp: true },
  },
  {
    name: 'https-port-shows-the-root-over-plain-http',
    breaks: 'https.plain-http-not-served',
    mock: {
      wire: (next) => (request) =>
        request.origin.startsWith('http:')
          ? { status: 200, headers: { 'Content-Type': 'application/json' }, body: readOverPlainHttp }
          : next(request),
    },
    reached: { origin: 'https://127.0.0.1:1', servesPlainHttp: true },
  },
];

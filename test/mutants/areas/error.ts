import { createMock } from '../../../src/mock/server/mock.ts';
import { pathOf, rewritingErrors } from '../lies.ts';
import type { Mutant } from '../mutant.ts';

type Json = Record<string, unknown>;

/** Changes the error documents that carry that code. */
const errorsOf = (code: string, change: (error: Json) => unknown) =>
  rewritingErrors((error) => (error['errorCode'] === code ? change(error) : undefined));

const { privateKey } = createMock().identity;

const trace = [
  'java.lang.NullPointerException',
  '\tat com.xgen.svc.mms.api.res.ApiHostsResource.getHost(ApiHostsResource.java:117)',
].join('\n');

export const mutants: readonly Mutant[] = [
  {
    name: 'error-lacks-parameters',
    breaks: 'error.five-fields',
    mock: { wire: errorsOf('RESOURCE_NOT_FOUND', ({ parameters: _parameters, ...error }) => error) },
  },
  {
    name: 'error-detail-is-an-object',
    breaks: 'error.five-fields',
    mock: { wire: errorsOf('INVALID_GROUP_ID', (error) => ({ ...error, detail: { en: error['detail'] } })) },
  },
  {
    name: 'error-is-400-whatever-the-status',
    breaks: 'error.error-is-http-status',
    mock: { wire: rewritingErrors((error) => ({ ...error, error: 400 })) },
  },
  {
    name: 'error-reason-is-no-phrase',
    breaks: 'error.reason-phrase',
    mock: { wire: rewritingErrors((error) => ({ ...error, reason: `Status ${String(error['error'])}` })) },
  },
  {
    name: 'error-code-in-camel-case',
    breaks: 'error.code-is-upper-snake',
    mock: { wire: errorsOf('INVALID_GROUP_ID', (error) => ({ ...error, errorCode: 'invalidGroupId' })) },
  },
  {
    name: 'error-parameters-are-pairs',
    breaks: 'error.parameters-are-strings',
    mock: {
      wire: rewritingErrors((error) =>
        Array.isArray(error['parameters'])
          ? { ...error, parameters: error['parameters'].map((value: unknown, index) => ({ index, value })) }
          : undefined,
      ),
    },
  },
  {
    name: 'error-parameters-lack-the-host',
    breaks: 'error.parameters-fill-detail',
    mock: { wire: errorsOf('HOST_NOT_FOUND', (error) => ({ ...error, parameters: [] })) },
  },
  {
    name: 'error-detail-with-a-stack-trace',
    breaks: 'error.no-secret-or-trace',
    mock: { wire: errorsOf('INVALID_GROUP_ID', (error) => ({ ...error, detail: `${String(error['detail'])}\n${trace}` })) },
  },
  {
    name: 'error-parameters-echo-the-private-key',
    breaks: 'error.no-secret-or-trace',
    mock: {
      wire: errorsOf('INVALID_GROUP_ID', (error) => ({
        ...error,
        parameters: [...(error['parameters'] as unknown[]), privateKey],
      })),
    },
  },
  {
    name: 'error-for-an-unknown-resource-lacks-the-path',
    breaks: 'error.unknown-resource',
    mock: { wire: errorsOf('RESOURCE_NOT_FOUND', (error) => ({ ...error, parameters: ['resource'] })) },
  },
  {
    name: 'error-for-an-unknown-resource-names-another',
    breaks: 'error.unknown-resource',
    mock: {
      wire: rewritingErrors((error, request) =>
        pathOf(request) === '/softwareComponents/version' ? { ...error, errorCode: 'GROUP_NOT_FOUND' } : undefined,
      ),
    },
  },
  {
    name: 'error-detail-keeps-its-placeholder',
    breaks: 'error.detail-is-readable',
    mock: {
      wire: errorsOf('INVALID_GROUP_ID', (error) => ({
        ...error,
        detail: String(error['detail']).replace(String((error['parameters'] as unknown[])[0]), '{GROUP-ID}'),
      })),
    },
  },
  {
    name: 'error-detail-of-a-refused-body-keeps-its-placeholder',
    breaks: 'error.detail-is-readable',
    mock: { wire: errorsOf('INVALID_ATTRIBUTE', (error) => ({ ...error, detail: 'Invalid attribute <ATTRIBUTE> specified.' })) },
  },
  {
    name: 'error-detail-is-a-code',
    breaks: 'error.detail-is-readable',
    mock: { wire: errorsOf('HOST_NOT_FOUND', (error) => ({ ...error, detail: error['errorCode'] })) },
  },
];

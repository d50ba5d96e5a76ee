import {
  errorCodes,
  fillTemplate,
  isErrorCodeName,
  messageTemplate,
  placeholders,
} from '../../src/contract/error-codes/index.ts';
import type { Layer, MockRequest } from '../../src/mock/forms/types.ts';
import type { Equivalent } from './equivalent.ts';
import { pathOf, rewritingErrors } from './lies.ts';

type Change = (filler: string, placeholder: string, code: string, request: MockRequest) => string;

/** Refusals of documented codes, with what fills them changed in detail and parameters alike. */
const filling = (change: Change): Layer =>
  rewritingErrors((error, request) => {
    const { errorCode: code, parameters } = error;
    if (typeof code !== 'string' || !isErrorCodeName(code) || !Array.isArray(parameters)) return undefined;
    const template = messageTemplate(code, errorCodes[code].products[0]!);
    const names = placeholders(template);
    if (names.length === 0 || names.length !== parameters.length) return undefined;
    const filled = names.map((name, index) => change(String(parameters[index]), name, code, request));
    return { ...error, detail: fillTemplate(template, filled), parameters: filled };
  });

const isTutorial = (request: MockRequest): boolean => pathOf(request).includes('/hosts/byName/');
const isBelowProject = (request: MockRequest): boolean => /^\/groups\/[^/]+\/./.test(pathOf(request));

/** Ways of servers to name what was asked for. */
export const refusalEquivalents: readonly Equivalent[] = [
  {
    name: 'refusals-with-parameters-in-another-order',
    mock: {
      wire: rewritingErrors(({ parameters, ...error }) =>
        Array.isArray(parameters) && error['errorCode'] !== 'RATE_LIMITED'
          ? { ...error, parameters: parameters.toReversed() as unknown[] }
          : undefined,
      ),
    },
  },
  {
    name: 'refusals-that-quote-what-they-name',
    mock: {
      wire: rewritingErrors((error) => {
        const { errorCode: code, parameters, detail } = error;
        if (typeof code !== 'string' || !isErrorCodeName(code) || !Array.isArray(parameters)) return undefined;
        const template = messageTemplate(code, errorCodes[code].products[0]!);
        if (placeholders(template).length !== parameters.length) return { ...error, detail };
        return {
          ...error,
          detail: fillTemplate(
            template,
            parameters.map((one) => `'${String(one)}'`),
          ),
        };
      }),
    },
  },
  {
    name: 'refusals-that-call-projects-and-clusters-by-name',
    mock: {
      wire: filling((filler, placeholder, _code, request) =>
        (placeholder === 'group' || placeholder === 'cluster') && !isTutorial(request) ? 'Shop' : filler,
      ),
    },
  },
  {
    name: 'refusals-that-call-users-by-name',
    mock: { wire: filling((filler, _placeholder, code) => (code === 'USER_NOT_FOUND' ? 'ada@example.com' : filler)) },
  },
  {
    name: 'refusals-that-describe-the-resource-in-words',
    mock: {
      wire: filling((filler, placeholder, code, request) =>
        placeholder === 'resource' && code === 'RESOURCE_NOT_FOUND' && isBelowProject(request) ? 'Online archive' : filler,
      ),
    },
  },
  {
    name: 'refusals-that-name-the-path-below-the-root',
    mock: {
      wire: filling((filler, placeholder) => (placeholder === 'resource' ? filler.replace('/api/public/v1.0', '') : filler)),
    },
  },
  {
    name: 'refusals-that-name-an-address-as-a-block',
    mock: {
      wire: filling((filler, placeholder, code) =>
        placeholder === 'address' && /^(?:ACCESS|WHITE)_?LIST_NOT_FOUND$/.test(code) ? `${filler}/32` : filler,
      ),
    },
  },
  {
    name: 'refusals-that-name-fields-with-the-way-to-them',
    mock: {
      wire: filling((filler, placeholder, code) =>
        placeholder === 'attribute' && code === 'INVALID_ATTRIBUTE' ? `body[0].${filler}` : filler,
      ),
    },
  },
  {
    name: 'refusals-that-name-the-project-whose-limit-was-met',
    mock: {
      wire: filling((filler, placeholder, code) =>
        placeholder === 'resource' && code === 'RATE_LIMITED' ? filler.replace(/(\/groups\/[^/]+)\/.*$/, '$1') : filler,
      ),
    },
  },
];

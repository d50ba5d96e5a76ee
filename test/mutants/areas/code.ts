import { STATUS_CODES } from 'node:http';
import { errorCodes, type ErrorCodeName } from '../../../src/contract/error-codes/index.ts';
import { requirementOf, requirements, type RequirementId } from '../../../src/contract/requirements/index.ts';
import type { Product } from '../../../src/contract/products.ts';
import type { Layer } from '../../../src/mock/forms/types.ts';
import { answering, jsonOf, pathOf, withJson } from '../lies.ts';
import type { Mutant } from '../mutant.ts';
import { errorCodeOf } from '../../../src/wire/json.ts';

const isGuess = (name: ErrorCodeName): boolean => requirementOf(`code.${name}` as RequirementId).circumstance === 'inferred';

const covered = Object.keys(requirements)
  .filter((id) => id.startsWith('code.'))
  .map((id) => id.slice('code.'.length) as ErrorCodeName);

/** Another status that a refusal might have. */
const otherStatus = (status: number): number => (status === 400 ? 404 : 400);

/** Another code that the same product answers with the same status: the mistake that is easiest to make. */
function neighbourOf(name: ErrorCodeName): ErrorCodeName {
  const { status, products } = errorCodes[name];
  const like = (one: ErrorCodeName): boolean =>
    one !== name && one !== errorCodes[name].counterpart && errorCodes[one].products.includes(products[0]!);
  return covered.find((one) => like(one) && errorCodes[one].status === status) ?? covered.find(like) ?? 'UNEXPECTED_ERROR';
}

/** Changes the refusals that carry a code. */
const refusing = (name: ErrorCodeName, lie: (error: Record<string, unknown>) => Record<string, unknown>): Mutant['mock'] => ({
  wire: answering((response) => {
    if (response.status < 400) return response;
    const document = jsonOf(response) as Record<string, unknown> | undefined;
    if (document?.['errorCode'] !== name) return response;
    const reported = lie(document);
    return { ...withJson(response, reported), status: Number(reported['error']) };
  }),
});

/** Codes that name, by its id, what was asked for and is not there. */
const namesWhatIsMissing = (name: ErrorCodeName): boolean =>
  /_NOT_FOUND(?:_IN_GROUP)?$/.test(name) && /\bID \{/.test(JSON.stringify(errorCodes[name].message));

const somethingElse = 'e'.repeat(24);

/** The text with another id in the place of each. */
const ofSomethingElse = (text: unknown): unknown =>
  typeof text === 'string' ? text.replace(/\b[0-9a-f]{24,32}\b/g, somethingElse) : text;

/** The dialect in which the code has its own name, and a product that lists it. */
const servedWhere = (name: ErrorCodeName): { product: Product; dialect?: 'access-list' | 'whitelist' } => {
  const { products, dialect } = errorCodes[name];
  return { product: products[0]!, ...(dialect && { dialect }) };
};

/** A create that is refused with that code is done all the same: one more is at the end of the list from then on. */
const doneAllTheSame =
  (name: ErrorCodeName, list: RegExp, made: (number: number) => object): Layer =>
  (next) => {
    const extra: object[] = [];
    return async (request) => {
      const response = await next(request);
      const document = jsonOf(response) as { errorCode?: unknown; results?: readonly unknown[]; totalCount?: number } | undefined;
      const { method } = request;
      if (method === 'POST' && document?.errorCode === name) extra.push(made(extra.length));
      if (method !== 'GET' || !list.test(pathOf(request)) || document?.results === undefined) return response;
      const { results, totalCount = 0 } = document;
      const shown = results.length === totalCount ? [...results, ...extra] : results;
      return withJson(response, { ...document, results: shown, totalCount: totalCount + extra.length });
    };
  };

const refusedButDone: readonly Mutant[] = [
  {
    name: 'a-comment-too-long-is-refused-but-acknowledges',
    breaks: 'code.ACKNOWLEDGEMENT_COMMENT_TOO_LONG',
    mock: {
      inner: (next) => async (request) => {
        const response = await next(request);
        if (errorCodeOf(jsonOf(response)) !== 'ACKNOWLEDGEMENT_COMMENT_TOO_LONG') return response;
        const { acknowledgedUntil } = JSON.parse(request.body) as { acknowledgedUntil: string };
        // The first such answer only tells how long a comment may be.
        if (!/x{1000}/.test(request.body)) await next({ ...request, body: JSON.stringify({ acknowledgedUntil }) });
        return response;
      },
    },
  },
  {
    name: 'one-team-more-than-the-limit-is-taken',
    breaks: 'code.MAX_TEAMS_PER_ORG_EXCEEDED',
    becomes: 'not-provoked',
    also: ['method.post-creates', 'link.list-entity-has-self', 'link.every-entity-has-self', 'resource.team'],
    mock: {
      inner: (next) => {
        let taken = false;
        const extra = { id: 'a'.repeat(24), name: 'Ghosts' };
        return async (request) => {
          const response = await next(request);
          const document = jsonOf(response) as
            | { errorCode?: unknown; results?: readonly unknown[]; totalCount?: number }
            | undefined;
          if (!taken && document?.errorCode === 'MAX_TEAMS_PER_ORG_EXCEEDED') {
            taken = true;
            return { ...withJson(response, { ...extra, links: [] }), status: 201 };
          }
          if (
            !taken ||
            request.method !== 'GET' ||
            !/^\/orgs\/\w+\/teams$/.test(pathOf(request)) ||
            document?.results === undefined
          )
            return response;
          return withJson(response, {
            ...document,
            results: [...document.results, extra],
            totalCount: (document.totalCount ?? 0) + 1,
          });
        };
      },
    },
  },
  {
    name: 'a-team-too-many-is-refused-but-made',
    breaks: 'code.MAX_TEAMS_PER_ORG_EXCEEDED',
    also: ['link.list-entity-has-self'],
    mock: {
      inner: doneAllTheSame('MAX_TEAMS_PER_ORG_EXCEEDED', /^\/orgs\/\w+\/teams$/, (number) => ({
        id: String(number).padStart(24, 'a'),
        name: 'Ghosts',
      })),
    },
  },
  {
    name: 'a-restore-from-nothing-is-refused-but-begun',
    breaks: 'code.MISSING_ONE_OF_THREE_ATTRIBUTES',
    also: ['link.list-entity-has-self', 'resource.restore-job'],
    mock: {
      inner: doneAllTheSame('MISSING_ONE_OF_THREE_ATTRIBUTES', /\/restoreJobs$/, (number) => ({
        id: String(number).padStart(24, 'a'),
        statusName: 'IN_PROGRESS',
      })),
    },
  },
];

/**
 * Lies about each code: another status; a neighbour's code for the same situation, which may be right where no page
 * describes it; an id that nobody asked for, where it speaks of one that somebody did; and what is refused but done.
 */
export const mutants: readonly Mutant[] = [
  ...refusedButDone,
  ...covered.flatMap((name): Mutant[] => {
    const breaks = `code.${name}` as RequirementId;
    const status = otherStatus(errorCodes[name].status);
    const neighbour = neighbourOf(name);
    return [
      {
        name: `${name}-comes-with-${status}`,
        breaks,
        mock: { ...servedWhere(name), ...refusing(name, (error) => ({ ...error, error: status, reason: STATUS_CODES[status] })) },
      },
      {
        name: `${name}-is-called-${neighbour}`,
        breaks,
        ...(isGuess(name) && { becomes: 'not-provoked' as const }),
        ...(errorCodes[neighbour].status !== errorCodes[name].status && { also: [`code.${neighbour}` as RequirementId] }),
        mock: { ...servedWhere(name), ...refusing(name, (error) => ({ ...error, errorCode: neighbour })) },
      },
      ...(namesWhatIsMissing(name)
        ? [
            {
              name: `${name}-speaks-of-something-else`,
              breaks,
              mock: {
                ...servedWhere(name),
                ...refusing(name, ({ parameters = [], detail, ...error }) => ({
                  ...error,
                  detail: ofSomethingElse(detail),
                  parameters: (parameters as readonly unknown[]).map(ofSomethingElse),
                })),
              },
            },
          ]
        : []),
    ];
  }),
];

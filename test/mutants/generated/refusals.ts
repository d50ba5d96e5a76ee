import { documentedCircumstances } from '../../../src/contract/error-codes/circumstances.ts';
import { fillersOf } from '../../../src/contract/error-codes/fillers.ts';
import { errorCodes, isErrorCodeName } from '../../../src/contract/error-codes/index.ts';
import type { ServerResponse } from '../../../src/wire/http.ts';
import { isObject } from '../../../src/wire/json.ts';
import { answering, jsonOf, withShown } from '../lies.ts';
import { there, type Kind } from './lie.ts';
import { otherId } from './shown.ts';
import type { SeenOperation } from './vocabulary.ts';

type Json = Record<string, unknown>;

/** Documented codes; what a server says when it fails is held to nothing. */
const codes = ({ refusals }: SeenOperation): string[] =>
  [...refusals].map((one) => one.split(' ')[1]!).filter((code) => isErrorCodeName(code) && errorCodes[code].status < 500);

const hasCode = (response: ServerResponse, code: string): boolean => {
  const document = jsonOf(response);
  if (response.status < 400 || !isObject(document)) return false;
  const { content } = document;
  return (isObject(content) ? content : document)['errorCode'] === code;
};

/** Lies about the document of a refusal with one code. */
const refusing = (name: string, change: (error: Json, extra: string) => Json, extras: readonly string[] = ['']): Kind => ({
  name,
  parts: (seen) => codes(seen).flatMap((code) => extras.map((extra) => (extra === '' ? code : `${code} ${extra}`))),
  chooses: true,
  mayBeInferred: true,
  mock: (told) => {
    const [code = '', extra = ''] = told.part.split(' ');
    return {
      inner: there(
        told,
        answering((response) => (hasCode(response, code) ? withShown(response, (error) => change(error, extra)) : response)),
      ),
    };
  },
});

/** Another code of the table that has the same status. */
function neighbour(code: string): string {
  const names = Object.keys(errorCodes).filter((name) => isErrorCodeName(name));
  const same = names.filter(
    (name) => name !== code && isErrorCodeName(code) && errorCodes[name].status === errorCodes[code].status,
  );
  return same[0] ?? names.find((name) => name !== code)!;
}

/** What fills a message, in words that name something else. */
const otherName = (filler: string): string =>
  /[0-9a-f]{24,32}/i.test(filler) ? filler.replace(/[0-9a-f]{24,32}/gi, otherId) : 'somethingElse';

/** Refusals whose parameters fill the text; the text and the parameters then name something else alike. */
function naming(error: Json): Json {
  const { parameters, detail } = error;
  if (!Array.isArray(parameters) || typeof detail !== 'string') return error;
  const fillers = parameters.map(String);
  return {
    ...error,
    parameters: fillers.map(otherName),
    detail: fillers.reduce((text, filler) => (filler === '' ? text : text.replaceAll(filler, otherName(filler))), detail),
  };
}

/** Whether the table tells what fills a message. */
function isToldWhat(code: string): boolean {
  if (!isErrorCodeName(code)) return false;
  const { message } = errorCodes[code];
  const template = typeof message === 'string' ? message : Object.values(message)[0]!;
  return fillersOf(code, template).some((filler) => filler !== undefined && filler.is !== 'any');
}

/** The same, of codes whose refusal named something, where the table tells what. */
const filled = (name: string, change: (error: Json) => Json): Kind => ({
  ...refusing(name, change),
  parts: (seen) => codes(seen).filter((code) => seen.filled.has(code) && isToldWhat(code)),
});

/**
 * The same, of codes whose circumstance a page describes, in that circumstance: elsewhere, or where it is a guess, another
 * code may be a right one.
 */
const described = (name: string, change: (error: Json) => Json): Kind => ({
  ...refusing(name, change),
  parts: (seen) =>
    codes(seen).filter((code) => isErrorCodeName(code) && documentedCircumstances.has(code) && seen.played.has(code)),
});

export const refusalKinds: readonly Kind[] = [
  refusing('error.lacks', ({ ...error }, field) => Object.fromEntries(Object.entries(error).filter(([name]) => name !== field)), [
    'detail',
    'error',
    'errorCode',
    'parameters',
    'reason',
  ]),
  described('error.has-another-code', (error) => ({ ...error, errorCode: neighbour(String(error['errorCode'])) })),
  described('error.has-no-such-code', (error) => ({ ...error, errorCode: 'WENT_WRONG' })),
  refusing('error.code-in-lower-case', (error) => ({ ...error, errorCode: String(error['errorCode']).toLowerCase() })),
  refusing('error.number-differs', (error) => ({ ...error, error: error['error'] === 400 ? 404 : 400 })),
  refusing('error.number-as-text', (error) => ({ ...error, error: String(error['error']) })),
  refusing('error.reason-of-another-status', (error) => ({
    ...error,
    reason: error['error'] === 400 ? 'Not Found' : 'Bad Request',
  })),
  refusing('error.parameters-as-text', (error) => ({ ...error, parameters: String(error['parameters']) })),
  refusing('error.parameters-of-numbers', (error) => ({ ...error, parameters: [17] })),
  refusing('error.detail-empty', (error) => ({ ...error, detail: '' })),
  refusing('error.detail-with-a-placeholder', (error) => ({ ...error, detail: 'No {0} with %s exists.' })),
  refusing('error.detail-with-a-trace', (error) => ({
    ...error,
    detail: `${String(error['detail'])}\n\tat com.xgen.svc.mms.api.res.HostResource.get(HostResource.java:118)`,
  })),
  filled('error.names-something-else', naming),
  filled('error.parameters-name-something-else', (error) => ({
    ...error,
    parameters: Array.isArray(error['parameters'])
      ? error['parameters'].map((one) => otherName(String(one)))
      : error['parameters'],
  })),
];

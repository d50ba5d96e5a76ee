import {
  errorCodes,
  fillTemplate,
  isErrorCodeName,
  messageTemplate,
  placeholders,
  undocumentedCodes,
} from '../../contract/error-codes/index.ts';
import type { ErrorCodeName, UndocumentedCodeName } from '../../contract/error-codes/index.ts';
import type { Dialect, Product } from '../../contract/products.ts';
import { reasonPhrase } from '../../wire/reasons.ts';
import type { Fields } from './json.ts';

export type RefusalCode = ErrorCodeName | UndocumentedCodeName;

/** An error answer on its way up to where it is written. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly parameters: readonly string[],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** Gives up on the request. `parameters` fill the placeholders of the code's message in order; their number must fit. */
export function refuse(code: RefusalCode, ...parameters: readonly string[]): never {
  throw new Refusal(code, parameters);
}

/** The same, where the table that names the code does not know how much of what it has the message wants. */
export function refuseNaming(code: RefusalCode, ...parameters: readonly string[]): never {
  const template = isErrorCodeName(code) ? messageTemplate(code, 'ops-manager') : undocumentedCodes[code].message;
  throw new Refusal(code, parameters.slice(0, placeholders(template).length));
}

/** The code in the words of a dialect; most codes are the same in both. */
function inDialect(code: RefusalCode, dialect: Dialect): RefusalCode {
  if (!isErrorCodeName(code)) return code;
  const { dialect: own, counterpart } = errorCodes[code];
  return own && own !== dialect && counterpart && isErrorCodeName(counterpart) ? counterpart : code;
}

/** Status and document of a refusal. Source: Errors. */
export function errorDocument(refusal: Refusal, product: Product, dialect: Dialect): { status: number; document: Fields } {
  const code = inDialect(refusal.code, dialect);
  const documented = isErrorCodeName(code);
  const status = documented ? errorCodes[code].status : undocumentedCodes[code].status;
  const template = documented ? messageTemplate(code, product) : undocumentedCodes[code].message;
  const document = {
    detail: fillTemplate(template, refusal.parameters),
    error: status,
    errorCode: code,
    parameters: refusal.parameters,
    reason: reasonPhrase(status) ?? '',
  };
  return { status, document };
}

import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { header } from '../../wire/http.ts';
import { at, judged, nothingToSee } from '../exchange/judgement.ts';
import { seen } from '../exchange/pointer.ts';

/** The answer has that header, with a value of that form. */
export function judgeHeader(exchange: Exchange, name: string, form: RegExp): Judgement {
  if (exchange.response === null) return nothingToSee;
  const value = header(exchange.response.headers, name);
  if (value !== undefined && form.test(value)) return judged(1, []);
  return judged(1, [at(exchange, `header ${name}`, `is ${seen(value)}, expected ${form}`)]);
}

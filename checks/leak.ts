import type { Judgement } from '../contract/outcomes.ts';
import type { Exchange } from '../wire/exchange.ts';
import { errorAnswerOf } from './error-answer.ts';
import { at, judged, nothingToSee } from './judgement.ts';
import { bodyOf } from './json.ts';
import { seen, walk } from './pointer.ts';

const traces: readonly (readonly [RegExp, string])[] = [
  [/^\s*at [\w$.<>/]+\([\w$]+\.(?:java|kt|scala):\d+\)/m, 'a frame of a Java stack trace'],
  [/^\s*at [\w$.<>/]+\((?:Native Method|Unknown Source)\)/m, 'a frame of a Java stack trace'],
  [/\b(?:[a-z][\w$]*\.){2,}[A-Z]\w*(?:Exception|Error)\b/, 'the name of a Java exception'],
  [/^Caused by: /m, 'the cause in a stack trace'],
  [/Traceback \(most recent call last\)/, 'a Python stack trace'],
  [/^\s*File "[^"]+", line \d+/m, 'a frame of a Python stack trace'],
  [/^\s*at .*\(?[^\s()]+\.[cm]?[jt]s:\d+:\d+\)?/m, 'a frame of a JavaScript stack trace'],
];

/** The texts of a body: its strings, so that escaped line breaks count, or the body itself where it is no JSON. */
function textsIn(exchange: Exchange): { path: string; text: string }[] {
  const body = bodyOf(exchange);
  if (body.kind !== 'json') return [{ path: '', text: exchange.response?.body ?? '' }];
  const texts: { path: string; text: string }[] = [];
  walk(body.value, (value, path) => {
    if (typeof value === 'string') texts.push({ path, text: value });
  });
  return texts;
}

/** An error tells nothing of the server's inside and no secret. The recorder names the secrets it had to take out. */
export function judgeNoLeak(exchange: Exchange): Judgement {
  if (errorAnswerOf(exchange) === undefined || bodyOf(exchange).kind === 'empty') return nothingToSee;
  const secrets = exchange.secretsInResponse.map((name) => at(exchange, '', `contains ${name}`));
  const frames = textsIn(exchange).flatMap(({ path, text }) => {
    const trace = traces.find(([pattern]) => pattern.test(text));
    if (trace === undefined) return [];
    return [at(exchange, path, `shows ${trace[1]}: ${seen(trace[0].exec(text)?.[0].trim())}`)];
  });
  return judged(1, [...secrets, ...frames]);
}

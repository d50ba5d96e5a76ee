import type { KeyPair, Layer } from '../../src/mock/forms/types.ts';
import { asMain, isComputedBy } from '../mutants/credentials.ts';

/** Lets each of these pairs in, as the main caller. */
export const admitting =
  (pairs: readonly KeyPair[]): Layer =>
  (next) =>
  (request) =>
    isComputedBy(pairs, request) ? asMain(next, request) : next(request);

const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A value of a header: any text, but no controls. */
const inHeader = (text: string): string => text.replace(/[^\x20-\x7E]/g, '?');

/**
 * Tells in every answer what it was asked with, and the keys it knows: in the body and in headers of a success and of
 * an error; now and then as an HTML page, or as a redirect that has it all in its Location. Refusals of a login too.
 */
export const echoing = (pairs: readonly KeyPair[]): Layer => {
  let count = 0;
  return (next) => async (request) => {
    const answer = await next(request);
    count += 1;
    const keys = pairs.flatMap(({ publicKey, privateKey }) => [
      privateKey,
      encodeURIComponent(privateKey),
      Buffer.from(`${publicKey}:${privateKey}`).toString('base64'),
      html(privateKey),
    ]);
    const authorization = request.headers['authorization'] ?? '';
    const echo = { request: { headers: request.headers, body: request.body }, text: `Authorization: ${authorization}`, keys };
    const headers = {
      ...answer.headers,
      'X-Echo-Authorization': inHeader(authorization),
      'X-Echo-Body': inHeader(request.body).slice(0, 2000),
      'X-Echo-Keys': keys.map(inHeader),
    };
    const all = JSON.stringify(echo);
    const plain = { 'Content-Type': answer.headers['Content-Type'] ?? 'application/json' };
    if (authorization !== '' && count % 13 === 0) {
      return {
        status: 302,
        headers: { ...plain, Location: `${request.origin}/login?asked=${encodeURIComponent(all)}` },
        body: '',
      };
    }
    if (authorization !== '' && count % 17 === 0) {
      const page = `<html><body><h1>Internal error</h1><pre>${html(all)}</pre><!-- ${authorization} --></body></html>`;
      return { status: 500, headers: { 'Content-Type': 'text/html' }, body: page };
    }
    let document: unknown;
    try {
      document = JSON.parse(answer.body);
    } catch {
      return { ...answer, headers };
    }
    if (typeof document !== 'object' || document === null || Array.isArray(document)) return { ...answer, headers };
    const { detail } = document as { detail?: unknown };
    const reported = typeof detail === 'string' ? { detail: `${detail} ${echo.text} ${keys.join(' ')}`, echo: all } : { echo };
    return { ...answer, headers, body: JSON.stringify({ ...document, ...reported }) };
  };
};

import { randomUUID } from 'node:crypto';
import { createServer, STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Reply } from './answers.ts';
import { gateFor, type Gate } from './digest.ts';
import { Refusal } from './refusal.ts';
import { createResources, type Resources } from './resources.ts';

export interface StrangerOptions {
  /** Answers in the forms that the real service was seen to have. */
  readonly isReal?: boolean;
  /** Serves alert configurations, one in a hundred of which is too old to name its event. */
  readonly hasAlertConfigs?: boolean;
  /** Nobody may create, rename or remove a project: 405. */
  readonly readOnlyGroups?: boolean;
  /** Default 30. */
  readonly nonceLifetimeSeconds?: number;
}

export interface Stranger {
  /** URL of the API's root, e.g. `http://127.0.0.1:40123/api/public/v1.0`. */
  readonly url: string;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly projectId: string;
  readonly orgId: string;
  close(): Promise<void>;
}

const basePath = '/api/public/v1.0';

/**
 * Starts a small server of this API on a free loopback port: root, organizations, projects and hosts. It shares no
 * code with the reference mock, and differs from it in whatever the documents leave free, so that a suite which
 * expects its own mock instead of the documents is found out.
 */
export async function startStranger(options: StrangerOptions = {}): Promise<Stranger> {
  const { isReal = false, readOnlyGroups = false, hasAlertConfigs = false, nonceLifetimeSeconds = 30 } = options;
  const publicKey = 'stranger';
  const privateKey = randomUUID();
  const gate = gateFor(publicKey, privateKey, nonceLifetimeSeconds * 1000, isReal);
  const resources = createResources(readOnlyGroups, hasAlertConfigs);
  const server = createServer((request, response) => {
    serve(request, response, gate, resources, isReal).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${basePath}`,
    publicKey,
    privateKey,
    projectId: resources.projectId,
    orgId: resources.orgId,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  gate: Gate,
  resources: Resources,
  isReal: boolean,
): Promise<void> {
  const { method = '', url: target = '/' } = request;
  const origin = `http://${request.headers.host ?? 'localhost'}`;
  const url = new URL(origin + target);
  const body = await text(request);
  const isPretty = url.searchParams.get('pretty') === 'true';

  const admission = gate.admit(request.headers.authorization, method, target);
  if (admission !== 'admitted') {
    const headers = { 'www-authenticate': gate.challenge(admission === 'stale') };
    if (isReal) return refusedAsReal(response, headers);
    // A failed login has three fields only, as seen on older servers.
    const content = { reason: STATUS_CODES[401], error: 401, detail: 'You are not authorized for this resource.' };
    return write(response, { status: 401, headers, content }, isPretty);
  }
  const reply = answerOf(() =>
    resources.answer({
      method,
      query: url.searchParams,
      body,
      url: url.href,
      root: origin + basePath,
      isReal,
      relations: isReal ? `${origin}/` : 'http://mms.mongodb.com/',
      path: url.pathname.startsWith(basePath) ? url.pathname.slice(basePath.length) : undefined,
      fullPath: url.pathname,
    }),
  );
  if (isReal) setRealHeaders(response, reply);
  return write(response, url.searchParams.get('envelope') === 'true' ? enveloped(reply) : reply, isPretty);
}

/** Four fields, laid out with a blank before each colon, whatever was asked for. */
function refusedAsReal(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  const content = {
    error: 401,
    reason: STATUS_CODES[401],
    detail: 'You are not authorized for this resource.',
    errorCode: 'UNEXPECTED_ERROR',
  };
  const body = JSON.stringify(content, null, 2).replaceAll('": ', '" : ');
  response
    .writeHead(401, { ...headers, 'content-type': 'application/json;charset=ISO-8859-1', 'content-length': body.length })
    .end(body);
}

function setRealHeaders(response: ServerResponse, { status, content }: Reply): void {
  response.setHeader('ratelimit-limit', '1200');
  response.setHeader('ratelimit-remaining', '1199');
  if (status >= 400 && typeof content?.['errorCode'] === 'string') response.setHeader('x-error-code', content['errorCode']);
  // A removal says which type it would have, though it has no body.
  if (status === 204) response.setHeader('content-type', 'application/json;charset=utf-8');
}

function answerOf(answer: () => Reply): Reply {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, code, parameters, message } = error;
    const content = { reason: STATUS_CODES[status], error: status, errorCode: code, detail: message, parameters };
    return { status, kind: 'error', content };
  }
}

/** Errors stay as they are: the documents put only entities and lists into envelopes. */
function enveloped(reply: Reply): Reply {
  const { status, kind, content } = reply;
  if (kind === 'page') return { ...reply, content: { status, ...content } };
  return kind === 'entity' ? { ...reply, content: { status, content } } : reply;
}

function write(response: ServerResponse, { status, headers = {}, content, html }: Reply, isPretty: boolean): void {
  response.setHeader('x-request-id', randomUUID());
  response.setHeader('vary', 'accept-encoding');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (html !== undefined) {
    response.writeHead(status, { 'content-type': 'text/html;charset=iso-8859-1' }).end(html);
    return;
  }
  if (content === undefined) {
    if (status !== 204) response.setHeader('content-length', 0);
    response.writeHead(status).end();
    return;
  }
  // In JSON a slash may be escaped, and occurs in strings only.
  const json = JSON.stringify(content, null, isPretty ? 4 : 0).replaceAll('/', String.raw`\/`);
  const bytes = Buffer.from(`${json}\n`);
  response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' });
  // Two writes make two chunks, the second of which may begin in the middle of a character.
  response.write(bytes.subarray(0, bytes.length / 2));
  response.end(bytes.subarray(bytes.length / 2));
}

import type { IncomingMessage } from 'node:http';
import { createMock } from '../../src/mock/server/mock.ts';
import type { Mock, MockOptions } from '../../src/mock/forms/types.ts';
import type { Settings } from '../../src/target/settings/types.ts';
import { mockTarget } from '../../src/engine/mock-target.ts';
import { limits } from '../../src/contract/limits.ts';
import { bytesOf, type Misbehaviour } from './misbehaviours.ts';
import { listening, web, type Ending, type Place } from './servers.ts';

/** A true mock behind a front that lets some requests through and misbehaves for the others. */
export interface Front extends Place {
  readonly mock: Mock;
  /** URL of the API's root. */
  readonly url: string;
  /** `GET /path` of each request, in order. */
  readonly asked: readonly string[];
}

/** What the preflight of a run asks: the root without credentials, the same for a challenge, and with them. */
export const preflightRequests = 3;

/** Whether the front misbehaves for the request of that number, from 1. */
export type When = (count: number, path: string) => boolean;
export const afterPreflight: When = (count) => count > preflightRequests;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request as AsyncIterable<Buffer>) body += chunk.toString('latin1');
  return Buffer.from(body, 'latin1').toString();
}

/** Starts one; gone when the test is over. */
export async function front(
  ending: Ending,
  misbehave: Misbehaviour,
  when: When = afterPreflight,
  options: MockOptions = {},
): Promise<Front> {
  const mock = createMock(options);
  const asked: string[] = [];
  const place = await listening(
    ending,
    web((request) => {
      const { method = '', url: target = '', headers, socket } = request;
      asked.push(`${method} ${target}`);
      const isBad = when(asked.length, target);
      void bodyOf(request).then(async (body) => {
        const seen = {
          method,
          target,
          headers: headers as Record<string, string>,
          body,
          remoteAddress: '127.0.0.1',
          origin: `http://${headers.host ?? ''}`,
        };
        const answer = await mock.handle(seen);
        if (isBad) misbehave({ socket, request: seen, answer });
        else socket.end(bytesOf(answer));
      });
    }),
  );
  return { ...place, mock, asked, url: `http://${place.authority}${limits.basePath}` };
}

/** Settings of a run against it, which need not wait long for anything. */
export function settingsFor(
  { url, mock: { identity } }: Pick<Front, 'url' | 'mock'>,
  seconds: number,
  out = 'reports',
): Settings {
  const {
    settings: { target, run },
  } = mockTarget();
  const { publicKey, privateKey, orgId, projectId } = identity;
  return {
    target: { ...target, url, keys: { publicKey, privateKey }, orgId, projectId, timeoutSeconds: seconds },
    run: { ...run, out, embedded: false },
  };
}

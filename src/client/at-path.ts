import { segment, type Query } from './resource-path.ts';
import type { Client } from './types.ts';

/**
 * The verbs of what a path template names, `/groups/{GROUP-ID}/sshKeys`; its parameters are filled in order, each as
 * one percent-encoded segment. For resources whose paths are no established fact and come from whoever calls.
 */
export function atPath(client: Client, template: string, ...values: readonly string[]) {
  let next = 0;
  const path = template.replace(/\{[^{}]+\}/g, (_, offset: number) =>
    segment(values[next++] as string, template.slice(0, offset)),
  );
  return {
    read: (query?: Query) => client.send({ method: 'GET', path, query }),
    create: (body: unknown, query?: Query) => client.send({ method: 'POST', path, query, body }),
    remove: (query?: Query) => client.send({ method: 'DELETE', path, query }),
  };
}

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { products } from '../../src/contract/products.ts';
import { createMock } from '../../src/mock/server/mock.ts';
import { routes } from '../../src/mock/resources/index.ts';
import type { BodyRule, FieldRule } from '../../src/mock/rules/body.ts';
import type { Route } from '../../src/mock/rules/route.ts';
import { base, callerOf } from '../support/mock-caller.ts';
import type { Ask } from '../support/mock-caller.ts';

const origin = 'http://127.0.0.1:8080';

/** Paths of everything that links lead to, below the base path. */
async function reachable(ask: Ask): Promise<Set<string>> {
  const seen = new Set<string>();
  const waiting = [origin + base];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const path = next.slice((origin + base).length).split('?')[0] ?? '';
    if (seen.has(path)) continue;
    seen.add(path);
    waiting.push(...[...(await ask('GET', path)).text.matchAll(/"href":"([^"]+)"/g)].map((match) => match[1] ?? ''));
  }
  return seen;
}

/** Something that fits the rule, so that what comes after the validation is reached too. */
function fitting(rule: FieldRule): unknown {
  switch (rule.type) {
    case 'string':
      return rule.oneOf?.[0] ?? 'x';
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'date':
      return '2040-01-01';
    case 'timestamp':
      return { date: '2040-01-01T00:00:00Z', increment: 1 };
    case 'object':
      return Object.fromEntries(Object.entries(rule.fields ?? {}).map(([name, inner]) => [name, fitting(inner)]));
    case 'array':
      return rule.items ? [fitting(rule.items)] : [];
    default:
      return {};
  }
}

/** Bodies for a route: nothing, the least, everything, one field at a time, one wrong at a time. */
function bodies({ shape, array }: BodyRule): unknown[] {
  const settable = Object.entries(shape).filter(([, { readOnly }]) => !readOnly);
  const whole = Object.fromEntries(settable.map(([name, rule]) => [name, fitting(rule)]));
  const least = Object.fromEntries(settable.filter(([, { required }]) => required).map(([name, rule]) => [name, fitting(rule)]));
  const odd = [null, 0, -1, '', 'x', true, [], {}, [null], '\u0000', 1e300];
  const objects = [
    {},
    least,
    whole,
    ...settable.map(([name]) => ({ ...least, [name]: whole[name] })),
    ...settable.flatMap(([name]) => odd.map((value) => ({ ...least, [name]: value }))),
  ];
  return array ? objects.map((object) => [object]) : objects;
}

function pathsOf({ path }: Route, known: Iterable<string>): string[] {
  const form = new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}/?$`);
  return [...known].filter((each) => form.test(each === '' ? '/' : each)).slice(0, 3);
}

for (const product of products) {
  describe(`no request makes the ${product} mock fail`, () => {
    test('whatever the body', async () => {
      const known = await reachable(callerOf(createMock({ product })));
      let sent = 0;
      for (const route of routes.filter((each) => each.body && (each.product ?? product) === product)) {
        const [path] = pathsOf(route, [
          ...known,
          ...[...known].filter((each) => each.endsWith('/snapshotSchedule')),
          '/users',
          '/globalAlertConfigs',
        ]);
        if (path === undefined || !route.body) continue;
        const ask = callerOf(createMock({ product, rateLimit: 1_000_000 }));
        for (const body of bodies(route.body)) {
          const { status, text } = await ask(route.method, path, body);
          assert.ok(status < 500, `${route.method} ${path} ${JSON.stringify(body)}: ${text}`);
          sent += 1;
        }
      }
      assert.ok(sent > 1500, `only ${sent} requests`);
    });
    test('whatever the method, on everything there is', async () => {
      const known = await reachable(callerOf(createMock({ product })));
      for (const method of ['OPTIONS', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE', 'TRACE', 'nonsense', 'constructor']) {
        const ask = callerOf(createMock({ product, rateLimit: 1_000_000 }));
        for (const path of known) {
          // The world has one record that cannot be shown; its HEAD is as its GET.
          if (method === 'HEAD' && (await ask('GET', path)).status === 500) continue;
          const { status, text } = await ask(method, path, '{}');
          assert.ok(status < 500, `${method} ${path}: ${text}`);
        }
      }
    });
    test('whatever the path or query', async () => {
      const ask = callerOf(createMock({ product }));
      for (const path of [
        '/%00',
        '/groups/%2e%2e',
        '/__proto__',
        '/groups/__proto__/hosts',
        '/orgs/constructor',
        '/groups?%',
        '/groups?a[]=1&&=',
        '/groups?envelope=maybe&pretty=1',
        '//groups',
        '/groups/..',
        `/${'x'.repeat(10_000)}`,
      ]) {
        assert.ok((await ask('GET', path)).status < 500, path);
      }
    });
  });
}

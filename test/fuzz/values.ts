import * as fc from 'fast-check';

const nested = (levels: number, open: string, close: string): unknown =>
  JSON.parse(open.repeat(levels) + 'null' + close.repeat(levels));

const words = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  'a\udfff',
  '\uFFFD\uFFFD',
  '__proto__',
  'constructor',
  'toString',
  '‮',
  'ß',
  '\n\n  at x.js:1:1',
  'http://',
  'http://[',
  '//host',
  'http://h/%E0%A4%A',
  `http://h${'/'.repeat(500)}x`,
  'http://\ud800/',
  'javascript:alert(1)',
  '2018-13-45T99:99:99Z',
  '2018-09-27T16:00:00+99:99',
  'java.lang.NullPointerException',
  'Caused by: x',
  '{0}',
  '%s',
  '$&',
  'NOT_ATLAS_GROUP',
  'RESOURCE_NOT_FOUND',
  'INVALID_ENUM_VALUE',
  'NONE',
  'self',
  'null',
  '****',
];
/** Long texts on which a careless pattern never ends. */
const long = ['a', 'a.', '\n', ' at a', '\\"', '"', '1', 'A_', '-', ' .', '/', '%', '{', '<A', 'File "'].map((part) =>
  part.repeat(1000),
);
const numbers = [0, -0, -1, 1, 200, 404, 500, 1e308, -1e308, 5e-324, 2 ** 53, 2 ** 53 + 2, 0.1, 1e21, 27017];

/** A JSON value that a server had better not send there. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<unknown>(...words) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(...long) },
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...numbers) },
  { weight: 4, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], { id: null }, [0, 0]) },
  {
    weight: 2,
    arbitrary: fc.constant<unknown>(JSON.parse('{"__proto__":{"results":1},"constructor":null,"toString":1,"valueOf":2}')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(nested(150, '[', ']'), nested(150, '{"a":', '}'), nested(190, '[{"id":', '}]')),
  },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' }) as fc.Arbitrary<unknown> },
);

/** What no parser should take, or only just. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' \n ',
    'null',
    '""',
    '0',
    '-',
    '{',
    '[',
    '{}',
    '[]',
    '{"a":1,"a":2}',
    '{"results":{"length":5}}',
    '\uFEFF{}',
    'NaN',
    "{'a':1}",
    '<html><body>Please log in</body></html>',
    '\uFFFD\uFFFD\uFFFD',
    '\ud800',
    '1e999',
    '{"id":1e400}',
    '['.repeat(5000) + ']'.repeat(5000),
    '{"a":'.repeat(5000) + '1' + '}'.repeat(5000),
    '['.repeat(5000),
    `{"x":${'['.repeat(100)}${'0,'.repeat(500)}0${']'.repeat(100)}}`,
    `{"detail":"${'\\"'.repeat(1000)}`,
    '\n'.repeat(1500) + 'x',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'node:test';

import { loadValidators } from '../../src/checks/schemas/compiled-schemas.ts';
import { dateFields } from '../../src/checks/values/dates.ts';
import { readSchemaFiles, schemaFile } from '../../src/checks/schemas/schema-files.ts';
import { schemaNames, undocumentedFields, validatorFor, type SchemaName } from '../../src/checks/schemas/validators.ts';

interface Examples {
  readonly valid: readonly unknown[];
  readonly invalid: readonly { readonly why: string; readonly document: unknown; readonly path: string }[];
}

const schemas = new URL('../../schemas/', import.meta.url);

function examplesOf(name: SchemaName): Examples {
  return JSON.parse(readFileSync(new URL(`examples/${name}.json`, schemaFile(name)), 'utf8')) as Examples;
}

for (const name of schemaNames) {
  describe(`schema ${name}`, () => {
    const { valid, invalid } = examplesOf(name);

    test('has at least one valid and three invalid examples', () => {
      assert.ok(valid.length >= 1);
      assert.ok(invalid.length >= 3);
    });
    for (const [index, document] of valid.entries()) {
      test(`takes example ${index} and names all its fields`, () => {
        assert.deepEqual(validatorFor(name)(document), []);
        assert.deepEqual(undocumentedFields(name, document), []);
      });
    }
    for (const { why, document, path } of invalid) {
      test(`refuses: ${why}`, () => {
        const paths = validatorFor(name)(document).map((fault) => fault.path);
        assert.ok(paths.includes(path), `faults at ${JSON.stringify(paths)}, expected one at ${path}`);
      });
    }
    test('is named after its file and leaves room for fields of later versions', () => {
      const schema = JSON.parse(readFileSync(schemaFile(name), 'utf8')) as Record<string, unknown>;
      assert.equal(schema['$id'], `${name}.json`);
      assert.equal(schema['$schema'], 'https://json-schema.org/draft/2020-12/schema');
      assert.ok(!JSON.stringify(schema).includes('"additionalProperties":false'));
    });
  });
}

describe('validators', () => {
  test('every example belongs to a schema', () => {
    const files = readdirSync(schemas, { recursive: true, encoding: 'utf8' })
      .filter((file) => basename(dirname(file)) === 'examples')
      .map((file) => basename(file, '.json'));
    assert.deepEqual(files.toSorted(), schemaNames.toSorted());
  });

  test('a fault tells the place, the value seen and what was expected', () => {
    assert.deepEqual(validatorFor('project')({ id: 'x', links: [] }), [
      { path: '/name', message: 'is missing', keyword: 'required' },
      { path: '/id', message: 'is "x", expected 24 hex digits', keyword: 'pattern', part: 'object-id.json' },
    ]);
  });

  test('a value that fits no form of several makes one fault', () => {
    assert.deepEqual(validatorFor('bson-timestamp')({ date: 'now', increment: 1 }), [
      { path: '/date', message: 'is "now", expected one of the documented forms', keyword: 'anyOf' },
    ]);
  });

  test('a field that no schema names is found, also below a reference', () => {
    const document = { id: 'x', extra: 1, links: [{ rel: 'self', href: '/', title: 't' }] };
    assert.deepEqual(undocumentedFields('team', document), ['/extra', '/links/0/title']);
  });

  test('every field that refers to iso-date is one that the judge of dates looks at', () => {
    const referring = /"([A-Za-z]+)":\s*\{\s*"\$ref":\s*"iso-date\.json"/g;
    const fields = [...readSchemaFiles().values()].flatMap((text) => [...text.matchAll(referring)].map((match) => match[1]));
    assert.ok(fields.length > 20);
    assert.deepEqual(
      fields.filter((field) => !dateFields.has(field ?? '')),
      [],
    );
  });
});

describe('compiled schemas', () => {
  const parent = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

  test('are written once, and read by the next process', () => {
    validatorFor('link')({});
    const folder = mkdtempSync(`${parent}validators-`);
    try {
      loadValidators(folder);
      const files = readdirSync(folder);
      assert.equal(files.length, 1);
      assert.match(files[0] ?? '', /^validators-[0-9a-f]{16}\.cjs$/);
      assert.equal(loadValidators(folder).link({ rel: 'self', href: '/' }), true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('are compiled in memory where nothing can be written', () => {
    const file = `${parent}no-folder-${process.pid}`;
    writeFileSync(file, '');
    try {
      const validators = loadValidators(`${file}/below`);
      assert.equal(validators.link({ rel: 'self', href: '/' }), true);
      assert.equal(validators.host({}), false);
    } finally {
      rmSync(file);
    }
  });

  test('are compiled in memory where the written module cannot be loaded', () => {
    const folder = mkdtempSync(`${parent}validators-`);
    try {
      loadValidators(folder);
      const [name] = readdirSync(folder);
      const other = mkdtempSync(`${parent}validators-`);
      try {
        writeFileSync(`${other}/${name}`, 'module.exports = {');
        assert.equal(loadValidators(other).link({ rel: 'self', href: '/' }), true);
      } finally {
        rmSync(other, { recursive: true });
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

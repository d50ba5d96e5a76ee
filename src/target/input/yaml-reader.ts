import { createRequire } from 'node:module';
import type { Node, Pair, YAMLMap } from 'yaml';
import { UsageError } from './usage-error.ts';

/** A node of a YAML file that can say where it stands. */
export interface Place {
  /** What is wrong there, as an error of use: `file:line:column: message`. */
  fault(message: string): UsageError;
}

/** A value of the file. Each way to read it throws UsageError with the place when it is something else. */
export interface Value extends Place {
  /** A text or a number. */
  text(what: string): string;
  /** Names and values of a mapping, each name with its place. An empty value has none. */
  fields(expected: string): readonly { readonly name: string; readonly at: Place; readonly value: Value }[];
  /** What it is, as JSON would have it. */
  plain(): unknown;
  /** The items of a sequence. An empty value has none. */
  items(expected: string): readonly Value[];
}

const require = createRequire(import.meta.url);

/** Reads YAML. `shown` is how the file is called in messages. Throws UsageError with line and column for what is none. */
export function readYaml(source: string, shown: string): Value {
  // Its seventy files are loaded by whoever has a target file, and by no other process of a run.
  const { isMap, isScalar, isSeq, LineCounter, parseDocument } = require('yaml') as typeof import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const placed = (offset: number | undefined): Place => ({
    fault(message) {
      const { line, col } = lines.linePos(offset ?? 0);
      return new UsageError(`${shown}:${line}:${col}: ${message}`);
    },
  });
  const [fault] = document.errors;
  if (fault !== undefined) throw placed(fault.pos[0]).fault(fault.message.split('\n')[0]!.replace(/ at line.*$/, ''));

  const isEmpty = (node: Node | null): boolean => node === null || (isScalar(node) && node.value === null);

  function fieldOf({ key, value }: Pair): { name: string; at: Place; value: Value } {
    const named = key as Node;
    const at = named.range?.[0];
    return {
      name: isScalar(named) ? String(named.value) : String(named),
      at: placed(at),
      value: valueOf(value as Node | null, at),
    };
  }

  function valueOf(node: Node | null, around?: number): Value {
    const place = placed(node?.range?.[0] ?? around);
    return {
      ...place,
      text(what) {
        const text = isScalar(node) ? node.value : undefined;
        if (typeof text === 'string' || typeof text === 'number') return String(text);
        throw place.fault(`${what} needs a text or a number`);
      },
      fields(expected) {
        if (isEmpty(node)) return [];
        if (!isMap(node)) throw place.fault(`expected ${expected}`);
        return (node as YAMLMap).items.map((pair) => fieldOf(pair as Pair));
      },
      plain: () => node?.toJS(document) as unknown,
      items(expected) {
        if (isEmpty(node)) return [];
        if (!isSeq(node)) throw place.fault(`expected ${expected}`);
        return node.items.map((item) => valueOf(item as Node | null, node.range?.[0]));
      },
    };
  }
  return valueOf(document.contents);
}

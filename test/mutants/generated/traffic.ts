import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { OperationId } from '../../../src/contract/operations/index.ts';
import { usualDialect, type Product } from '../../../src/contract/products.ts';
import type { DeclaredTest } from '../../../src/engine/registry.ts';
import { recordTraffic, type Passing } from '../recorded-traffic.ts';
import { operationOf } from './lie.ts';

/** A share of the tests whose traffic is recorded by one process, for all of them. */
export interface Share {
  readonly product: Product;
  readonly part: number;
  readonly of: number;
}

type Kept = Omit<Passing, 'test'> & { readonly test: number };

const fileOf = (folder: string, { product, part, of }: Share): string => path.join(folder, `${product}-${part}-of-${of}`);

/** Records what passes the true mock while a share of the tests runs, and keeps it in a folder; what is there is not recorded again. */
export async function keepTraffic(tests: readonly DeclaredTest[], folder: string, share: Share): Promise<void> {
  const file = fileOf(folder, share);
  if (existsSync(file)) return;
  const { product, part, of } = share;
  const traffic = await recordTraffic(
    tests.filter((_, index) => index % of === part),
    { product, dialect: usualDialect[product] },
  );
  const index = new Map(tests.map((test, number) => [test, number]));
  writeFileSync(file, serialize(traffic.map((passing): Kept => ({ ...passing, test: index.get(passing.test)! }))));
}

/** The traffic of one product, and what of it is to each operation. */
export interface Traffic {
  readonly all: readonly Passing[];
  readonly to: ReadonlyMap<OperationId, readonly Passing[]>;
}

/** All that was kept of a product. */
export function keptTraffic(tests: readonly DeclaredTest[], folder: string, product: Product, of: number): Traffic {
  const parts = Array.from(
    { length: of },
    (_, part) => deserialize(readFileSync(fileOf(folder, { product, part, of }))) as Kept[],
  );
  return sorted(parts.flat().map((kept): Passing => ({ ...kept, test: tests[kept.test]! })));
}

/** Traffic by the operation that it asks for. */
export function sorted(all: readonly Passing[]): Traffic {
  const to = new Map<OperationId, Passing[]>();
  for (const passing of all) {
    const operation = operationOf(passing.request);
    if (operation === undefined) continue;
    const known = to.get(operation);
    if (known === undefined) to.set(operation, [passing]);
    else known.push(passing);
  }
  return { all, to };
}

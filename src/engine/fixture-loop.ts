/** A fixture in Playwright's form: it hands its value to `use` and cleans up after `use` returns. */
type FixtureBody = (needed: Record<string, unknown>, use: (value: unknown) => Promise<void>, info: unknown) => Promise<void>;
type Declaration = FixtureBody | readonly [FixtureBody, { readonly scope?: 'test' | 'worker'; readonly auto?: boolean }];

/** Names a fixture or a test body takes out of its first parameter. Playwright reads them from the source in the same way. */
const namesOf = new WeakMap<object, readonly string[]>();
export function neededBy(body: (...parameters: never[]) => unknown): readonly string[] {
  let names = namesOf.get(body);
  if (names === undefined) {
    const [, inside = ''] = /^(?:async\s*)?(?:function)?[^(]*\(\s*\{([^}]*)\}/.exec(body.toString()) ?? [];
    names = inside
      .split(',')
      .map((part) => part.split(':')[0]!.trim())
      .filter(Boolean);
    namesOf.set(body, names);
  }
  return names;
}

const bodyOf = (declaration: Declaration): FixtureBody => (typeof declaration === 'function' ? declaration : declaration[0]);
const optionsOf = (declaration: Declaration) => (typeof declaration === 'function' ? {} : declaration[1]);

/** Fixtures that are set up; ended in the reverse of the order in which they came up. */
export interface Scope {
  readonly values: Map<string, unknown>;
  /** Sets up what these names need, and gives their values. */
  provide(names: readonly string[], info: unknown): Promise<Record<string, unknown>>;
  /** Cleans up. Throws the first error that a fixture raised while cleaning up. */
  end(): Promise<void>;
}

/** Opens the scope of a worker, or, given that of its worker, of a test. */
export function openScope(fixtures: Readonly<Record<string, unknown>>, worker?: Scope): Scope {
  const values = new Map<string, unknown>();
  const releases: (() => Promise<void>)[] = [];

  async function setUp(name: string, info: unknown): Promise<unknown> {
    if (values.has(name)) return values.get(name);
    if (worker?.values.has(name)) return worker.values.get(name);
    const declaration = fixtures[name] as Declaration | undefined;
    if (declaration === undefined) throw new Error(`there is no fixture called ${name}`);
    if (worker !== undefined && optionsOf(declaration).scope === 'worker') {
      return (await worker.provide([name], info))[name];
    }
    const body = bodyOf(declaration);
    const needed: Record<string, unknown> = {};
    for (const need of neededBy(body)) needed[need] = await setUp(need, info);
    values.set(name, await start(body, needed, info));
    return values.get(name);
  }

  function start(body: FixtureBody, needed: Record<string, unknown>, info: unknown): Promise<unknown> {
    return new Promise((ready, failed) => {
      const done = body(
        needed,
        (value) =>
          new Promise<void>((release) => {
            releases.push(async () => {
              release();
              await done;
            });
            ready(value);
          }),
        info,
      );
      done.catch(failed);
    });
  }

  return {
    values,
    async provide(names, info) {
      const provided: Record<string, unknown> = {};
      for (const name of names) provided[name] = await setUp(name, info);
      return provided;
    },
    async end() {
      let first: unknown;
      for (const release of releases.splice(0).toReversed()) {
        await release().catch((error: unknown) => {
          first ??= error;
        });
      }
      if (first !== undefined) throw first;
    },
  };
}

/** Names of the fixtures that every test gets without asking. */
export const automatic = (fixtures: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(fixtures).filter((name) => optionsOf(fixtures[name] as Declaration).auto);

/** A change of a JSON document, and where it was made. */
export interface Change {
  readonly place: string;
  readonly what: string;
  readonly document: unknown;
}

type Container = Record<string, unknown> | unknown[];

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** Another value of the same type. */
function another(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
      return `${value}x`;
    case 'number':
      return value + 1;
    case 'boolean':
      return !value;
    default:
      return 'x';
  }
}

/**
 * Every smallest change of a document, one after the other: each scalar is made another, each member of an array is
 * taken out, doubled and exchanged with its neighbour, each member of an object is taken out, renamed, and given a
 * stranger beside it.
 */
export function* changesOf(document: unknown): Generator<Change> {
  const copy = structuredClone(document);
  for (const { place, what, apply } of editsOf(copy, '')) {
    const undo = apply();
    yield { place, what, document: copy };
    undo();
  }
}

interface Edit {
  readonly place: string;
  readonly what: string;
  /** Makes the change, and gives what takes it back. */
  apply(): () => void;
}

function* editsOf(container: unknown, place: string): Generator<Edit> {
  if (!isContainer(container)) return;
  if (Array.isArray(container)) yield* editsOfArray(container, place);
  else yield* editsOfObject(container, place);
}

function* editsOfArray(list: unknown[], place: string): Generator<Edit> {
  const splicing = (what: string, at: string, edit: () => void): Edit => ({
    place: at,
    what,
    apply() {
      const before = [...list];
      edit();
      return () => void list.splice(0, list.length, ...before);
    },
  });
  yield splicing('gets a stranger', place, () => list.push('stranger'));
  for (const [index, value] of list.entries()) {
    const at = `${place}/${index}`;
    yield splicing('taken out', at, () => list.splice(index, 1));
    yield splicing('doubled', at, () => list.splice(index, 0, value));
    if (index > 0 && JSON.stringify(list[index - 1]) !== JSON.stringify(value)) {
      yield splicing('exchanged with its neighbour', at, () => list.splice(index - 1, 2, value, list[index - 1]));
    }
    if (isContainer(value)) yield* editsOf(value, at);
    else
      yield splicing('another', at, () => {
        list[index] = another(value);
      });
  }
}

function* editsOfObject(object: Record<string, unknown>, place: string): Generator<Edit> {
  const editing = (what: string, at: string, edit: () => void): Edit => ({
    place: at,
    what,
    apply() {
      const before = { ...object };
      edit();
      return () => {
        for (const name of Object.keys(object)) delete object[name];
        Object.assign(object, before);
      };
    },
  });
  yield editing('gets a stranger', place, () => {
    object['stranger'] = 1;
  });
  for (const [name, value] of Object.entries(object)) {
    const at = `${place}/${name}`;
    yield editing('taken out', at, () => {
      delete object[name];
    });
    yield editing('renamed', at, () => {
      delete object[name];
      object[`${name}_`] = value;
    });
    if (isContainer(value)) yield* editsOf(value, at);
    else
      yield editing('another', at, () => {
        object[name] = another(value);
      });
  }
}

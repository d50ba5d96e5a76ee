/**
 * Whether a requirement belongs to the scope of a run.
 * `only` holds ids and globs in which `*` stands for any run of characters (`list.*`, `*.page-*`); empty means all.
 */
export function inScope(id: string, only: readonly string[]): boolean {
  return only.length === 0 || only.some((one) => one === id || (one.includes('*') && globExpression(one).test(id)));
}

function globExpression(glob: string): RegExp {
  const literal = glob.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${literal.join('.*')}$`);
}

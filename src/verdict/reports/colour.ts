/**
 * Whether what is written to a stream is coloured: NO_COLOR says no, FORCE_COLOR says yes (0 and `false` no), else a
 * terminal is.
 */
export function isColoured({ isTTY }: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force } = process.env;
  if (no) return false;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return isTTY === true;
}

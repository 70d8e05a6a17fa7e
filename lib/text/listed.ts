/** Several names in one sentence. */

/** "NI", "NI and JK", "NI, JK and 3 more" where there are more than `most`. */
export function namesInWords(names: readonly string[], most = Number.POSITIVE_INFINITY): string {
  const more = names.length - most;
  const said = more > 0 ? [...names.slice(0, most), `${more} more`] : names;
  return said.length > 1 ? `${said.slice(0, -1).join(', ')} and ${said.at(-1)}` : (said[0] ?? '');
}

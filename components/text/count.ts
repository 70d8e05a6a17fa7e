/** Numbers as every surface prints them: figures with thousands separators, and the noun that agrees with them. */

export const figure = (n: number): string => n.toLocaleString();

/** "1 tag", "5,000 tags", "2 families". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${figure(n)} ${n === 1 ? one : many}`;
}

/** What is observed once: each name is worked out when it is first asked for, and kept for as long as its view. */
export function once(): <T>(name: string, make: () => T) => T {
  const known = new Map<string, unknown>();
  return <T>(name: string, make: () => T): T => {
    if (!known.has(name)) known.set(name, make());
    return known.get(name) as T;
  };
}

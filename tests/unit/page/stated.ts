/** What a page states for machines, for tests: its tags, and a work in JSON-LD. */
export type Tags = Record<string, string | string[]>;
export const tagsOf = (tags: Tags) =>
  new Map(Object.entries(tags).map(([name, value]) => [name, [value].flat()]));

/** A work as JSON-LD describes it. */
export const work = (node: Record<string, unknown>) => ({
  node,
  types: [node['@type'] ?? []].flat() as string[],
});

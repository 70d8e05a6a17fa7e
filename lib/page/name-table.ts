/**
 * Publishers' names (classes, ids, roles) read as words and looked up in tables of phrases. A table is a Map: no
 * pattern of a hundred alternatives has to be built before the first page is read, and one look answers for
 * all kinds.
 */

const LONGEST = 3;

/** The words of names, in lower case: "dropDownAlt sr-only" = drop, down, alt, sr, only. */
function nameWords(names: string): string[] {
  return names
    .slice(0, 400)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean);
}

/**
 * A table of names. `phrases` gives for each kind its phrases of one to three words, with commas between them.
 * @returns which kinds a text of names has a phrase of
 *
 * @example nameTable({ menu: 'nav, skip link' })('main-nav') // Set { 'menu' }
 */
export function nameTable<Kind extends string>(
  phrases: Record<Kind, string>,
): (names: string) => ReadonlySet<Kind> {
  const kinds = new Map<string, Kind[]>();
  for (const [kind, list] of Object.entries(phrases) as [Kind, string][]) {
    for (const part of list.split(',')) {
      const phrase = part.replace(/\s+/g, ' ').trim();
      const known = kinds.get(phrase);
      if (known) known.push(kind);
      else kinds.set(phrase, [kind]);
    }
  }
  return (names) => {
    const found = new Set<Kind>();
    const words = nameWords(names);
    for (let i = 0; i < words.length; i++) {
      let phrase = '';
      for (let n = i; n < words.length && n < i + LONGEST; n++) {
        phrase = n === i ? (words[n] as string) : `${phrase} ${words[n]}`;
        for (const kind of kinds.get(phrase) ?? []) found.add(kind);
      }
    }
    return found;
  };
}

/** Signs at the ends of a text. */

/** A text without signs at its end, one by one: patterns that are tied to an end are tried at every letter before it. */
export function trimEndOf(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && (signs.includes(text[end - 1] as string) || /\s/.test(text[end - 1] as string)))
    end--;
  return text.slice(0, end);
}

/** A text without signs at either end. */
export function trimOf(text: string, signs: string): string {
  const rest = trimEndOf(text, signs);
  let from = 0;
  while (
    from < rest.length &&
    (signs.includes(rest[from] as string) || /\s/.test(rest[from] as string))
  )
    from++;
  return rest.slice(from);
}

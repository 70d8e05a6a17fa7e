/** Text as a page or a meta tag gives it, made fit to show and to compare. */
const ENTITIES = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
} as const;

/** White space collapsed to single blanks, invisible characters dropped, bounded to `max` characters. */
export function squeeze(text: string, max = 2_000): string {
  return text
    .slice(0, max * 4)
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, max);
}

/**
 * The plain text of a metadata value. Publishers put markup and entities into attributes, often encoded
 * twice ("CO&lt;sub&gt;2&lt;/sub&gt;"): tags go, entities are decoded, what is left is squeezed.
 */
export function plain(value: string | null | undefined, max = 2_000): string {
  if (!value) return '';
  const text = value
    .slice(0, max * 4)
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name])
    .replace(/&#(x?)([\da-f]{1,6});/gi, (whole, hex: string, digits: string) => {
      const code = Number.parseInt(digits, hex ? 16 : 10);
      return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : whole;
    })
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '');
  return squeeze(text, max);
}

/** The first plausible year of publication in `text`, else undefined. Ranges, ORCIDs and DOIs hold none; "04.03.2019" and "04-03-2019" do. */
export function yearIn(text: string): number | undefined {
  const found =
    /(?:(?<!\d|\d\.|\d{4}-|\d\s?[–-])|(?<=(?<![\d.-])(?:\d{1,2}-\d{1,2}-|\d{1,2}\.\d{1,2}\.)))((?:1[6-9]|20)\d\d)(?!\d|\.\d|[-–]\d{4}|[-–][A-Z\d]{4}-)/.exec(
      text,
    );
  return found ? Number(found[1]) : undefined;
}

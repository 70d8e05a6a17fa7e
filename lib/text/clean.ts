/** Text as a page or a meta tag gives it, made fit to show and to compare. */
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' },
  ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…' },
  ...{ szlig: 'ß', oslash: 'ø', Oslash: 'Ø', aelig: 'æ', AElig: 'Æ', oelig: 'œ', inodot: 'ı' },
  ...{ lstrok: 'ł', Lstrok: 'Ł', eth: 'ð', thorn: 'þ', deg: '°', micro: 'µ', plusmn: '±' },
  ...{ middot: '·', times: '×', alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', kappa: 'κ' },
  ...{ lambda: 'λ', mu: 'μ', sigma: 'σ', omega: 'ω', chi: 'χ', le: '≤', ge: '≥' },
};
/** "&eacute;": a letter, and the mark on it. */
const MARKS: Readonly<Record<string, string>> = {
  ...{ acute: '\u0301', grave: '\u0300', circ: '\u0302', uml: '\u0308', tilde: '\u0303' },
  ...{ cedil: '\u0327', ring: '\u030a', caron: '\u030c' },
};
/** Text is escaped once for the attribute, and by tools of publishers once or twice more. */
const MOST_ESCAPED = 3;

function decodedOnce(text: string): string {
  return text
    .replace(/&([a-z]{2,6});/gi, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(
      /&([a-z])(acute|grave|circ|uml|tilde|cedil|ring|caron);/gi,
      (_, letter: string, mark: string) => `${letter}${MARKS[mark.toLowerCase()]}`.normalize('NFC'),
    )
    .replace(/&#(x?)([\da-f]{1,6});/gi, (whole, hex: string, digits: string) => {
      const code = Number.parseInt(digits, hex ? 16 : 10);
      return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : whole;
    });
}

function decoded(text: string): string {
  for (let i = 0; i < MOST_ESCAPED && text.includes('&'); i++) {
    const once = decodedOnce(text);
    if (once === text) break;
    text = once;
  }
  return text;
}

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
 * twice or more ("CO&lt;sub&gt;2&lt;/sub&gt;"): tags go, entities are decoded, what is left is squeezed.
 */
export function plain(value: string | null | undefined, max = 2_000): string {
  if (!value) return '';
  const text = decoded(value.slice(0, max * 4)).replace(/<\/?[a-z][^<>]{0,200}>/gi, '');
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

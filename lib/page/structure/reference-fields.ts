/**
 * The fields of a reference as its printed text gives them: DOI, PMID, year, first author, title. Styles
 * differ (APA, Vancouver, Harvard, Chicago, ACS), so each field is looked for by what surrounds it in print.
 */

import { LETTER, LOWER, plainLetters, UPPER } from './letters';

// SICI DOIs hold the characters that end every other DOI.
export const DOI = /\b10\.\d{4,9}\/(?:\(sici\)[^\s"']{5,120}|[^\s"'<>,;]{2,200})/gi;
const END = /(?<![.,;:])[.,;:]+$/;
const YEAR = /(?:^|[^\d.:/–-])((?:1[5-9]|20)\d\d)([a-z]?)(?![\d:])/g;

function decode(href: string): string {
  try {
    return decodeURIComponent(href.replace(/%25/g, '%'));
  } catch {
    return href;
  }
}

function cleanDoi(doi: string): string {
  let d = doi
    .toLowerCase()
    .replace(/[&#?].*/s, '')
    .replace(END, '');
  // A closing bracket without its opening one belongs to the sentence around the DOI.
  while (/[)\]}]$/.test(d)) {
    const close = d.at(-1) as string;
    const open = close === ')' ? '(' : close === ']' ? '[' : '{';
    if (d.split(open).length >= d.split(close).length) break;
    d = d.slice(0, -1).replace(END, '');
  }
  return d.replace(/\/(?:full|abstract|pdf|epdf|meta|html)$/, '');
}

/** DOI by link first: `key=` (Atypon) and `access_num=` (HighWire) name the cited work, `doi=` the citing one. */
export function readDoi(text: string, hrefs: readonly string[]): string[] {
  const found: string[] = [];
  const push = (value: string | undefined): void => {
    if (!value) return;
    const d = cleanDoi(value);
    if (d.length > 7 && !d.includes('(issn)') && !found.includes(d)) found.push(d);
  };
  for (const href of hrefs) {
    const at = href.search(/10[.%]/);
    if (at < 0 || href.includes('scholar.google')) continue;
    const h = decode(href.slice(Math.max(0, at - 60), at + 600));
    const keyed = /[?&](?:key|access_num|id)=(?:doi:)?(10\.\d{4,9}\/[^&\s]+)/i.exec(h);
    if (keyed) push(keyed[1]);
    else if (href.includes('key=')) {
      // `key=` may stand behind a long `doi=`, or name a number of another service.
      const late = /[?&]key=(10(?:\.|%2e)\d{4,9}[^&]+)/i.exec(href.slice(0, 2_000));
      if (late) push(decode(late[1] as string));
    } else for (const m of h.matchAll(DOI)) push(m[0]);
    if (found.length) break;
  }
  if (found.length === 0 && text.includes('10.'))
    for (const m of text.slice(0, 4_000).matchAll(DOI)) push(m[0]);
  return found;
}

export function readPmid(text: string, hrefs: readonly string[]): string | null {
  for (const href of hrefs) {
    if (!/pubmed|uid|pmid|access_num|dbid=8/i.test(href) || href.includes('scholar.google'))
      continue;
    const h = decode(href.slice(0, 1_200));
    const m =
      /pubmed(?:\.ncbi\.nlm\.nih\.gov)?\/(\d{4,9})(?!\d)/i.exec(h) ??
      /[?&](?:list_uids|uid|pmid|term|id)=(\d{6,9})(?!\d).{0,60}/i.exec(
        /pubmed|pmid|list_uids/i.test(h) ? h : '',
      ) ??
      /access_num=(\d{4,9})&(?:amp;)?link_type=(?:MED|PUBMED)/i.exec(h) ??
      /link_type=(?:MED|PUBMED)&(?:amp;)?access_num=(\d{4,9})/i.exec(h) ??
      /dbid=8&.{0,120}key=(\d{4,9})(?!\d)/i.exec(h) ??
      /info:pmid\/(\d{4,9})/i.exec(h);
    if (m?.[1]) return m[1];
  }
  return /\bPMID:?\s*(\d{4,9})\b/i.exec(text)?.[1] ?? null;
}

/** Before the date on which a page was looked up. */
const LOOKED_UP = /(?:accessed|retrieved|available)[^.]{0,40}$/i;

/** The year: in brackets first, else the last plausible one before any address. */
export function readYear(text: string): { year: number | null; suffix: string; at: number } {
  const body = /\/\/|10\./.test(text)
    ? text.replace(/(?:https?:\/\/|\bdoi:?\s*10\.|\b10\.\d{4,9}\/)\S*/gi, (m) =>
        ' '.repeat(m.length),
      )
    : text;
  const bracket =
    /[([](?:[^()[\]]{0,24}[\s,])?((?:1[5-9]|20)\d\d)(?:\/\d{2,4})?([a-z]?)(?:[,;]? [^()[\]]{0,24})?[)\]]/.exec(
      body,
    );
  if (bracket) return { year: Number(bracket[1]), suffix: bracket[2] ?? '', at: bracket.index };
  let best: RegExpExecArray | null = null;
  YEAR.lastIndex = 0;
  for (let m = YEAR.exec(body); m; m = YEAR.exec(body)) {
    // "Accessed 12 May 2020" is when it was looked up, not when it was written.
    if (best && LOOKED_UP.test(body.slice(Math.max(0, m.index - 60), m.index))) continue;
    // Author. 1999. Title: an early year between full stops is the date of an author-date style.
    if (!best || !/^[.,;)]/.test(body.slice(best.index + best[0].length)) || best.index > 300)
      best = m;
    else if (/[;,. ]$/.test(m[0].slice(0, 1)) && !/\.\s*$/.test(body.slice(0, best.index + 1)))
      best = m;
    YEAR.lastIndex = m.index + m[0].length - 1;
  }
  if (!best) return { year: null, suffix: '', at: -1 };
  return { year: Number(best[1]), suffix: best[2] ?? '', at: best.index };
}

const PARTICLE =
  "(?:(?:[Vv][ao]n|[Dd](?:e[rnl]?|i|a|os?|as|u|el(?:la)?)|[Ll][ae]|[Ee]l|[Aa]l|[Tt]e[nr]|[Ss]t\\.?|[Zz]u[rm]?|[Ii]bn|[Bb]in|[Tt]er|'t|[Oo]p) ?['’]? ?){0,3}";
// For `plainLetters`, each at its place (`matchAt`). A name is one pattern and is asked for again, not repeated
// within larger ones: every copy of the particles would be built anew on a page's first reading.
const NAME = new RegExp(`${PARTICLE}(?:[dDOLl]['’])?[${UPPER}][${LETTER}'’‐‑-]+`, 'y');
const INITIALS = new RegExp(`(?:[${UPPER}][${LOWER}]?\\. ?-? ?){1,4}`, 'y');
const GIVEN = new RegExp(`[${UPPER}][${LETTER}-]+(?: [${UPPER}]\\.?)* `, 'y');
const AFTER_FAMILY = new RegExp(
  `,|:|;| (?:(?:[${UPPER}]\\.? ?-?){1,4}(?=[\\s,.:;(]|$))| et al| and | & | \\(`,
  'y',
);
const AFTER_GIVEN = /,| and | & |\./y;
const JUNIOR = / (?:Jr|Sr)\b/y;
const NOT_LETTERS = new RegExp(`^[^${LETTER}]+`);
const INITIAL_AND_NAME = new RegExp(`^ [${UPPER}]\\.? [${UPPER}][${LOWER}]`);

/** Where `pattern` (sticky) ends when it stands at `at`; -1 when it does not. */
function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at >= 0 && pattern.test(text) ? pattern.lastIndex : -1;
}

/** Where a family name of up to three words at the start ends; -1 unless what follows a family name follows. */
function familyEnd(letters: string): number {
  let end = matchAt(NAME, letters, 0);
  for (let words = 1; end > 0; words++) {
    if (matchAt(AFTER_FAMILY, letters, end) > 0) return end;
    if (words === 3 || letters[end] !== ' ') return -1;
    end = matchAt(NAME, letters, end + 1);
  }
  return -1;
}

/** Family name of the first author in a printed reference; null when the text does not start with a person. */
export function readFirstAuthor(text: string): string | null {
  const opening = plainLetters(text.slice(0, 400));
  const from = NOT_LETTERS.exec(opening)?.[0].length ?? 0;
  const letters = opening.slice(from, from + 160);
  const printed = text.slice(from, from + 160);
  const initials = matchAt(INITIALS, letters, 0);
  const initialled = matchAt(NAME, letters, initials);
  if (initialled > 0)
    return printed
      .slice(initials, Math.max(initialled, matchAt(JUNIOR, letters, initialled)))
      .trim();
  const family = familyEnd(letters);
  if (family < 0) {
    const one = matchAt(NAME, letters, 0);
    return one > 0 && /[\s.,]/.test(letters[one] ?? '') ? printed.slice(0, one).trim() : null;
  }
  // "Barry D. Adam, Richard ...": family-first reads "Barry"; the comma comes after the second name.
  const given = matchAt(GIVEN, letters, 0);
  const second = matchAt(NAME, letters, given);
  if (matchAt(AFTER_GIVEN, letters, second) > 0 && INITIAL_AND_NAME.test(letters.slice(family)))
    return printed.slice(given, second);
  return lastName(printed.slice(0, family).trim(), letters.slice(family));
}

const ORGANISATION =
  /\b(?:organi[sz]ation|cent(?:er|re)s?|institut\w*|association|ministry|project|group|committee|agency|department|council|society|foundation|network|consortium|collaboration|team|university|bank|commission|office|bureau|nations|union|programme|program|administration|service|college|academy|board|panel|initiative|press|trust)\b/i;

const SMALL_FIRST = new RegExp(`^[${LOWER}]`);
const INITIALS_NEXT = new RegExp(`^[,;]? ?(?:[${UPPER}]\\.?[ -]?){1,4}(?:[,.;:(]|$| and | & )`);

/**
 * "Hollie Clark, Aruna Babu" names given before family, "García Márquez, G." does not: initials after the comma
 * tell the two apart. Organisations stay whole.
 * @param rest what follows the name, in plain letters
 */
function lastName(name: string, rest: string): string {
  const parts = name.split(' ');
  if (parts.length < 2 || ORGANISATION.test(name)) return name;
  if (
    SMALL_FIRST.test(plainLetters(parts[0] as string)) ||
    /^(?:Van|Von|De|Da|Di|Du|Del|Della|Der|Den|La|Le|El|Al|St|San|Mac|O|Ten|Ter|Dos|Dal)$/.test(
      parts[0] as string,
    )
  )
    return name;
  if (INITIALS_NEXT.test(rest)) return name;
  return parts.at(-1) as string;
}

/** APA, Harvard: Authors (2006). Title. Journal. For the text from the year on. */
const AFTER_YEAR = /^[^)\].]{0,30}[)\].]{1,2}[.,:;]?\s+(.{8,400}?[^\s.]{2})[.?!](?:\s|$)/;
/** For the whole text, in plain letters. */
const TITLES = [
  // BMC, F1000: Authors: Title. Journal
  new RegExp(
    `^[^:.]{3,60}(?:[^:]{0,240}[^\\d:])?:\\s+([${UPPER}].{10,400}?[^\\s.]{2})[.?!](?:\\s|$)`,
  ),
  // Vancouver: Smith JA, Other B, et al. Title. Journal. 2006;12
  new RegExp(`^[^.]{3,400}(?:\\bet al)?\\.\\s+([${UPPER}].{10,400}?[^\\s.]{2})[.?!](?:\\s|$)`),
  new RegExp(
    `^.{3,400}?(?:\\b[${UPPER}]{1,3}|et al)\\.\\s+([${UPPER}][${LOWER}].{10,400}?[^\\s.]{2})[.?!](?:\\s|$)`,
  ),
];

/** The title in a printed reference, by the common styles; null when none fits. */
export function readTitle(text: string, yearAt: number): string | null {
  const quoted = /[“"«„]([^”"»“„«]{12,400})[”"»“]/.exec(text);
  if (quoted?.[1]) return quoted[1].replace(END, '').trim();
  const dated = yearAt > 0 ? AFTER_YEAR.exec(text.slice(yearAt))?.[1]?.trim() : undefined;
  if (dated?.includes(' ')) return dated;
  const letters = plainLetters(text);
  for (const pattern of TITLES) {
    const found = pattern.exec(letters);
    if (!found?.[1]) continue;
    const from = found[0].lastIndexOf(found[1]);
    const title = text.slice(from, from + found[1].length).trim();
    if (title.includes(' ')) return title;
  }
  return null;
}

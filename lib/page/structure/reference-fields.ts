/**
 * The fields of a reference as its printed text gives them: DOI, PMID, year, first author, title. Styles
 * differ (APA, Vancouver, Harvard, Chicago, ACS), so each field is looked for by what surrounds it in print.
 */

// SICI DOIs hold the characters that end every other DOI.
export const DOI = /\b10\.\d{4,9}\/(?:\(sici\)[^\s"']{5,120}|[^\s"'<>,;]{2,200})/gi;
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
    .replace(/[&#?].*$/, '')
    .replace(/[.,;:]+$/, '');
  // A closing bracket without its opening one belongs to the sentence around the DOI.
  while (/[)\]}]$/.test(d)) {
    const close = d.at(-1) as string;
    const open = close === ')' ? '(' : close === ']' ? '[' : '{';
    if (d.split(open).length >= d.split(close).length) break;
    d = d.slice(0, -1).replace(/[.,;:]+$/, '');
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

/** The year: in brackets first, else the last plausible one before any address. */
export function readYear(text: string): { year: number | null; suffix: string; at: number } {
  const body = text.replace(/(?:https?:\/\/|\bdoi:?\s*10\.|\b10\.\d{4,9}\/)\S*/gi, (m) =>
    ' '.repeat(m.length),
  );
  const bracket =
    /[([](?:[^()[\]]{0,24}[\s,])?((?:1[5-9]|20)\d\d)(?:\/\d{2,4})?([a-z]?)(?:[,;]? [^()[\]]{0,24})?[)\]]/.exec(
      body,
    );
  if (bracket) return { year: Number(bracket[1]), suffix: bracket[2] ?? '', at: bracket.index };
  let best: RegExpExecArray | null = null;
  YEAR.lastIndex = 0;
  for (let m = YEAR.exec(body); m; m = YEAR.exec(body)) {
    // "Accessed 12 May 2020" is when it was looked up, not when it was written.
    if (best && /(?:accessed|retrieved|available)[^.]{0,40}$/i.test(body.slice(0, m.index)))
      continue;
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
const NAME = `${PARTICLE}(?:[dDOLl]['’])?\\p{Lu}[\\p{L}'’‐‑-]+`;
const FAMILY_FIRST = new RegExp(
  `^(${NAME}(?: ${NAME}){0,2}?)(?:,|:|;| (?:(?:\\p{Lu}\\.? ?-?){1,4}(?=[\\s,.:;(]|$))| et al| and | & | \\()`,
  'u',
);
const INITIALS_FIRST = new RegExp(
  `^(?:\\p{Lu}[\\p{Ll}]?\\. ?-? ?){1,4}(${NAME}(?: (?:Jr|Sr)\\b)?)`,
  'u',
);
const GIVEN_FIRST = new RegExp(
  `^\\p{Lu}[\\p{L}-]+(?: \\p{Lu}\\.?)* (${NAME})(?=,| and | & |\\.)`,
  'u',
);

/** Family name of the first author in a printed reference; null when the text does not start with a person. */
export function readFirstAuthor(text: string): string | null {
  const start = text.replace(/^[^\p{L}]+/u, '').slice(0, 160);
  const initials = INITIALS_FIRST.exec(start);
  if (initials?.[1]) return initials[1].trim();
  const family = FAMILY_FIRST.exec(start);
  const given = GIVEN_FIRST.exec(start);
  if (family?.[1]) {
    // "Barry D. Adam, Richard ...": family-first reads "Barry"; the comma comes after the second name.
    const rest = start.slice(family[1].length);
    if (given?.[1] && /^ \p{Lu}\.? \p{Lu}\p{Ll}/u.test(rest)) return given[1];
    return lastName(family[1].trim(), rest);
  }
  const one = new RegExp(`^(${NAME})[\\s.,]`, 'u').exec(start);
  return one?.[1]?.trim() ?? null;
}

const ORGANISATION =
  /\b(?:organi[sz]ation|cent(?:er|re)s?|institut\w*|association|ministry|project|group|committee|agency|department|council|society|foundation|network|consortium|collaboration|team|university|bank|commission|office|bureau|nations|union|programme|program|administration|service|college|academy|board|panel|initiative|press|trust)\b/i;

/**
 * "Hollie Clark, Aruna Babu" names given before family, "García Márquez, G." does not: initials after the comma
 * tell the two apart. Organisations stay whole.
 */
function lastName(name: string, rest: string): string {
  const parts = name.split(' ');
  if (parts.length < 2 || ORGANISATION.test(name)) return name;
  if (
    /^\p{Ll}/u.test(parts[0] as string) ||
    /^(?:Van|Von|De|Da|Di|Du|Del|Della|Der|Den|La|Le|El|Al|St|San|Mac|O|Ten|Ter|Dos|Dal)$/.test(
      parts[0] as string,
    )
  )
    return name;
  if (/^[,;]? ?(?:\p{Lu}\.?[ -]?){1,4}(?:[,.;:(]|$| and | & )/u.test(rest)) return name;
  return parts.at(-1) as string;
}

/** The title in a printed reference, by the common styles; null when none fits. */
export function readTitle(text: string, yearAt: number): string | null {
  const quoted = /[“"«„]([^”"»“„]{12,400})[”"»“]/.exec(text);
  if (quoted?.[1]) return quoted[1].replace(/[,.;]+$/, '').trim();
  const tries = [
    // APA, Harvard: Authors (2006). Title. Journal
    yearAt > 0
      ? /^[^)\].]{0,30}[)\].]{1,2}[.,:;]?\s+(.{8,400}?[^\s.]{2,})[.?!](?:\s|$)/.exec(
          text.slice(yearAt),
        )
      : null,
    // BMC, F1000: Authors: Title. Journal
    /^[^:.]{3,60}(?:[^:]{0,240}[^\d:])?:\s+(\p{Lu}.{10,400}?[^\s.]{2,})[.?!](?:\s|$)/u.exec(text),
    // Vancouver: Smith JA, Other B, et al. Title. Journal. 2006;12
    /^[^.]{3,400}(?:\bet al)?\.\s+(\p{Lu}.{10,400}?[^\s.]{2,})[.?!](?:\s|$)/u.exec(text),
    /^.{3,400}?(?:\b\p{Lu}{1,3}|et al)\.\s+(\p{Lu}\p{Ll}.{10,400}?[^\s.]{2,})[.?!](?:\s|$)/u.exec(
      text,
    ),
  ];
  for (const m of tries) {
    const t = m?.[1]?.trim();
    if (t && t.split(' ').length >= 2) return t;
  }
  return null;
}

/** DOIs and other identifiers in text and addresses: found, cleaned, or refused. */

/** What every DOI begins with: the source of an expression. */
export const DOI_PREFIX = '10\\.\\d{4}[\\d.]{0,24}\\/';
const FIND = new RegExp(`${DOI_PREFIX}[!#-~]+`);
/** What publishers append to a DOI in an address: a view, not the name. `withoutTail` takes them one at a time. */
const VIEWS: readonly RegExp[] = [
  /\/(?:full|full-?text|pdf|epdf|pdfdirect|abs|abstract|html?|meta|xml|epub|reader|summary)(?:[/?#].*)?$/is,
  /\/(?:references|figures|tables|metrics|related|issuetoc|media|otherversions)(?:[/?#].*)?$/is,
  /\/(?:download|citations?|suppl|permissions|article-info|e?letters|bib(?:tex)?|ris)(?:[/?#].*)?$/is,
  /\.(?:pdf|html?|full(?:[.-]?text)?|abstract|short|article-info|xml|epub|ris)$/is,
];
/** What a list prints right behind a DOI, without a blank: another address, ".PMID:123", "[doi]", "(in Korean". */
const NEXT_ITEM =
  /https?:|doi:|doi\.org|\.?(?:pmid|pmcid|pubmed|issn|isbn|arxiv):|\.(?:pmid|pmc\d|pubmed|epub|url|available|accessed|arxiv)|\[(?:doi|pii)|\((?:in|article)[a-z]+\W*$|[,;](?=[a-z]{2})|\.\([a-z]\)/;
const CLOSERS: Record<string, string> = { ')': '(', ']': '[', '}': '{', '>': '<' };

function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%(2f|28|29|3a|3b|3c|3e|5b|5d)/gi, (code) => decodeURIComponent(code));
  }
}

function withoutTail(doi: string): string {
  for (let before = ''; before !== doi; ) {
    before = doi;
    if (/[.,;:'’‘"*…·»›|\\]$/.test(doi.slice(-1)))
      doi = doi.replace(/(?<![.,;:'’‘"*…·»›|\\])[.,;:'’‘"*…·»›|\\]+$/, '');
    for (const view of VIEWS) doi = doi.replace(view, '');
    const last = doi.slice(-1);
    const opener = CLOSERS[last];
    if (opener && doi.split(last).length > doi.split(opener).length) doi = doi.slice(0, -1);
    else if (/[([{<]$/.test(last)) doi = doi.slice(0, -1);
  }
  return doi;
}

/**
 * The DOI in `raw` (a DOI, a sentence, an address), bare and in lower case; null when there is none.
 * Serial item DOIs keep their `<`, `>`, `;` and brackets ("10.1002/(sici)...<1661::aid-sim968>3.0.co;2-2"); view
 * suffixes, queries, fragments, unbalanced brackets and end punctuation go. Numbers that merely look alike
 * (CiteSeerX's "10.1.1.1.2") are not DOIs. Syntax: DOI Handbook, section 2.2.
 */
export function cleanDoi(raw: string | null | undefined): string | null {
  const doi = raw ? cleanedOnce(raw) : null;
  return doi && cleanBareDoi(doi);
}

/**
 * As `cleanDoi`, of text that is kept as a DOI, not found in an address or a sentence: an ampersand in it is its own, and
 * begins no further parameter. What `cleanDoi` gives is cleaned to itself.
 */
export function cleanBareDoi(kept: string): string | null {
  let doi: string | null = kept;
  // What one pass uncovers (an escaped bracket, a second ending) the next takes away; none makes it longer.
  for (let before = null as string | null; doi !== null && doi !== before; ) {
    before = doi;
    doi = cleanedOnce(doi.replace(/&(?!lt;|gt;|amp;)/g, '&amp;'));
  }
  return doi;
}

function cleanedOnce(raw: string): string | null {
  const found = FIND.exec(percentDecoded(raw.slice(0, 4_000)));
  if (!found) return null;
  let doi = found[0].slice(0, 300).toLowerCase();
  // "3.0.co;2-#": a serial item's check character may be a "#".
  doi = doi.replace(/(?:\?|(?<!\.co;\d-)#|&(?!lt;|gt;|amp;)|;jsessionid|\$\{).*/s, '');
  if (doi.includes('&'))
    doi = doi.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
  const angle = doi.indexOf('<');
  if (angle >= 0 && !/<[\w.:-]{1,40}>\d/.test(doi.slice(angle, angle + 60)))
    doi = doi.slice(0, angle);
  // Only a bracket that nobody opened can end a DOI inside running text.
  const second = doi.search(NEXT_ITEM);
  if (second > 0) doi = doi.slice(0, second);
  doi = withoutTail(doi);
  // bioRxiv and medRxiv number their versions in addresses, not in DOIs.
  if (/^10\.(?:1101|64898)\//.test(doi)) doi = doi.replace(/(\d)v\d{1,2}$/, '$1');
  return /^[^/]+\/.*[a-z\d]/.test(doi) ? doi : null;
}

/** The DOI that an address itself carries in its path or a `doi`/`id` parameter; null when none. */
export function doiOfUrl(url: string): string | null {
  return /10\.\d{4}/.test(url)
    ? cleanDoi(url.replace(/^[^?#]*[?&](?=\w*(?:url|uri|redirect))\w*=.*/is, ''))
    : null;
}

/** A DOI's prefix, its own part, and what follows it. */
const LEAST_PARTS = 3;
/** A platform's own number of an article; a shorter one is as often a DOI's. */
const OWN_NUMBER = /^\d{4,9}$/;
/** Platforms put such numbers, and often a title's words, behind a DOI that follows these. */
const NUMBERED = /\/(?:advance-)?article(?:-\w{1,20})?\/doi\/10\./i;
/** The last part of a DOI that is whole: letters and digits. "10.1155/2018/1234567" goes on after its year. */
const WHOLE = /^[a-z]{1,12}\d[\w.]{0,12}$/;

/**
 * The DOI of the article whose page's address this is: without the platform's own number of it and the title's words
 * behind that, as in ".../article/doi/10.1093/database/bax028/3737828/Service-maps".
 */
export function articleDoiOfUrl(url: string): string | null {
  const doi = doiOfUrl(url);
  const parts = doi?.split('/') ?? [];
  const slug = parts.length > LEAST_PARTS && /^[a-z].*-/.test(parts.at(-1) ?? '');
  if (slug && OWN_NUMBER.test(parts.at(-2) ?? '')) parts.pop();
  const numbered = parts.length >= LEAST_PARTS && OWN_NUMBER.test(parts.at(-1) ?? '');
  // A part of digits alone, as a year, is never the end of a DOI: the number behind it is.
  const whole =
    (NUMBERED.test(url) && /\D/.test(parts.at(-2) ?? '')) || WHOLE.test(parts.at(-2) ?? '');
  if (!numbered || !(slug || whole)) return doi;
  return parts.slice(0, -1).join('/');
}

/** Whether a DOI names a book, and another a part of it: "10.5555/978-3-16-148410-0" and the same with "_5". */
export const isPartOfBook = (part: string, book: string): boolean =>
  part.startsWith(book) &&
  /97[89][-\d]{10,14}$/.test(book) &&
  /^(?:[_.:/-](?:ch(?:apter)?|c|sec)?[-_.]?\d{1,5}[a-z]?|[._]\w{1,8})$/.test(
    part.slice(book.length),
  );

/** "PMC123" in an address or text. */
export function pmcidIn(text: string): string | undefined {
  return /\bPMC\d{3,9}\b/i.exec(text)?.[0].toUpperCase();
}

/** An arXiv id without its version: new style "2501.10120", old style "hep-th/9901001". */
export function arxivIn(text: string): string | undefined {
  return /(?:arxiv(?:\.org\/(?:abs|pdf|html)\/|[:.]\s?))(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})/i
    .exec(text)?.[1]
    ?.toLowerCase();
}

/** The arXiv id that a DOI of arXiv's own carries; undefined for any other DOI. Expects a clean DOI. */
export function arxivOfDoi(doi: string): string | undefined {
  return /^10\.48550\/arxiv\.(.+)$/.exec(doi)?.[1];
}

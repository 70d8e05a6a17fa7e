/** Is this page one paper? What the reader sees, weighed. */
import { looseKey, squeeze } from '../../../text';
import type { Verdict } from '../../kind';
import type { Line } from '../../view/lines';
import type { Raw } from '../../view/raw';
import { isWorkLabel } from '../../view/work-label';

/** What the visible page shows, gathered for `visibleVerdict`. */
export interface Shown {
  paperUrl: boolean;
  title: { text: string } | null;
  doi: { strong: boolean } | null;
  zone: readonly Line[];
  venue: Raw;
  authors: number;
}

const THING =
  /^(?:open )?(?:data ?set|software|source code|computational notebook|physical object|workflow)(?: (?:open|restricted|closed|embargoed))?$/i;
const ISSUE =
  /^(?:vol(?:ume|\.)?|band|bd\.?|tom[eo]?|t\.|issue|no\.|numéro|núm\.|nr\.?|heft)\s*\d/i;

const GUIDE =
  /^.{0,30}\b(?:(?:guide(?:lines?)?|instructions|information|notes) (?:for|to) (?:authors?|contributors|reviewers)|(?:author|submission) guidelines|hinweise für autor\S*|instructions aux auteurs|(?:normas|instrucciones) para (?:los )?autores)\b.{0,30}$/i;

/** "Vol. 27 No. 1 (2019)", "Journal of Foo: Vol 27, No 1": the title, or all that follows it, names an issue. */
function isIssue(doc: Document, title: string): boolean {
  const [window, own] = [squeeze(doc.title, 800), squeeze(title, 600)];
  const rest = own && window.startsWith(own) ? window.slice(own.length) : '';
  return ISSUE.test(own) || (own.length < 90 && ISSUE.test(rest.replace(/^[\s:|,–—-]+/, '')));
}

/**
 * Weighs what is shown. One sign proves little (Wikipedia has references, a blog has DOIs, a standard has an
 * abstract): a paper needs several, and one of them must say where it appeared.
 */
export function visibleVerdict(doc: Document, shown: Shown): Verdict {
  const { zone, doi, venue, paperUrl } = shown;
  const thing = zone.find((line) => line.text.length < 30 && THING.test(line.text));
  if (thing && !paperUrl) {
    return { kind: 'none', reasons: [`the page calls itself a ${thing.text.toLowerCase()}`] };
  }
  if (!paperUrl && isIssue(doc, shown.title?.text ?? '')) {
    return { kind: 'none', reasons: ['the page shows an issue of a serial'] };
  }
  if (!paperUrl && GUIDE.test(shown.title?.text ?? ''))
    return { kind: 'none', reasons: ['the page is a guide for authors'] };
  const lines = zone
    .filter((line) => line.text.length < 40)
    .map((line) => line.text.replace(/(?<![:.\s])[:.\s]+$/, ''));
  const text = zone
    .map((line) => line.text)
    .join('\n')
    .slice(0, 20_000);
  const has = (selector: string) => doc.querySelector(selector) !== null;
  // A page that names many kinds of papers tells of them: a guide for authors, an issue's contents.
  const kinds = new Set(lines.filter((line) => isWorkLabel(line)).map(looseKey));
  const label = kinds.size > 0 && kinds.size < 4;
  const issue =
    !venue.volume &&
    lines.some((line) =>
      /^(?:vol(?:ume|\.)?\s*\d+\W+)?(?:issue|no\.?|number)\s*\d+\b.*\b(?:19|20)\d\d\b/i.test(line),
    );
  const signs: [worth: number, holds: unknown, reason: string][] = [
    [4, paperUrl, 'the address has the shape of a paper’s'],
    [3, doi?.strong, 'the page shows a DOI as its own'],
    [2, venue.volume, 'a citation line stands by the title'],
    [2, label, 'a label names a kind of paper'],
    [2, issue, 'an issue of a serial is named'],
    [1, /\b(?:journal|quarterly|annals)\b/i.test(doc.title), 'the window title names a journal'],
    [1, doi && !doi.strong, 'one DOI stands out'],
    [
      2,
      lines.some((line) =>
        /^(?:abstract|summary|résumés?|resum[eo]n?(?: em \w+)?|zusammenfassung|riassunto|abstrakt|streszczenie|samenvatting|sammanfattning|аннотация|抄録|要旨|摘要)$/i.test(
          line,
        ),
      ) || has('#abstract,.abstract,[id^="abs"],[class*="bstract"]'),
      'there is an abstract',
    ],
    [
      1,
      has(
        'ol.references,[id*="eference"],[class*="eferences"],.ref-list,[id*="ibliograph"],[class*="ibliograph"]',
      ),
      'there are references',
    ],
    [1, shown.authors > 0, 'authors are named by the title'],
    [1, venue.containerTitle, 'a journal or series is named'],
    [
      2,
      /\b(?:received|accepted)\b[^\n]{0,60}\b(?:19|20)\d\d\b/i.test(text),
      'dates of receipt or acceptance are given',
    ],
    [
      1,
      /corresponding author|\borcid\b|\baffiliations?\b|author information/i.test(text),
      'affiliations are given',
    ],
    [
      1,
      has('a[href*="citation"],a[href*="bibtex" i],a[href$=".ris"],[class*="cite"]'),
      'the page offers its citation',
    ],
    [1, has('a[href*="pdf" i],a[href*="/download" i],a[href$="/document"]'), 'a PDF is offered'],
  ];
  const held = signs.filter(([, holds]) => holds);
  const reasons = held.map(([, , reason]) => reason);
  const points = held.reduce((sum, [worth]) => sum + worth, 0);
  const placed = paperUrl || doi?.strong || venue.volume || label || issue;
  return placed && points >= 6
    ? { kind: 'article', reasons }
    : {
        kind: 'none',
        reasons: [
          `too little says that the page is one paper (${reasons.join('; ') || 'nothing found'})`,
        ],
      };
}

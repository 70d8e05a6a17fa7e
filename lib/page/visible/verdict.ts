/** Is this page one paper? What the reader sees, weighed. */
import type { Verdict } from '../kind';
import type { Raw } from '../metadata/raw';
import type { Line } from './zone';

/** What the visible page shows, gathered for `visibleVerdict`. */
export interface Shown {
  paperUrl: boolean;
  doi: { strong: boolean } | null;
  zone: readonly Line[];
  venue: Raw;
  authors: number;
}

const THING =
  /^(?:open )?(?:data ?set|software|source code|computational notebook|physical object|workflow)(?: (?:open|restricted|closed|embargoed))?$/i;
const WORK_LABEL =
  /^(?:(?:phd|doctoral|master\W?s?)?\s*(?:thesis|dissertation|thèse)|(?:original |research |review |journal )?(?:article|paper|letter|report)s?|working paper(?: \S+)?|preprint|conference paper|\w+ communication|case (?:report|study)|editorial|systematic review|meta-analysis|viewpoint|commentary|theses|article dans une revue)$/i;
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
  const lines = zone
    .filter((line) => line.text.length < 40)
    .map((line) => line.text.replace(/[:.\s]+$/, ''));
  const text = zone
    .map((line) => line.text)
    .join('\n')
    .slice(0, 20_000);
  const has = (selector: string) => doc.querySelector(selector) !== null;
  const label = lines.some((line) => WORK_LABEL.test(line));
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
        /^(?:abstract|summary|résumé|resum[eo]n?|zusammenfassung|riassunto)$/i.test(line),
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

/** Is this page one paper? First by what machines are told, then by what the reader sees. */
import type { JsonLd } from './metadata/embedded';
import type { MetaTags } from './metadata/meta-tags';
import { cslType, type Raw, type Said } from './metadata/raw';
import type { Line } from './visible/zone';

export interface Verdict {
  kind: 'article' | 'none' | 'unknown';
  reasons: string[];
}

const CHALLENGE =
  /^(?:just a moment|attention required|access denied|robot check|are you a (?:human|robot)|checking your browser|security check|validate user|page not found|(?:error )?40[34]\b|403 forbidden|service unavailable|request blocked|human verification|one moment|ddos)/i;
const HOSTING = [
  'doi',
  'pdf_url',
  'journal_title',
  'journal_abbrev',
  'conference_title',
  'conference',
  'inbook_title',
  'dissertation_institution',
  'technical_report_institution',
  'issn',
  'isbn',
  'volume',
  'firstpage',
  'pmid',
  'arxiv_id',
  'publication_date',
  'date',
  'online_date',
  'abstract_html_url',
  'fulltext_html_url',
  'publisher',
];

/** A page that stands before the paper (a challenge, an error) and is no page of it. */
export function isBarrier(doc: Document): boolean {
  return CHALLENGE.test(doc.title.trim());
}

/** What the machine-readable metadata says the page is. */
export function machineVerdict(tags: MetaTags, said: readonly Said[], jsonLd: JsonLd): Verdict {
  const has = (name: string) => tags.has(name);
  const raw = (source: string): Raw => said.find((one) => one.source === source)?.raw ?? {};
  const words = ['dc.type', 'dcterms.type', 'citation.article_type', 'eprints.type'].flatMap(
    (name) => tags.get(name) ?? [],
  );
  const kinds = words.map((word) => cslType(word));
  const thing = /^(?:Dataset|Software)/.test(jsonLd.otherThing ?? '') ? jsonLd.otherThing : null;
  if (thing || (kinds.includes(null) && !kinds.some(Boolean))) {
    return {
      kind: 'none',
      reasons: [
        `the page calls itself a ${(thing ?? words[kinds.indexOf(null)] ?? '').toLowerCase()}`,
      ],
    };
  }
  const reasons: string[] = [];
  if (has('citation.title')) {
    const why = HOSTING.find((name) => has(`citation.${name}`));
    if (
      why &&
      (has('citation.author') ||
        has('citation.authors') ||
        has('citation.doi') ||
        has('citation.journal_title') ||
        has('citation.pdf_url'))
    ) {
      reasons.push(`citation_title and citation_${why} describe one work`);
    }
  } else if (
    has('citation.doi') &&
    (has('dc.title') || has('og:title') || has('citation.journal_title'))
  ) {
    reasons.push('citation_doi names one work');
  }
  const bepress = [
    'journal_title',
    'conference_title',
    'series_title',
    'dissertation_institution',
    'doi',
    'pdf_url',
    'volume',
    'issn',
  ].find((name) => has(`bepress_citation_${name}`));
  if (has('bepress_citation_title') && bepress)
    reasons.push(`bepress_citation_title and ${bepress} describe one work`);
  if (raw('prism').doi) reasons.push('prism.doi names one work');
  if (raw('dc').doi && raw('dc').title)
    reasons.push('dc.title and a DOI in dc.identifier describe one work');
  const repository = (tags.get('dc.identifier') ?? [])
    .concat(tags.get('dcterms.identifier') ?? [])
    .some((id) => /hdl\.handle\.net|\/handle\/\d|urn:nbn|\/eprint\/\d|scholarspace/i.test(id));
  if (
    (raw('dc').title || raw('dcterms').title) &&
    (repository || has('dcterms.bibliographiccitation') || has('dc.identifier.citation'))
  ) {
    reasons.push('Dublin Core describes a work kept in a repository');
  }
  if (raw('eprints').title) reasons.push('eprints.title describes a work kept in a repository');
  if (jsonLd.raw && (jsonLd.raw.doi || jsonLd.raw.authors))
    reasons.push('JSON-LD describes a scholarly article');
  return { kind: reasons.length > 0 ? 'article' : 'unknown', reasons };
}

/** What the visible page shows, gathered for `visibleVerdict`. */
export interface Shown {
  paperUrl: boolean;
  doi: { strong: boolean } | null;
  zone: readonly Line[];
  venue: Raw;
  authors: number;
  title: string;
}

const THING =
  /^(?:open )?(?:data ?set|software|source code|computational notebook|physical object|workflow)(?: (?:open|restricted|closed|embargoed))?$/i;
const WORK_LABEL =
  /^(?:(?:phd|doctoral|master'?s?|m\.?sc\.?)?\s*(?:thesis|dissertation|thèse)|(?:original |research |review )?(?:article|paper|letter|report)s?|working paper(?: \S+)?|preprint|conference paper|(?:brief|short) communication|case (?:report|study)|editorial|journal article|systematic review|meta-analysis|viewpoint|commentary|theses|pré-publication, document de travail|article dans une revue|research(?: |-)article|full text)$/i;
const WEB_LOG =
  /\/(?:blogs?|posts?|news|press|stories|story|magazine|wiki|docs?)\/|\/\/(?:blogs?|news|docs?|wiki|medium|\w+\.(?:wikipedia|substack|wordpress|blogspot))\.|\/20\d\d\/\d\d\/(?:\d\d\/)?[a-z]/i;

/**
 * Weighs what is shown. One sign proves little (Wikipedia has references, a blog has DOIs, a standard has an
 * abstract): a paper needs several, and one of them must say where it appeared.
 */
export function visibleVerdict(doc: Document, url: string, shown: Shown): Verdict {
  const reasons: string[] = [];
  let points = 0;
  const count = (worth: number, holds: unknown, reason: string) => {
    if (!holds) return false;
    points += worth;
    reasons.push(reason);
    return true;
  };
  const { zone } = shown;
  const thing = zone.find((line) => line.text.length < 30 && THING.test(line.text));
  if (thing)
    return { kind: 'none', reasons: [`the page calls itself a ${thing.text.toLowerCase()}`] };
  let placed = count(4, shown.paperUrl, 'the address has the shape of a paper’s');
  placed = count(3, shown.doi?.strong, 'the page shows a DOI as its own') || placed;
  if (!shown.doi?.strong) count(1, shown.doi, 'one DOI stands out among the page’s links');
  placed =
    count(2, shown.venue.volume, 'a citation line with volume or pages stands by the title') ||
    placed;
  const lines = zone
    .filter((line) => line.text.length < 40)
    .map((line) => line.text.replace(/[:.\s]+$/, ''));
  placed =
    count(
      2,
      lines.find((line) => WORK_LABEL.test(line)),
      'a label by the title names a kind of paper',
    ) || placed;
  count(
    2,
    lines.some((line) =>
      /^(?:abstract|summary|résumé|resumen|zusammenfassung|resumo|riassunto)$/i.test(line),
    ) || doc.querySelector('#abstract,.abstract,[id^="abs" i],[class*="abstract" i]'),
    'there is an abstract',
  );
  count(
    1,
    doc.querySelector(
      'ol.references,#references,#reference-list,.references,.ref-list,.reflist,#bibliography,.bibliography,[class*="references" i],[id*="references" i],[role="doc-bibliography"]',
    ),
    'there is a list of references',
  );
  count(1, shown.authors > 0, 'authors are named by the title');
  count(1, shown.venue.containerTitle, 'a journal or series is named');
  const text = zone
    .map((line) => line.text)
    .join('\n')
    .slice(0, 20_000);
  count(
    2,
    /\breceived\b[^\n]{0,60}\b(?:19|20)\d\d\b|\baccepted\b:?\s[^\n]{0,40}\b(?:19|20)\d\d\b/i.test(
      text,
    ),
    'dates of receipt or acceptance are given',
  );
  count(
    1,
    /corresponding author|\borcid\b|\baffiliations?\b|author information/i.test(text),
    'affiliations are given',
  );
  count(
    1,
    doc.querySelector(
      'a[href*="citation" i],a[href*="bibtex" i],a[href$=".ris"],a[href*="ris?"],[class*="cite" i]',
    ),
    'the page offers its citation',
  );
  count(
    1,
    doc.querySelector(
      'a[href*=".pdf" i],a[href*="/pdf" i],a[href*="/download" i],a[href$="/document"]',
    ),
    'a PDF is offered',
  );
  if (WEB_LOG.test(url) && !shown.paperUrl) points -= 4;
  const generator = doc.querySelector('meta[name="generator" i]')?.getAttribute('content') ?? '';
  if (/wordpress|ghost|mediawiki|blogger|jekyll|docusaurus/i.test(generator)) points -= 2;
  return placed && points >= 6
    ? { kind: 'article', reasons }
    : {
        kind: 'none',
        reasons: [
          `too little on the page says that it is one paper (${reasons.join('; ') || 'nothing found'})`,
        ],
      };
}

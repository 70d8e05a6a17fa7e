/** Is this page one paper? What machines are told, and what the address says. */
import type { JsonLd } from './view/embedded';
import type { MetaTags } from './view/meta-tags';
import { cslType, type Raw, type Said } from './view/raw';

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

const WEB_LOG =
  /\/(?:blogs?|posts?|news|press|story|stories|magazine|wiki|docs?)\/|\/\/(?:blogs?|news|docs?|medium|\w+\.(?:wikipedia|substack|wordpress|blogspot))\.|\/20\d\d\/\d\d\/(?:\d\d\/)?[a-z]/i;

/** Whether the page presents itself as a page of the everyday web: a blog, a wiki, a news site. */
export function isEverydayWeb(tags: MetaTags, url: string): boolean {
  return (
    WEB_LOG.test(url) ||
    /wordpress|ghost|mediawiki|blogger|jekyll|docusaurus/i.test(tags.get('generator')?.[0] ?? '') ||
    (/^article$/i.test(tags.get('og:type')?.[0] ?? '') &&
      ![...tags.keys()].some((name) => /^(?:citation|dc|dcterms|prism|eprints)\./.test(name)))
  );
}

/**
 * Is this page one paper, by what machines are told and by its address? Signs in the order of their cost: the first
 * stage with a sign decides, so that most of the web is decided before anything has looked at every element. In one
 * stage a sign that the page is not a paper is a veto.
 */

import { cleanDoi } from '../../../text';
import type { Ledger } from '../../claims';
import { UNREAD_PDF } from '../../no-paper';
import { isNamed } from '../../view/embedded';
import { dcIdentifiers, type MetaTags, valuesOf } from '../../view/meta-tags';
import type { PageView } from '../../view/page-view';
import { cslType } from '../../view/raw';

export type StatedKind = 'article' | 'none' | 'list';

/** A sign with what it makes the page; `holds` gives the reason, in words for the reader, or null. */
interface Sign {
  id: string;
  makes: StatedKind;
  holds(view: PageView): string | null;
}

const EVERYDAY = 'the page is of the everyday web: a blog, news, a wiki';
const WEB_LOG =
  /\/(?:blogs?|posts?|news|press|story|stories|magazine|wiki|docs?)\/|\/\/(?:blogs?|news|docs?|medium|\w+\.(?:wikipedia|substack|wordpress|blogspot))\.|\/20\d\d\/\d\d\/(?:\d\d\/)?[a-z]/i;
const CHALLENGE =
  /^(?:just a moment|attention required|access denied|robot check|are you a (?:human|robot)|checking your browser|security check|validate user|page not found|(?:error )?40[34]\b|403 forbidden|service unavailable|request blocked|human verification|one moment|ddos)/i;
/** A window title or an address that names a serial, a kind of work, or what keeps works: libraries, databases. */
const SCHOLARLY =
  /\b(?:(?:journal|quarterly|annals|proceedings|transactions|revue|zeitschrift|revista|record|tes[ei]s?|opac)\b|pos\(|thes[ie]s|dissert|hochschuls|repositor|librar|publi(?:ca|k)|primo|proquest|ovid|ebsco|dialnet)|bibliot/i;
/** Identifiers that repositories give. */
const REPOSITORY = /hdl\.handle\.net|\/handle\/\d|urn:nbn|\/eprint\/\d|scholarspace/i;

/** Tags beside a title that only a publisher of papers writes. */
const HOSTING = [
  ...['doi', 'pdf_url', 'journal_title', 'journal_abbrev', 'conference_title', 'conference'],
  ...['inbook_title', 'dissertation_institution', 'technical_report_institution', 'issn', 'isbn'],
  ...['volume', 'firstpage', 'pmid', 'arxiv_id', 'publication_date', 'date', 'online_date'],
  ...['abstract_html_url', 'fulltext_html_url', 'publisher'],
];
const NAMED_BESIDE = ['author', 'authors', 'doi', 'journal_title', 'pdf_url'];
const BEPRESS = [
  ...['journal_title', 'conference_title', 'series_title', 'dissertation_institution', 'doi'],
  ...['pdf_url', 'volume', 'issn'],
];
const TYPES = ['dc.type', 'dcterms.type', 'citation.article_type', 'eprints.type'];

/** Whether tags and address are those of a blog, a wiki, a news site. */
function isEverydayWeb(tags: MetaTags, url: string): boolean {
  return (
    WEB_LOG.test(url) ||
    /wordpress|ghost|mediawiki|blogger|jekyll|docusaurus/i.test(tags.get('generator')?.[0] ?? '') ||
    (/^article$/i.test(tags.get('og:type')?.[0] ?? '') &&
      ![...tags.keys()].some((name) => /^(?:citation|dc|dcterms|prism|eprints)\./.test(name)))
  );
}

const sign = (makes: StatedKind, id: string, holds: Sign['holds']): Sign => ({
  ...{ id: `kind/${id}`, makes, holds },
});
const when = (holds: boolean, reason: string): string | null => (holds ? reason : null);

const AT_SIGHT: Sign[] = [
  sign('none', 'pdf', ({ isPdf }) => when(isPdf, UNREAD_PDF)),
  sign('list', 'site', (view) => (view.isPdf ? null : (view.site?.reason ?? null))),
];

const BEFORE_ALL_ELEMENTS: Sign[] = [
  sign('none', 'everyday-web', (view) =>
    when(
      !view.described &&
        !view.paperUrl &&
        isEverydayWeb(view.topTags, view.url) &&
        !view.topJsonLd.work,
      EVERYDAY,
    ),
  ),
];

const STATED: Sign[] = [
  sign('none', 'thing', ({ tags, jsonLd }) => {
    const words = TYPES.flatMap((name) => tags.get(name) ?? []);
    const kinds = words.map((word) => cslType(word));
    const thing = /^(?:Dataset|Software)/.test(jsonLd.otherThing ?? '') ? jsonLd.otherThing : null;
    const word = kinds.some(Boolean) ? null : (words[kinds.indexOf(null)] ?? null);
    const called = thing ?? word;
    return called && `the page calls itself a ${called.toLowerCase()}`;
  }),
  sign('article', 'citation-title', ({ tags }) => {
    const has = (name: string) => tags.has(`citation.${name}`);
    const beside = has('title') && NAMED_BESIDE.some(has) && HOSTING.find(has);
    return beside ? `citation_title and citation_${beside} describe one work` : null;
  }),
  sign('article', 'citation-doi', ({ tags }) =>
    when(
      !tags.has('citation.title') &&
        tags.has('citation.doi') &&
        ['dc.title', 'og:title', 'citation.journal_title'].some((name) => tags.has(name)),
      'citation_doi names one work',
    ),
  ),
  sign('article', 'bepress', ({ tags }) => {
    const beside = BEPRESS.find((name) => tags.has(`bepress_citation_${name}`));
    return tags.has('bepress_citation_title') && beside
      ? `bepress_citation_title and ${beside} describe one work`
      : null;
  }),
  sign('article', 'prism', ({ tags }) =>
    when(valuesOf(tags, 'prism.doi').length > 0, 'prism.doi names one work'),
  ),
  sign('article', 'dublin-core', ({ tags }) =>
    when(
      valuesOf(tags, 'dc.title').length > 0 && dcIdentifiers(tags).some((id) => cleanDoi(id)),
      'dc.title and a DOI in dc.identifier describe one work',
    ),
  ),
  sign('article', 'repository', ({ tags }) =>
    when(
      ['dc.title', 'dcterms.title'].some((name) => valuesOf(tags, name).length > 0) &&
        (dcIdentifiers(tags).some((id) => REPOSITORY.test(id)) ||
          tags.has('dcterms.bibliographiccitation') ||
          tags.has('dc.identifier.citation')),
      'Dublin Core describes a work kept in a repository',
    ),
  ),
  sign('article', 'eprints', ({ tags }) =>
    when(
      valuesOf(tags, 'eprints.title').length > 0,
      'eprints.title describes a work kept in a repository',
    ),
  ),
  sign('article', 'json-ld', ({ jsonLd: { work } }) =>
    when(work !== null && isNamed(work), 'JSON-LD describes a scholarly article'),
  ),
];

const NO_PAPER: Sign[] = [
  sign('none', 'other-thing', (view) =>
    when(
      !view.paperUrl && (view.jsonLd.otherThing !== null || isEverydayWeb(view.tags, view.url)),
      EVERYDAY,
    ),
  ),
  sign('none', 'barrier', ({ doc }) =>
    when(
      CHALLENGE.test(doc.title.trim()),
      'the page is in front of the paper: a challenge or an error',
    ),
  ),
];

/** The stages in the order in which they are asked. */
const STAGES: readonly (readonly Sign[])[] = [AT_SIGHT, BEFORE_ALL_ELEMENTS, STATED, NO_PAPER];

/** All signs, in that order. */
export const KIND_SIGNS: readonly { id: string }[] = STAGES.flat();

export const NOTHING_HINTS = 'nothing on the page hints at a paper';

/** A page without any hint is not a paper. It may still be a list, which its rows show. */
export function isWorthLooking(view: PageView): boolean {
  return view.paperUrl || SCHOLARLY.test(`${view.doc.title} ${view.url}`) || view.hinted;
}

/** What machines are told that the page is; null where they are told nothing, and the visible page decides. */
export function statedKind(
  view: PageView,
  ledger: Ledger,
): { kind: StatedKind; reasons: string[] } | null {
  for (const signs of STAGES) {
    const claims = ledger.gather('kind', signs.map(asRule), view);
    const none = claims.filter(({ value }) => value === 'none');
    const deciding = none.length > 0 ? none : claims;
    const [first] = deciding;
    if (!first) continue;
    ledger.note('kind', first.value);
    return { kind: first.value, reasons: deciding.flatMap(({ because }) => because ?? []) };
  }
  return null;
}

const asRule = ({ id, makes, holds }: Sign) => ({
  id,
  find: (view: PageView) => {
    const because = holds(view);
    return because === null ? [] : [{ value: makes, because }];
  },
});

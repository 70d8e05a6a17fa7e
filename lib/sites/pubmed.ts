/** PubMed: search results, "cited by" and "similar articles" lists. */
import * as dom from '../dom';
import { cleanDoi, squeeze, yearIn } from '../text';
import type { ListEntry, Recognised } from './types';

const text = (element: Element | null | undefined) => squeeze(dom.textContent(element) ?? '');
const RESULTS =
  '.search-results .full-docsum, .search-results-chunk .full-docsum, .results-article, .rprt .rslt';

/** A list page of PubMed, new (2020 on) or old; a record with its "similar articles" is none. */
export function recognisePubmed(doc: Document, url: string): Recognised | null {
  const here =
    /^https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov\/(?:\?|clipboard|collections|$)|(?:www\.)?ncbi\.nlm\.nih\.gov\/(?:m\/)?pubmed\/?\?)/i.test(
      url,
    );
  // The classes are common words, and to find none of them takes a look at the whole page.
  if (!here && !/pubmed/i.test(doc.title)) return null;
  const list =
    doc.getElementsByClassName('search-results').length > 0 &&
    doc.getElementsByClassName('full-docsum').length > 0;
  if (!list && !(here && doc.querySelector(RESULTS))) return null;
  return {
    site: 'pubmed',
    kind: 'citation-list',
    representation: 'list',
    reason: 'PubMed lists search results',
  };
}

function entry(element: Element): ListEntry | null {
  const link = dom.querySelector(
    element,
    'a.docsum-title, .heading-title a, .title a, .labs-docsum-title',
  );
  const title = text(link).replace(/\.$/, '');
  if (!title) return null;
  const authors = text(
    dom.querySelector(element, '.full-authors, .docsum-authors, .authors-list, .desc'),
  );
  const citation = text(
    dom.querySelector(
      element,
      '.full-journal-citation, .docsum-journal-citation, .article-source, .article-citation, .details',
    ),
  );
  const href = dom.getAttribute(link, 'href') ?? '';
  const pmid =
    text(dom.querySelector(element, '.docsum-pmid, .identifier.pubmed .current-id')) ||
    /(\d{4,9})/.exec(href)?.[1];
  const year = yearIn(citation);
  const doi = cleanDoi(/doi:\s*\S+/i.exec(citation)?.[0]);
  const journal = /^([^.]{2,120})\./.exec(citation)?.[1];
  return {
    title,
    ...(authors ? { authors } : {}),
    ...(year ? { year } : {}),
    ...(journal ? { containerTitle: journal } : {}),
    ...(doi ? { doi } : {}),
    ...(pmid && /^\d+$/.test(pmid)
      ? { pmid, url: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` }
      : {}),
    element,
  };
}

/** The results in page order. */
export function* readPubmed(doc: Document): Iterable<ListEntry | null> {
  for (const element of doc.querySelectorAll(RESULTS)) yield entry(element);
}

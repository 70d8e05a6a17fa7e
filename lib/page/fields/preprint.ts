/** Preprints: pages of preprint servers describe them as articles of a journal that is called like the server. */
import * as dom from '../../dom';
import type { PaperFacts } from '../../model';
import { PREPRINT } from '../../model/records/publication';
import { cleanDoi } from '../../text';

/** Servers by the name that their pages give as the journal's. */
const SERVER =
  /^(?:\w{2,12}rxiv(?: preprint)?|research square|preprints(?:\.org)?|osf preprints|ssrn(?: electronic journal)?)\W*$/i;
/** Servers by the DOIs that they give. 10.1101 is a press's too, whose journals have names. */
const SERVER_DOI =
  /^10\.(?:48550\/arxiv|21203\/rs\.|31234\/osf|31219\/osf|31235\/osf|26434\/chemrxiv|20944\/preprints|64898\/|36227\/techrxiv)/;

/** The server decides that it is a preprint where the page calls it an article or gives no type. */
export function typePreprint(paper: PaperFacts): void {
  const { type, doi = '', containerTitle = '', sources } = paper;
  if (type && type !== 'article-journal') return;
  const field = SERVER.test(containerTitle)
    ? 'containerTitle'
    : SERVER_DOI.test(doi) && !containerTitle
      ? 'doi'
      : null;
  if (!field) return;
  paper.type = PREPRINT;
  if (sources[field]) sources.type = sources[field];
}

/** Where bioRxiv and medRxiv say "Now published in ... doi: ...". */
const PUBLISHED = 'pub_jnl';
/** The sentence is short: a longer element holds more than it. */
const MOST_TEXT = 1_000;

/** The DOI of the article that a preprint's page says it has become. */
export function addPublished(paper: PaperFacts, doc: Document): void {
  if (paper.type !== PREPRINT || paper.preprintOf) return;
  for (const element of doc.getElementsByClassName(PUBLISHED)) {
    const text = dom.textContent(element) ?? '';
    const doi = text.length <= MOST_TEXT && /\bpublished in\b/i.test(text) ? cleanDoi(text) : null;
    if (!doi || doi === paper.doi) continue;
    paper.preprintOf = doi;
    paper.sources.preprintOf = 'visible';
    return;
  }
}

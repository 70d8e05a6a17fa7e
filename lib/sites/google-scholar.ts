/** Google Scholar: search results, "cited by" lists and author profiles. */
import * as dom from '../dom';
import { cleanDoi, squeeze, yearIn } from '../text';
import type { ListEntry, Recognised } from './types';

const ON_SCHOLAR = /^https?:\/\/scholar\.google\.[a-z.]+\/(?:scholar|citations)\b/i;

/** Results and profiles keep their ids on every copy, mirror and language of the site. */
export function recogniseScholar(doc: Document, url: string): Recognised | null {
  const results = doc.getElementById('gs_res_ccl');
  const profile = doc.getElementById('gsc_a_t') ?? doc.getElementById('gsc_a_b');
  if (!results && !profile) {
    const itself = ON_SCHOLAR.test(url) || doc.getElementById('gs_top') !== null;
    if (!itself || doc.getElementsByClassName('gs_r').length === 0) return null;
  }
  return {
    site: 'google-scholar',
    kind: 'citation-list',
    representation: 'list',
    reason: profile
      ? 'a Google Scholar author profile lists an author’s papers'
      : 'Google Scholar lists search results',
  };
}

const text = (element: Element | null | undefined) => squeeze(dom.textContent(element) ?? '');

/** ", 2005" at the end of a line whose white space is squeezed. */
const YEAR_LAST = /,? ?(?:1[5-9]|20)\d\d$/;

/** "A Author, B Author - Journal, 2005 - host": authors, venue and year of one result. */
function byline(line: string): Pick<ListEntry, 'authors' | 'year' | 'containerTitle'> {
  const [authors = '', where = ''] = line.split(/ [-–] /);
  const year = yearIn(where) ?? yearIn(line);
  const venue = where.replace(YEAR_LAST, '').replace(/^(?:1[5-9]|20)\d\d$/, '');
  return {
    ...(authors ? { authors } : {}),
    ...(year ? { year } : {}),
    ...(venue ? { containerTitle: venue } : {}),
  };
}

function result(element: Element): ListEntry | null {
  const heading = dom.querySelector(element, '.gs_rt, h3');
  if (!heading) return null;
  const marks = [...dom.querySelectorAll(heading, '.gs_ctu, .gs_ctc, .gs_ctg2')].map(text);
  let title = text(heading);
  for (const mark of marks) if (mark && title.startsWith(mark)) title = title.slice(mark.length);
  title = title.replace(/^\s*(?:\[[\w\s]{1,20}\]\s*)+/, '').trim();
  if (!title) return null;
  const url = dom.getAttribute(dom.querySelector(heading, 'a[href^="http"]'), 'href') ?? undefined;
  const doi = cleanDoi(url);
  return {
    title,
    ...byline(text(dom.querySelector(element, '.gs_a'))),
    ...(url ? { url } : {}),
    ...(doi ? { doi } : {}),
    element,
  };
}

function profileRow(element: Element): ListEntry | null {
  const link = dom.querySelector(element, '.gsc_a_at');
  const title = text(link);
  if (!title) return null;
  const [authors, venue] = [...dom.querySelectorAll(element, '.gsc_a_t .gs_gray')].map(text);
  const year = yearIn(text(dom.querySelector(element, '.gsc_a_y'))) ?? yearIn(venue ?? '');
  const journal = venue?.replace(YEAR_LAST, '').replace(/ \d+ ?(?:\([^()]*\))?(?:, ?[\w-]+)?$/, '');
  return {
    title,
    ...(authors ? { authors } : {}),
    ...(year ? { year } : {}),
    ...(journal ? { containerTitle: journal } : {}),
    element,
  };
}

/** The results or rows in page order; author boxes and "related searches" are no entries. */
export function* readScholar(doc: Document): Iterable<ListEntry | null> {
  const rows = [...doc.getElementsByClassName('gsc_a_tr')];
  for (const row of rows) yield profileRow(row);
  if (rows.length) return;
  for (const one of doc.querySelectorAll('.gs_r'))
    if (!dom.querySelector(one, '.gs_r') && dom.querySelector(one, '.gs_rt')) yield result(one);
}

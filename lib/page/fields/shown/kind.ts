/**
 * Is this page one paper? What the reader sees, weighed. One sign proves little (Wikipedia has references, a blog has
 * DOIs, a standard has an abstract): a paper needs several, and one of them must place it: where or how it appeared.
 */
import * as dom from '../../../dom';
import { looseKey, squeeze } from '../../../text';
import type { Rule } from '../../claims';
import type { ShownField } from '../../settle';
import { showsCollection } from '../../view/collection';
import { namesDetails } from '../../view/headings';
import { showsPerson } from '../../view/person';
import type { ShownView } from '../../view/shown-view';
import { titleParts } from '../../view/window-title';
import { isWorkLabel } from '../../view/work-label';
import { type WeightName, weightOf } from '../../weights';

/** What was read of the page before it is judged. */
export interface Shown {
  view: ShownView;
  /** Whether the page shows a DOI as its own. */
  ownDoi: boolean;
  volume: boolean;
  journal: boolean;
  authors: boolean;
  /** Whether tags name title, authors and a kind of paper. */
  kindTold: boolean;
}

type KindRule = Rule<Shown, 'article' | 'none'>;

const THING =
  /^(?:open )?(?:data ?set|software|source code|computational notebook|physical object|workflow)(?: (?:open|restricted|closed|embargoed))?$/i;
const ISSUE =
  /^(?:vol(?:ume|\.)?|band|bd\.?|tom[eo]?|t\.|issue|no\.|numéro|núm\.|nr\.?|heft)\s*\d/i;
const GUIDE =
  /^.{0,30}\b(?:(?:guide(?:lines?)?|instructions|information|notes) (?:for|to) (?:authors?|contributors|reviewers)|(?:author|submission) guidelines|hinweise für autor\S*|instructions aux auteurs|(?:normas|instrucciones) para (?:los )?autores)\b.{0,30}$/i;
const ABSTRACT =
  /^(?:abstract|summary|résumés?|resum[eo]n?(?: em \w+)?|zusammenfassung|riassunto|abstrakt|streszczenie|samenvatting|sammanfattning|аннотация|抄録|要旨|摘要)$/i;

/** In UTF-16 units: a label of a thing, a label or heading, a title that names an issue, what is searched of the text. */
const LONGEST_THING = 30;
const LONGEST_LABEL = 40;
const LONGEST_ISSUE = 90;
const LONGEST_TITLE = 600;
const LONGEST_WINDOW_TITLE = 800;
const MOST_TEXT = 20_000;
/** A page that names so many kinds of papers tells of them: a guide for authors, an issue's contents. */
const MOST_KINDS = 3;

/** "Vol. 27 No. 1 (2019)", "Journal of Foo: Vol 27, No 1": the title, or all that follows it, names an issue. */
function isIssue({ doc, title }: ShownView): boolean {
  const [window, own] = [squeeze(doc.title, LONGEST_WINDOW_TITLE), squeeze(title, LONGEST_TITLE)];
  const rest = own && window.startsWith(own) ? window.slice(own.length) : '';
  return (
    ISSUE.test(own) || (own.length < LONGEST_ISSUE && ISSUE.test(rest.replace(/^[\s:|,–—-]+/, '')))
  );
}

/** Short lines around the title, without what ends a label. */
const labels = ({ lines }: ShownView): string[] =>
  lines
    .filter(({ text }) => text.length < LONGEST_LABEL)
    .map(({ text }) => text.replace(/(?<![:.\s])[:.\s]+$/, ''));

const text = ({ lines }: ShownView): string =>
  lines
    .map((line) => line.text)
    .join('\n')
    .slice(0, MOST_TEXT);

/** Whether the page's record is one of a work: with a title, and people who made it. */
const isRecord = ({ record, title }: ShownView): boolean =>
  record !== null && record.names.length > 0 && (record.title !== undefined || title !== '');

const has = ({ doc }: ShownView, selector: string) => doc.querySelector(selector) !== null;

type NotOne = [name: string, weight: WeightName, holds: (view: ShownView) => boolean];

/** Repositories give a collection an address in the shape of a paper's. */
const COLLECTION: NotOne = ['collection', 'kind: page of a collection', showsCollection];

/** Pages that are not a paper, whatever else they show; not asked where the address is a paper's. */
const NOT_ONE: NotOne[] = [
  [
    'shown-thing',
    'kind: calls itself a thing',
    ({ lines }) => lines.some((line) => line.text.length < LONGEST_THING && THING.test(line.text)),
  ],
  ['issue-of-serial', 'kind: issue of a serial', isIssue],
  ['guide', 'kind: guide for authors', ({ title }) => GUIDE.test(title)],
  ['person', 'kind: page of a person', showsPerson],
  [
    'record-of-thing',
    'kind: record of a thing',
    ({ record }) => record?.kind === null && record.container === undefined,
  ],
];

const SIGNS: [name: string, weight: WeightName, holds: (shown: Shown) => boolean][] = [
  ['address', 'kind: address', ({ view }) => view.paperUrl],
  ['own-doi', 'kind: own DOI', ({ ownDoi }) => ownDoi],
  ['tags-name-kind', 'kind: tags name the kind', ({ kindTold }) => kindTold],
  ['record', 'kind: record', ({ view }) => isRecord(view)],
  [
    'record-names-kind',
    'kind: record names the kind',
    ({ view }) =>
      isRecord(view) && typeof view.record?.kind === 'string' && !/^book$/.test(view.record.kind),
  ],
  [
    'record-names-journal',
    'kind: record names the journal',
    ({ view }) => isRecord(view) && view.record?.container !== undefined,
  ],
  [
    'details-page',
    'kind: details of one publication',
    ({ view: { doc } }) =>
      [...titleParts(doc), dom.textContent(doc.getElementsByTagName('h1')[0]) ?? ''].some(
        namesDetails,
      ),
  ],
  ['citation-line', 'kind: citation line', ({ volume }) => volume],
  [
    'label',
    'kind: label',
    ({ view }) => {
      const kinds = new Set(labels(view).filter(isWorkLabel).map(looseKey));
      return kinds.size > 0 && kinds.size <= MOST_KINDS;
    },
  ],
  [
    'issue',
    'kind: issue named',
    ({ view, volume }) =>
      !volume &&
      labels(view).some((line) =>
        /^(?:vol(?:ume|\.)?\s*\d+\W+)?(?:issue|no\.?|number)\s*\d+\b.*\b(?:19|20)\d\d\b/i.test(
          line,
        ),
      ),
  ],
  [
    'window-title',
    'kind: window title',
    ({ view }) => /\b(?:journal|quarterly|annals)\b/i.test(view.doc.title),
  ],
  [
    'abstract',
    'kind: abstract',
    ({ view }) =>
      labels(view).some((line) => ABSTRACT.test(line)) ||
      has(view, '#abstract,.abstract,[id^="abs"],[class*="bstract"]'),
  ],
  [
    'references',
    'kind: references',
    ({ view }) =>
      has(
        view,
        'ol.references,[id*="eference"],[class*="eferences"],.ref-list,[id*="ibliograph"],[class*="ibliograph"]',
      ),
  ],
  ['authors', 'kind: authors', ({ authors }) => authors],
  ['journal', 'kind: journal', ({ journal }) => journal],
  [
    'dates',
    'kind: dates of receipt',
    ({ view }) => /\b(?:received|accepted)\b[^\n]{0,60}\b(?:19|20)\d\d\b/i.test(text(view)),
  ],
  [
    'affiliations',
    'kind: affiliations',
    ({ view }) =>
      /corresponding author|\borcid\b|\baffiliations?\b|author information/i.test(text(view)),
  ],
  [
    'citation-offered',
    'kind: citation offered',
    ({ view }) =>
      has(view, 'a[href*="citation"],a[href*="bibtex" i],a[href$=".ris"],[class*="cite"]'),
  ],
  [
    'pdf-offered',
    'kind: PDF offered',
    ({ view }) => has(view, 'a[href*="pdf" i],a[href*="/download" i],a[href$="/document"]'),
  ],
];

const notOne = [COLLECTION, ...NOT_ONE].map(
  (one): KindRule => ({
    id: `kind/${one[0]}`,
    find: ({ view }) =>
      (one === COLLECTION || !view.paperUrl) && one[2](view)
        ? [{ value: 'none' as const, weight: one[1] }]
        : [],
  }),
);
const signs = SIGNS.map(
  ([name, weight, holds]): KindRule => ({
    id: `kind/${name}`,
    find: (shown) => (holds(shown) ? [{ value: 'article' as const, weight }] : []),
  }),
);

/** What several signs that a page is a paper weigh together, the weakest of them of one or two points. */
const ENOUGH = 6;

export const SHOWN_KIND: ShownField<Shown, 'article' | 'none'> = {
  name: 'kind',
  stages: [{ rules: notOne, enough: (ranked) => ranked.length > 0 }, { rules: signs }],
  election: () => ({
    key: String,
    combine: 'sum',
    floor: ENOUGH,
    tie: 'none',
    accepts: ({ value, claims }) =>
      value === 'none' || claims.some(({ weight }) => weightOf(weight)?.places),
  }),
};

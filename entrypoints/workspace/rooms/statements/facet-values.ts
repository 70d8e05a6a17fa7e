/** What the statements can be filtered by, and the values of each: of a tag, or of a statement and its paper. */
import { BASIS_WORDS, DIRECTION_LOOKS, VOICE_WORDS } from '@/components/influence/dial-words';
import { ELIGIBILITY_WORDS, titleOf } from '@/components/paper/cite';
import { STANCE_LOOKS } from '@/components/stance/shapes';
import { influenceKey } from '@/lib/codebook/influences';
import { NOT_ABOUT_IT } from '@/lib/map';
import {
  type Attribute,
  type AttributeValue,
  type Author,
  Basis,
  Direction,
  Eligibility,
  type Paper,
  PRIORITY_WORDS,
  PROGRESS_WORDS,
  Priority,
  Progress,
  SectionKind,
  Stance,
  type Statement,
  type Tag,
  Voice,
} from '@/lib/model';
import { asSentence, looseKey } from '@/lib/text';
import type { FacetContext } from './facet-context';
import { type FacetId, type KnownFacet, ownFacet } from './facet-ids';

export interface Value {
  /** In the address; '' for none. */
  key: string;
  text: string;
}

export interface Facet<Id extends string = FacetId> {
  id: Id;
  name: string;
  /** The values in their order, or by their numbers; where there is none, those with most statements come first. */
  order?: readonly string[] | 'down' | 'up' | undefined;
}

interface FacetOf<T> extends Facet {
  of: (one: T, context: FacetContext) => readonly Value[];
}
export type TagFacet = FacetOf<Tag>;
export type QuotedFacet = FacetOf<Quoted>;

type OfTag = (tag: Tag, context: FacetContext) => Value;
const tagFacet = (
  id: KnownFacet,
  name: string,
  of: OfTag,
  order?: readonly string[],
): TagFacet => ({ id, name, of: (tag, context) => [of(tag, context)], order });

/** The decided stance of a tag that is not about its influence after all. */
const OUT = 'out';

/**
 * One tag must fit all of these together. Stance and direction are those that the tag counts with: where coders differed and
 * decided, what they decided.
 */
const TAG_FACETS: readonly TagFacet[] = [
  tagFacet('influence', 'Influence', ({ codebookId, influenceId }, { index }) => {
    // Over all versions, as on the map.
    const ref = { codebookId, influenceId };
    return { key: influenceKey(ref), text: index.labelOf(ref) };
  }),
  tagFacet(
    'stance',
    'Stance',
    (tag, { decided }) => {
      if (decided.isOut(tag)) return { key: OUT, text: NOT_ABOUT_IT };
      const stance = decided.stanceOf(tag);
      return { key: stance, text: `${STANCE_LOOKS[stance].character} ${stance}` };
    },
    [...Stance.options, 'mixed', OUT],
  ),
  tagFacet(
    'direction',
    'Direction',
    (tag, { decided }) => {
      const direction = decided.directionOf(tag);
      const { sign, word } = DIRECTION_LOOKS[direction];
      return { key: direction, text: word ? `${sign} ${word}` : 'no direction' };
    },
    Direction.options,
  ),
  tagFacet(
    'basis',
    'Basis',
    ({ basis }) => ({ key: basis, text: BASIS_WORDS[basis] }),
    Basis.options,
  ),
  tagFacet(
    'voice',
    'Voice',
    ({ voice }) => ({ key: voice ?? '', text: voice ? VOICE_WORDS[voice] : 'no voice given' }),
    [...Voice.options, ''],
  ),
  tagFacet('site', 'Site', ({ siteId }, { siteName }) => {
    const name = siteId === undefined ? undefined : siteName(siteId);
    return siteId !== undefined && name !== undefined
      ? { key: siteId, text: name }
      : none('no site');
  }),
  tagFacet('coder', 'Coder', ({ coderId }, { coders }) => ({
    key: coders.resolve(coderId),
    text: coders.name(coderId),
  })),
];

/** A statement with its paper. */
export interface Quoted {
  statement: Statement;
  paper: Paper;
}

const quotedFacet = (
  id: KnownFacet,
  name: string,
  of: QuotedFacet['of'],
  order?: Facet['order'],
): QuotedFacet => ({ id, name, of, order });

const QUOTED_FACETS: readonly QuotedFacet[] = [
  quotedFacet(
    'section',
    'Section',
    ({ statement: { section } }) => [given(section?.kind ?? 'other')],
    SectionKind.options,
  ),
  quotedFacet(
    'year',
    'Year',
    ({ paper: { year } }) => [year === undefined ? none('no year') : given(String(year))],
    'down',
  ),
  quotedFacet('type', 'Type', ({ paper: { type } }) => [
    type ? { key: type, text: typeInWords(type) } : none('no type'),
  ]),
  quotedFacet('author', 'Author', ({ paper: { authors } }) =>
    authors.length ? authors.map(authorValue) : [none('no author')],
  ),
  quotedFacet('journal', 'Journal', ({ paper: { containerTitle } }) => [
    containerTitle ? { key: looseKey(containerTitle), text: containerTitle } : none('no journal'),
  ]),
  quotedFacet('machine', 'Machine label', ({ statement: { machineLabels } }) =>
    machineLabels.length
      ? machineLabels.map(({ by, label }) => given(`${by}: ${label}`))
      : [none('no machine label')],
  ),
  quotedFacet(
    'eligibility',
    'Eligibility',
    ({ paper: { id } }, { placeOf }) => {
      const eligibility = placeOf(id)?.eligibility ?? 'undecided';
      return [{ key: eligibility, text: ELIGIBILITY_WORDS[eligibility] }];
    },
    Eligibility.options,
  ),
  quotedFacet(
    'progress',
    'Reading status',
    ({ paper: { id } }, { placeOf }) => {
      const progress = placeOf(id)?.progress;
      return [progress ? { key: progress, text: PROGRESS_WORDS[progress] } : none('not listed')];
    },
    [...Progress.options, ''],
  ),
  quotedFacet(
    'priority',
    'Priority',
    ({ paper: { id } }, { placeOf }) => {
      const priority = placeOf(id)?.priority;
      return [priority ? { key: priority, text: PRIORITY_WORDS[priority] } : none('no priority')];
    },
    [...Priority.options, ''],
  ),
  quotedFacet(
    'label',
    'Paper label',
    ({ paper: { id } }, { placeOf }) => placeOf(id)?.labels?.map(given) ?? [none('no label')],
  ),
  quotedFacet('paper', 'Paper', ({ paper }) => [
    { key: paper.id, text: titleOf(paper, paper.urls[0]) },
  ]),
];

/** Those of a review: the ones that all reviews have, then the reader's own columns, in their order. */
export function facetsOf({ columns }: Pick<FacetContext, 'columns'>): {
  ofTags: readonly TagFacet[];
  ofQuoted: readonly QuotedFacet[];
} {
  return {
    ofTags: [...TAG_FACETS, ...columns.filter((one) => one.of !== 'paper').map(columnOfTag)],
    ofQuoted: [...QUOTED_FACETS, ...columns.filter((one) => one.of === 'paper').map(columnOfPaper)],
  };
}

const columnOfPaper = (column: Attribute): QuotedFacet => ({
  ...ownColumn(column),
  of: ({ paper: { id: paperId } }, { valueIn }) =>
    inColumn(column, valueIn(column.id, { paperId })),
});

/** Of the site that a tag is about, or of its influence. */
const columnOfTag = (column: Attribute): TagFacet => ({
  ...ownColumn(column),
  of: ({ siteId, codebookId, influenceId }, { valueIn }) =>
    column.of === 'influence'
      ? inColumn(column, valueIn(column.id, { codebookId, influenceId }))
      : inColumn(column, siteId === undefined ? undefined : valueIn(column.id, { siteId })),
});

function ownColumn({ id, name, type, choices }: Attribute): Facet {
  const order = {
    text: undefined,
    number: 'up',
    choice: [...choices, ''],
    several: [...choices, ''],
  };
  return { id: ownFacet(id), name, order: order[type] as Facet['order'] };
}

/** One value, or each of several. */
function inColumn({ name }: Attribute, value: AttributeValue['value'] | undefined): Value[] {
  return value === undefined
    ? [none(`nothing in “${name}”`)]
    : [value].flat().map((one) => given(String(one)));
}

const given = (key: string): Value => ({ key, text: key });
const none = (text: string): Value => ({ key: '', text });

/** Two prints of a name are one person only where they agree: initials belong to many. */
function authorValue({ family, given: first, literal }: Author): Value {
  const text = family ? [family, first].filter(Boolean).join(', ') : (literal ?? '');
  return { key: looseKey(text), text };
}

/** "Journal article" of CSL's "article-journal". */
function typeInWords(type: string): string {
  const known: Readonly<Record<string, string>> = {
    'article-journal': 'journal article',
    article: 'preprint',
    'paper-conference': 'conference paper',
  };
  return asSentence(known[type] ?? type.replaceAll('-', ' '));
}

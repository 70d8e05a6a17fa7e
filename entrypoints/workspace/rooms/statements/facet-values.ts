/** What the statements can be filtered by, and the values of each: of a tag, or of a statement and its paper. */
import { BASIS_WORDS, DIRECTION_LOOKS, VOICE_WORDS } from '@/components/influence/dial-words';
import { ELIGIBILITY_WORDS, titleOf } from '@/components/paper/cite';
import { STANCE_LOOKS } from '@/components/stance/shapes';
import { type InfluenceIndex, influenceKey } from '@/lib/codebook/influences';
import {
  type Author,
  Basis,
  type CoderIndex,
  Direction,
  Eligibility,
  type Paper,
  SectionKind,
  Stance,
  type Statement,
  type Tag,
  Voice,
} from '@/lib/model';
import { asSentence, looseKey } from '@/lib/text';

export interface Value {
  /** In the address; '' for none. */
  key: string;
  text: string;
}

/** What values are read with. */
export interface ValueContext {
  index: InfluenceIndex;
  coders: CoderIndex;
  eligibilityOf: (paperId: string) => Eligibility;
}

interface FacetOf<T> {
  id: string;
  name: string;
  /** The values in their order; where there is none, those with most statements come first. */
  order?: readonly string[] | 'down';
  of: (one: T, context: ValueContext) => readonly Value[];
}

type OfTag = (tag: Tag, context: ValueContext) => Value;
const tagFacet = <Id extends string>(
  id: Id,
  name: string,
  of: OfTag,
  order?: readonly string[],
) => ({ id, name, of: (tag: Tag, context: ValueContext) => [of(tag, context)], order });

/** One tag must fit all of these together. */
export const TAG_FACETS = [
  tagFacet('influence', 'Influence', ({ codebookId, influenceId }, { index }) => {
    // Over all versions, as on the map.
    const ref = { codebookId, influenceId };
    return { key: influenceKey(ref), text: index.labelOf(ref) };
  }),
  tagFacet(
    'stance',
    'Stance',
    ({ stance }) => ({ key: stance, text: `${STANCE_LOOKS[stance].character} ${stance}` }),
    Stance.options,
  ),
  tagFacet(
    'direction',
    'Direction',
    ({ direction }) => {
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
  tagFacet('coder', 'Coder', ({ coderId }, { coders }) => ({
    key: coders.resolve(coderId),
    text: coders.name(coderId),
  })),
] as const;

/** A statement with its paper. */
export interface Quoted {
  statement: Statement;
  paper: Paper;
}

const quotedFacet = <Id extends string>(
  id: Id,
  name: string,
  of: FacetOf<Quoted>['of'],
  order?: FacetOf<Quoted>['order'],
) => ({ id, name, of, ...(order && { order }) });

export const QUOTED_FACETS = [
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
    ({ paper: { id } }, { eligibilityOf }) => {
      const eligibility = eligibilityOf(id);
      return [{ key: eligibility, text: ELIGIBILITY_WORDS[eligibility] }];
    },
    Eligibility.options,
  ),
  quotedFacet('paper', 'Paper', ({ paper }) => [
    { key: paper.id, text: titleOf(paper, paper.urls[0]) },
  ]),
] as const;

export type FacetId = (typeof TAG_FACETS)[number]['id'] | (typeof QUOTED_FACETS)[number]['id'];

/** All of them: those of tags first. Their places in this list are what filters are worked out by. */
export const FACETS: readonly { id: FacetId; name: string; order?: FacetOf<never>['order'] }[] = [
  ...TAG_FACETS,
  ...QUOTED_FACETS,
];

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

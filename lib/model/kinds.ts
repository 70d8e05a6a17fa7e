/**
 * The one table of record kinds. Steps, undo, merging, backups, migration, the sweep and quarantine all read it, so
 * that a new kind of record is added here and nowhere else. Tally sheets are not a kind: they are derived from tags.
 */
import { Attribute, AttributeValue } from './records/attribute';
import { Codebook } from './records/codebook';
import { Coder } from './records/coder';
import { FamilyMember } from './records/family';
import { Finding } from './records/finding';
import { Measure, MeasureAnswers } from './records/measure';
import { Memo } from './records/memo';
import { Paper } from './records/paper';
import { Review, ReviewPaper, Settings } from './records/review';
import { Decision, Round } from './records/round';
import { Site } from './records/site';
import { Statement } from './records/statement';
import { Assessment, Tag } from './records/tag';
import type { z } from './zod';

/** A field that holds the key of a record of another kind. */
export interface Reference {
  /** Several fields make up a key of several parts. */
  fields: readonly string[];
  /** The field that holds a list of such references, each with the `fields`. */
  list?: string;
  to: KindName;
  /** A record without it is whole all the same (the current review of the settings). */
  optional?: boolean;
}

export interface Kind<S extends z.ZodType = z.ZodType> {
  schema: S;
  /** The fields that make up its primary key in the database, in order. */
  key: readonly string[];
  refs: readonly Reference[];
  /** Does it leave with a backup and merge with other stores? Otherwise it belongs to this installation. */
  travels: boolean;
  /** What one is called in a sentence, and several. */
  noun: string;
  nouns: string;
}

const kind = <S extends z.ZodType>(k: Kind<S>): Kind<S> => k;

/** A coder's tags outlive a damaged record of the coder, which holds a name for display and nothing more. */
const BY_CODER: Reference = { fields: ['coderId'], to: 'coders', optional: true };

const IN_REVIEW: Reference = { fields: ['reviewId'], to: 'reviews' };

/** In the order in which they refer to one another: what is referred to comes first. */
export const KINDS = {
  settings: kind({
    schema: Settings,
    key: [],
    refs: [{ fields: ['currentReviewId'], to: 'reviews', optional: true }],
    travels: false,
    noun: 'settings record',
    nouns: 'settings records',
  }),
  coders: kind({
    schema: Coder,
    key: ['id'],
    refs: [{ fields: ['into'], to: 'coders', optional: true }],
    travels: true,
    noun: 'coder',
    nouns: 'coders',
  }),
  codebooks: kind({
    schema: Codebook,
    key: ['id', 'version'],
    refs: [],
    travels: true,
    noun: 'codebook',
    nouns: 'codebooks',
  }),
  reviews: kind({
    schema: Review,
    key: ['id'],
    // A review is whole without the text of its codebooks: tags are then shown under the ids of their influences.
    refs: [{ list: 'codebooks', fields: ['id', 'version'], to: 'codebooks', optional: true }],
    travels: true,
    noun: 'review',
    nouns: 'reviews',
  }),
  papers: kind({
    schema: Paper,
    key: ['id'],
    refs: [],
    travels: true,
    noun: 'paper',
    nouns: 'papers',
  }),
  reviewPapers: kind({
    schema: ReviewPaper,
    key: ['reviewId', 'paperId'],
    refs: [
      { fields: ['reviewId'], to: 'reviews' },
      { fields: ['paperId'], to: 'papers' },
    ],
    travels: true,
    noun: 'reading list entry',
    nouns: 'reading list entries',
  }),
  familyMembers: kind({
    schema: FamilyMember,
    key: ['reviewId', 'paperId', 'familyId'],
    refs: [{ fields: ['reviewId', 'paperId'], to: 'reviewPapers' }],
    travels: true,
    noun: 'place in a study family',
    nouns: 'places in study families',
  }),
  statements: kind({
    schema: Statement,
    key: ['id'],
    refs: [{ fields: ['paperId'], to: 'papers' }],
    travels: true,
    noun: 'statement',
    nouns: 'statements',
  }),
  sites: kind({
    schema: Site,
    key: ['id'],
    refs: [IN_REVIEW, { fields: ['paperId'], to: 'papers', optional: true }],
    travels: true,
    noun: 'site',
    nouns: 'sites',
  }),
  tags: kind({
    schema: Tag,
    key: ['id'],
    refs: [
      { fields: ['reviewId'], to: 'reviews' },
      { fields: ['paperId'], to: 'papers' },
      { fields: ['statementId'], to: 'statements' },
      { fields: ['siteId'], to: 'sites', optional: true },
      BY_CODER,
      // A tag outlives the text that it was made under: it is then shown under the id of its influence.
      { fields: ['codebookId', 'codebookVersion'], to: 'codebooks', optional: true },
      // A tagged paper is on its review's list.
      { fields: ['reviewId', 'paperId'], to: 'reviewPapers', optional: true },
    ],
    travels: true,
    noun: 'tag',
    nouns: 'tags',
  }),
  assessments: kind({
    schema: Assessment,
    key: ['id'],
    refs: [
      { fields: ['reviewId'], to: 'reviews' },
      { fields: ['paperId'], to: 'papers' },
      BY_CODER,
    ],
    travels: true,
    noun: 'assessment',
    nouns: 'assessments',
  }),
  attributes: kind({
    schema: Attribute,
    key: ['id'],
    refs: [IN_REVIEW],
    travels: true,
    noun: 'column',
    nouns: 'columns',
  }),
  attributeValues: kind({
    schema: AttributeValue,
    key: ['id'],
    refs: [
      IN_REVIEW,
      { fields: ['attributeId'], to: 'attributes' },
      { fields: ['paperId'], to: 'papers' },
      { fields: ['siteId'], to: 'sites' },
    ],
    travels: true,
    noun: 'value of a column',
    nouns: 'values of columns',
  }),
  memos: kind({
    schema: Memo,
    key: ['id'],
    refs: [
      IN_REVIEW,
      { fields: ['paperId'], to: 'papers' },
      { fields: ['siteId'], to: 'sites' },
      BY_CODER,
    ],
    travels: true,
    noun: 'memo',
    nouns: 'memos',
  }),
  decisions: kind({
    schema: Decision,
    key: ['id'],
    refs: [
      IN_REVIEW,
      { fields: ['paperId'], to: 'papers' },
      // What was decided of a statement is worth reading where its tags are gone.
      { fields: ['statementId'], to: 'statements', optional: true },
      BY_CODER,
    ],
    travels: true,
    noun: 'decision',
    nouns: 'decisions',
  }),
  rounds: kind({
    schema: Round,
    key: ['id'],
    refs: [IN_REVIEW],
    travels: true,
    noun: 'round of coding',
    nouns: 'rounds of coding',
  }),
  findings: kind({
    schema: Finding,
    key: ['id'],
    refs: [IN_REVIEW],
    travels: true,
    noun: 'finding',
    nouns: 'findings',
  }),
  measures: kind({
    schema: Measure,
    key: ['id'],
    refs: [IN_REVIEW],
    travels: true,
    noun: 'measure',
    nouns: 'measures',
  }),
  measureAnswers: kind({
    schema: MeasureAnswers,
    key: ['id'],
    refs: [
      IN_REVIEW,
      { fields: ['measureId'], to: 'measures' },
      { fields: ['siteId'], to: 'sites' },
    ],
    travels: true,
    noun: 'set of answers',
    nouns: 'sets of answers',
  }),
} as const;

export type KindName =
  | 'settings'
  | 'coders'
  | 'codebooks'
  | 'reviews'
  | 'papers'
  | 'reviewPapers'
  | 'familyMembers'
  | 'statements'
  | 'sites'
  | 'tags'
  | 'assessments'
  | 'attributes'
  | 'attributeValues'
  | 'memos'
  | 'decisions'
  | 'rounds'
  | 'findings'
  | 'measures'
  | 'measureAnswers';

/** The kinds that a review's tables are made of, beside its tags. */
export const TABLE_KINDS = [
  'sites',
  'attributes',
  'attributeValues',
  'memos',
  'decisions',
  'rounds',
  'findings',
  'measures',
  'measureAnswers',
] as const satisfies readonly KindName[];
export type TableKind = (typeof TABLE_KINDS)[number];

export type RecordOf<K extends KindName> = z.infer<(typeof KINDS)[K]['schema']>;

export const KIND_NAMES = Object.keys(KINDS) as KindName[];
/** The kinds that backups hold and merging joins. */
export const TRAVELLING = KIND_NAMES.filter((name) => KINDS[name].travels);

/** The key of a record as one text: its id, or the parts of its key with a blank between them. */
export function keyOf(name: KindName, record: object): string {
  const fields = KINDS[name].key;
  if (fields.length === 0) return name;
  return fields.map((field) => String((record as Record<string, unknown>)[field])).join(' ');
}

/** The parts of a key, split at its first blanks: no part but the last contains one, as a codebook's version may. */
export function keyParts(name: KindName, key: string): string[] {
  const words = key.split(' ');
  const last = Math.max(KINDS[name].key.length - 1, 0);
  return words.length > last ? [...words.slice(0, last), words.slice(last).join(' ')] : [key];
}

/** What a record refers to, where it refers to something. */
export function referencesOf(name: KindName, record: object): (Reference & { key: string })[] {
  return KINDS[name].refs.flatMap((ref: Reference) =>
    holdersOf(record, ref).flatMap((holder) => {
      const parts = ref.fields.map((field) => holder[field]);
      return parts.every((part) => typeof part === 'string')
        ? [{ ...ref, key: parts.join(' ') }]
        : [];
    }),
  );
}

/** What has the fields of a reference: the record itself, or each item of its list. */
function holdersOf(record: object, { list }: Reference): Record<string, unknown>[] {
  if (list === undefined) return [record as Record<string, unknown>];
  const items = (record as Record<string, unknown>)[list];
  return Array.isArray(items) ? items.filter((one) => typeof one === 'object' && one) : [];
}

/** Which kinds refer to this one, and how. */
export function referrersTo(name: KindName): { from: KindName; ref: Reference }[] {
  return KIND_NAMES.flatMap((from) =>
    KINDS[from].refs.filter((ref) => ref.to === name).map((ref: Reference) => ({ from, ref })),
  );
}

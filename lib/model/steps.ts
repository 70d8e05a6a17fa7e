/**
 * Steps: every write of the store as a value. A step lists the records that it changed, as they were and as they
 * became, so that it can be kept as history, taken back, shown, and carried to another installation.
 */

import { unknownIn } from './checks/unknown-fields';
import { type KindName, keyOf, type RecordOf } from './kinds';
import { Quarantined } from './records/aside';
import { Attribute, AttributeValue } from './records/attribute';
import { Codebook } from './records/codebook';
import { Coder } from './records/coder';
import { Count, Id, Timestamp } from './records/common';
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
import { z } from './zod';

// What the schemas of the tables share is made once: every surface makes them all at its start.
const RecordKey = z.string().max(300);
/** Who wrote it, and with which step. */
const WriterId = z.string().max(60);
const OnTheWay = z.literal(true).optional();

const changeOf = <K extends KindName, S extends z.ZodType>(table: K, schema: S) => {
  const side = schema.nullable();
  return z.object({
    table: z.literal(table),
    /** Null where there was no such record, or is none any more. */
    before: side,
    after: side,
    /** Written on the way (the paper of a saved tag): taken back only if nothing has built on it since. */
    aside: OnTheWay,
  });
};

const AnyChange = z.discriminatedUnion('table', [
  changeOf('settings', Settings),
  changeOf('coders', Coder),
  changeOf('codebooks', Codebook),
  changeOf('reviews', Review),
  changeOf('papers', Paper),
  changeOf('reviewPapers', ReviewPaper),
  changeOf('familyMembers', FamilyMember),
  changeOf('statements', Statement),
  changeOf('tags', Tag),
  changeOf('assessments', Assessment),
  changeOf('sites', Site),
  changeOf('attributes', Attribute),
  changeOf('attributeValues', AttributeValue),
  changeOf('memos', Memo),
  changeOf('decisions', Decision),
  changeOf('rounds', Round),
  changeOf('findings', Finding),
  changeOf('measures', Measure),
  changeOf('measureAnswers', MeasureAnswers),
]);
export type Change = z.infer<typeof AnyChange>;
export type ChangeOf<K extends KindName> = Extract<Change, { table: K }>;

/** The key of the record that a change is about. */
export function changedKey({ table, before, after }: Change): string {
  return keyOf(table, after ?? before ?? {});
}

export const Change = AnyChange.refine(
  ({ table, before, after }) =>
    (before ?? after) !== null &&
    (before === null || after === null || keyOf(table, before) === keyOf(table, after)),
  'a change is about one record',
);

/** What the reader did. */
export const Command = z.enum([
  'save-tag',
  'change-tag',
  'change-tags',
  'move-tag',
  'delete-tags',
  'keep-place',
  'assess',
  'correct-paper',
  'list-paper',
  'list-papers',
  'import-coding',
  'set-progress',
  'set-eligibility',
  'change-entries',
  'unlist-paper',
  'put-in-family',
  'take-from-family',
  'not-one-study',
  'join-papers',
  'begin-review',
  'change-review',
  'delete-review',
  'join-reviews',
  'adopt-codebook',
  'save-codebook',
  'begin-codebook',
  'edit-codebook',
  'freeze-codebook',
  'recheck-tags',
  'number-paper',
  'set-reporting',
  'set-flow',
  'save-site',
  'remove-site',
  'save-attribute',
  'remove-attribute',
  'set-value',
  'save-memo',
  'remove-memo',
  'save-decision',
  'remove-decision',
  'save-round',
  'remove-round',
  'save-finding',
  'remove-finding',
  'save-measure',
  'remove-measure',
  'save-answers',
  'change-settings',
  'begin-coder',
  'rename-coder',
  'join-coders',
  'restore',
  'forget-history',
  'set-aside',
  'bring-back',
  'dismiss',
  'undo',
  'before-steps',
]);
export type Command = z.infer<typeof Command>;

/**
 * `counter` orders steps over installations: one more than any that this installation had seen. `at` is the wall
 * clock: it is shown, and never compared.
 */
export const Step = z.object({
  id: Id,
  at: Timestamp,
  coderId: Id,
  counter: Count,
  command: Command,
  changes: z.array(Change),
  /** The step that this one takes back. */
  undoes: Id.optional(),
  /** "Forget history": steps up to this counter are gone, here and wherever this step arrives. */
  forgets: Count.optional(),
  /** What merging changed here. It stays here: the steps that were merged travel by themselves. */
  local: z.literal(true).optional(),
  /** Who the reader was, and has become with this step, which bears the new coder. It stays here. */
  reader: z.object({ before: Id, after: Id }).optional(),
  /** What it set aside, and what it took from there, so that undo sets that right too. It stays here. */
  aside: z.object({ kept: z.array(Quarantined), taken: z.array(Quarantined) }).optional(),
});
export type Step = z.infer<typeof Step>;

/**
 * A step as it is stored. Of one with very many changes, `parts` is the number of rows that hold them, and `papers` are
 * those that it is about.
 */
export const StepRow = Step.extend({
  touches: z.array(z.string()),
  parts: z.number().int().min(1).optional(),
  papers: z.array(Id).optional(),
});
export type StepRow = z.infer<typeof StepRow>;

/** Some of the changes of a step that has very many: `part` counts from 0. */
export const StepPart = z.object({
  step: Id,
  part: Count,
  changes: z.array(Change),
});
export type StepPart = z.infer<typeof StepPart>;

/** Which of two versions of a record is the later one: the counter, then the coder, then the step decide. */
export interface Version {
  counter: number;
  /** The coder's id. Before steps were counted (counter 0): the record's own date, the best that there was. */
  by: string;
  step: string;
}

const State = z.enum(['gone', 'into']).optional();
const JoinedInto = RecordKey.optional();
/** As many as a version may name. */
export const MOST_ABSORBED = 1_000;
const Absorbed = z.array(RecordKey).max(MOST_ABSORBED).optional();

const stampOf = <K extends KindName, S extends z.ZodType>(table: K, schema: S) =>
  z.object({
    table: z.literal(table),
    key: RecordKey,
    counter: Count,
    by: WriterId,
    step: WriterId,
    /** `gone`: deleted. `into`: joined with the record of the key `into`. Neither: the record is there. */
    state: State,
    into: JoinedInto,
    /** What was joined with this record, by key: it is in it, or has been taken out of it on purpose since. */
    absorbed: Absorbed,
    /** A record that is gone, as it last was, until history is forgotten. */
    last: schema.optional(),
  });

/** The version of one record, also of one that is gone: so that an older copy does not bring it back. */
export const Stamp = z.discriminatedUnion('table', [
  stampOf('settings', Settings),
  stampOf('coders', Coder),
  stampOf('codebooks', Codebook),
  stampOf('reviews', Review),
  stampOf('papers', Paper),
  stampOf('reviewPapers', ReviewPaper),
  stampOf('familyMembers', FamilyMember),
  stampOf('statements', Statement),
  stampOf('tags', Tag),
  stampOf('assessments', Assessment),
  stampOf('sites', Site),
  stampOf('attributes', Attribute),
  stampOf('attributeValues', AttributeValue),
  stampOf('memos', Memo),
  stampOf('decisions', Decision),
  stampOf('rounds', Round),
  stampOf('findings', Finding),
  stampOf('measures', Measure),
  stampOf('measureAnswers', MeasureAnswers),
]);
export type Stamp = z.infer<typeof Stamp>;

/** What a newer Bearing noted with a version. */
export const unknownOfStamp = (stamp: Stamp): object => unknownIn(stamp, STAMP_SHAPE);
const STAMP_SHAPE = Stamp.options[0].shape;

/** Below zero where `a` is the earlier version, above where it is the later one. */
export function compareVersions(a: Version, b: Version): number {
  return a.counter - b.counter || compareText(a.by, b.by) || compareText(a.step, b.step);
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** One change, typed by its table. */
export function change<K extends KindName>(
  table: K,
  before: RecordOf<K> | null,
  after: RecordOf<K> | null,
  aside = false,
): Change {
  return { table, before, after, ...(aside && { aside: true }) } as Change;
}

/** The papers that a step is about: those it changed, and those of the statements, tags and lists it changed. */
export function papersOf(changes: readonly Change[]): Set<string> {
  const ids = new Set<string>();
  for (const one of changes)
    for (const side of [one.before, one.after]) {
      if (!side) continue;
      if (one.table === 'papers') ids.add(changedKey(one));
      else if ('paperId' in side && side.paperId) ids.add(side.paperId);
    }
  return ids;
}

/**
 * Everything that a store holds, as one value: what a backup is written from, and what merging with a store takes.
 * Which file it came from or goes into is not known here. Tally sheets are not in it: they are made from the tags.
 */

import { type KindName, TRAVELLING } from '../kinds';
import { Stamp, Step } from '../steps';
import { z } from '../zod';
import { QuarantinedRecord } from './aside';
import { Attribute, AttributeValue } from './attribute';
import { Codebook } from './codebook';
import { Coder } from './coder';
import { Count, Id } from './common';
import { FamilyMember } from './family';
import { Finding } from './finding';
import { Measure, MeasureAnswers } from './measure';
import { Memo } from './memo';
import { Paper } from './paper';
import { Review, ReviewPaper, Settings } from './review';
import { Decision, Round } from './round';
import { Site } from './site';
import { Statement } from './statement';
import { Assessment, Tag } from './tag';

export const StoreContents = z.object({
  /** The coder of the installation; none where the reader is not known. */
  coderId: Id.optional(),
  /** The highest counter that the installation had seen. */
  counter: Count,
  /** Steps up to this counter have been forgotten. */
  forgotten: Count.default(0),
  settings: Settings.optional(),
  coders: z.array(Coder),
  /** Every version that a review or a tag uses: built-in ones too, so that a tag stays readable wherever it goes. */
  codebooks: z.array(Codebook),
  reviews: z.array(Review),
  papers: z.array(Paper),
  reviewPapers: z.array(ReviewPaper),
  familyMembers: z.array(FamilyMember).default([]),
  statements: z.array(Statement),
  tags: z.array(Tag),
  assessments: z.array(Assessment),
  sites: z.array(Site).default([]),
  attributes: z.array(Attribute).default([]),
  attributeValues: z.array(AttributeValue).default([]),
  memos: z.array(Memo).default([]),
  decisions: z.array(Decision).default([]),
  rounds: z.array(Round).default([]),
  findings: z.array(Finding).default([]),
  measures: z.array(Measure).default([]),
  measureAnswers: z.array(MeasureAnswers).default([]),
  /** The version of every record, and of every record that is gone. */
  stamps: z.array(Stamp),
  /** History. */
  steps: z.array(Step),
  /** What the store itself could not read: it leaves with the rest rather than being lost. */
  quarantine: z.array(QuarantinedRecord).default([]),
});
export type StoreContents = z.infer<typeof StoreContents>;

/** The contents of a store that holds nothing: for files that bring some kinds of record only. */
export const emptyContents = (): StoreContents => ({
  ...{ counter: 0, forgotten: 0, stamps: [], steps: [], quarantine: [] },
  ...(Object.fromEntries(TRAVELLING.map((kind) => [kind, []])) as unknown as NoRecords),
});
type NoRecords = Pick<StoreContents, Exclude<KindName, 'settings'>>;

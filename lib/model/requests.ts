/** What surfaces ask of the store and are told by it: checked before anything is touched. */

import { ChosenInfluence, Influence } from './records/codebook';
import { CodebookId, Id, longText } from './records/common';
import { PageReport } from './records/paper';
import type { Eligibility, Progress } from './records/review';
import { Site } from './records/site';
import { CitedReference, MachineLabel, SectionRef, StatementTarget } from './records/statement';
import { Basis, Direction, Stance, Strength, Voice } from './records/tag';
import { z } from './zod';

/** A passage as it is met on a page, to become a statement or to be known again as one. */
export const NewStatement = z.object({
  quote: z.string().min(1).max(20_000),
  section: SectionRef.optional(),
  page: z.string().max(200).optional(),
  cites: z.array(CitedReference).max(200).default([]),
  machineLabels: z.array(MachineLabel).max(20).default([]),
  target: StatementTarget,
});
export type NewStatement = z.input<typeof NewStatement>;

/** The site is new: it is made with the tag, for the tag's paper, under this name. */
const NewSite = Site.pick({ name: true });
export type NewSite = z.infer<typeof NewSite>;

/** The site that a reader chose for a tag; with a name, it is made with the tag. */
export interface ChosenSite {
  siteId: string;
  newSite?: NewSite;
}

/** What a surface hands over to save one tag. `tagId` is made by it: a repeated send is harmless. */
export const NewTag = z.object({
  tagId: Id,
  /** The review the reader saw while tagging; without it, the current one. */
  reviewId: Id.optional(),
  page: PageReport,
  statement: NewStatement,
  codebookId: CodebookId,
  /** '' for the version that the review uses. */
  codebookVersion: z.string().max(60),
  influenceId: z.string().min(1).max(200),
  /**
   * The influence is new: it is made with the tag, under this label, in that codebook of the reader's own, which is made
   * too where there is none.
   */
  newInfluence: Influence.pick({ label: true }).optional(),
  stance: Stance,
  direction: Direction.default('unstated'),
  strength: Strength.optional(),
  basis: Basis.default('own'),
  voice: Voice.optional(),
  siteId: Id.optional(),
  newSite: NewSite.optional(),
  note: longText.default(''),
});
export type NewTag = z.input<typeof NewTag>;

const Dials = z.object({
  codebookId: CodebookId.optional(),
  codebookVersion: z.string().max(60).optional(),
  influenceId: z.string().min(1).max(200).optional(),
  /** As in a new tag: the influence is made with the change. */
  newInfluence: Influence.pick({ label: true }).optional(),
  stance: Stance.optional(),
  direction: Direction.optional(),
  strength: Strength.nullable().optional(),
  basis: Basis.optional(),
  voice: Voice.nullable().optional(),
  siteId: Id.nullable().optional(),
  newSite: NewSite.optional(),
  note: longText.optional(),
});

const isWholeChange = (c: z.infer<typeof Dials>) =>
  c.codebookId === undefined || c.influenceId !== undefined;
const WHOLE = {
  path: ['influenceId'],
  message: 'a codebook is changed only together with the influence',
};

/** What may be changed of a tag. Null takes a dial away. */
export const TagChange = Dials.refine(isWholeChange, WHOLE);
export type TagChange = z.infer<typeof TagChange>;

/** A tag that is taken to another passage: of this page, as its page reports it. */
export const MovedTag = z.object({ id: Id, page: PageReport, statement: NewStatement });
export type MovedTag = z.input<typeof MovedTag>;

/** The two keys that make a tag. */
const TwoKeys = { stance: Stance.nullable(), influence: ChosenInfluence.nullable() };

/** What the reader has begun on one statement. */
export const UnfinishedDraft = z.object({
  /** The tag whose note it is; null for a tag that is still to be made. */
  tagId: Id.nullable(),
  statementId: Id.nullable(),
  page: PageReport,
  statement: NewStatement,
  direction: Direction,
  strength: Strength.optional(),
  basis: Basis,
  voice: Voice.optional(),
  siteId: Id.optional(),
  newSite: NewSite.optional(),
  /** The note of the tag to be made. */
  note: longText,
  /** What is in the open note field and was not kept; null for nothing. */
  typed: longText.nullable(),
  /** Whether this is the statement that was chosen. */
  open: z.boolean(),
  /** The keys pressed so far, where the draft came back from an earlier paper and is the chosen statement's again. */
  keys: z.object(TwoKeys).optional(),
  /**
   * The page went on to another paper before this was done: the keys pressed so far, the review that was on screen,
   * and the id of the tag that is made of it, so that it is saved once however often it is sent.
   */
  left: z.object({ id: Id.optional(), reviewId: Id.optional(), ...TwoKeys }).optional(),
});
export type UnfinishedDraft = z.input<typeof UnfinishedDraft>;

/** A work as a page names it: by identifiers, or failing them by title. */
export interface NamedWork {
  doi?: string | null;
  pmid?: string | null;
  title?: string | null;
}

export interface KnownWork {
  paperId: string;
  progress: Progress;
  eligibility: Eligibility;
  /** Tags of the review on this paper. */
  tags: number;
}

/** Numbers of records: damaged ones, and whole ones that belong to one that is damaged or set aside. */
export interface Missing {
  damaged: number;
  waiting: number;
}

/** What a surface hands over to save or change a tag; checked before anything is touched. */
import {
  Basis,
  CitedReference,
  CodebookId,
  Direction,
  Id,
  MachineLabel,
  PageReport,
  SectionRef,
  Stance,
  StatementTarget,
  Strength,
  z,
} from '../model';

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

/** What a surface hands over to save one tag. `tagId` is made by the surface: a repeated send is harmless. */
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
  stance: Stance,
  direction: Direction.default('unstated'),
  strength: Strength.optional(),
  basis: Basis.default('own'),
  note: z.string().max(50_000).default(''),
});
export type NewTag = z.input<typeof NewTag>;

export const TagChange = z
  .object({
    codebookId: CodebookId.optional(),
    codebookVersion: z.string().max(60).optional(),
    influenceId: z.string().min(1).max(200).optional(),
    stance: Stance.optional(),
    direction: Direction.optional(),
    strength: Strength.nullable().optional(),
    basis: Basis.optional(),
    note: z.string().max(50_000).optional(),
  })
  .refine((c) => c.codebookId === undefined || c.influenceId !== undefined, {
    path: ['influenceId'],
    message: 'a codebook is changed only together with the influence',
  });
export type TagChange = z.infer<typeof TagChange>;

/** A tag that is taken to another passage: of this page, as its page reports it. */
export const MovedTag = z.object({ id: Id, page: PageReport, statement: NewStatement });
export type MovedTag = z.input<typeof MovedTag>;

/**
 * The shape of a list of tags: what a review printed, or what came out of another tool, as plain rows of names. Rows are
 * checked one by one, so that one that is not whole costs no other.
 */
import { type CountedUnit, Direction, Memo, Stance, Strength, Voice, z } from '../../../model';
import { isObject } from '../json-value';

/** Names are numbers in some files. */
const Name = z
  .union([z.string(), z.number()])
  .transform((name) => String(name).trim())
  .pipe(z.string().min(1).max(200));

/** Fields that hold nothing are left out, or null. */
const or =
  <T>(value: T) =>
  (given: T | null | undefined) =>
    given ?? value;
const optional = <S extends z.ZodType>(schema: S) =>
  schema.nullish().transform((given) => given ?? undefined);

export const CodeRow = z.object({
  id: Name,
  label: optional(Name),
  domain: optional(z.string().max(2_000)),
  definition: z.string().max(50_000).nullish().transform(or('')),
  /** Of the framework from the start ("a priori"), or added. */
  origin: optional(z.string().max(200)),
  parent: optional(Name),
});
export type CodeRow = z.infer<typeof CodeRow>;

/** "mixed", "0 (mixed)", "0 (mix)". */
const MIXED = /^(0 ?\()?mix(ed)?\)?$/;

/** A strength as a number, or as it is printed: "+2", "−1" (with a minus sign), "0 (mixed)"; '' where there is none. */
const StrengthOfList = z
  .union([z.number(), z.string()])
  .transform((given) => {
    const text = String(given)
      .trim()
      .replace(/^[\u2212\u2013]/, '-')
      .toLowerCase();
    if (text === '') return undefined;
    if (MIXED.test(text)) return 'mixed';
    // `+ 0` turns negative zero into zero.
    return Number.isFinite(Number(text)) ? Number(text) + 0 : text;
  })
  .pipe(Strength.optional());

/** In print the star of a rating follows it: "+1*". */
function starApart(row: unknown): unknown {
  if (!isObject(row) || typeof row.strength !== 'string') return row;
  const starred = /^([^*]+)\*$/.exec(row.strength.trim());
  return starred ? { ...row, strength: starred[1], star: true } : row;
}

const TagFields = z.object({
  paper: Name,
  site: optional(Name),
  influence: Name,
  stance: Stance,
  direction: Direction.nullish().transform(or<Direction>('unstated')),
  strength: optional(StrengthOfList),
  /** Its rating has a star in print. */
  star: optional(z.boolean()),
  quote: z.string().trim().min(1).max(20_000),
  coder: Name.nullish().transform(or('')),
  basis: optional(z.enum(['own', 'second-hand'])),
  voice: optional(Voice),
  note: z.string().max(50_000).nullish().transform(or('')),
  round: optional(Name),
  /** What was coded, where several quotes are one passage. */
  observation: optional(Name),
});
export const TagOfList = z.preprocess(starApart, TagFields);
export type TagOfList = z.infer<typeof TagOfList>;

/** Every influence of the codebook. */
export const ALL_INFLUENCES = '*';

export const AssessmentRow = z.object({
  paper: Name,
  influence: Name,
  outcome: z.literal('not-reported'),
  coder: Name.nullish().transform(or('')),
});
export type AssessmentRow = z.infer<typeof AssessmentRow>;

/** What a cell has in place of a rating: influence, case, word. */
export const WordRow = z.tuple([Name, Name, Name.pipe(Memo.shape.word.unwrap())]);
export type WordRow = z.infer<typeof WordRow>;

/** What a list may say that it counts, in the singular. */
const UNITS: ReadonlyMap<string, CountedUnit> = new Map([
  ['paper', 'papers'],
  ['article', 'papers'],
  ['study', 'families'],
  ['study family', 'families'],
  ['statement', 'statements'],
  ['occurrence', 'occurrences'],
  ['meeting', 'meetings'],
  ['site', 'sites'],
  ['case', 'sites'],
]);

/** "Meetings" is the unit `meetings`; undefined for a word that is none. */
export const unitNamed = (word: string): CountedUnit | undefined => {
  const name = word.trim().toLowerCase();
  return [name, name.replace(/s$/, ''), name.replace(/ies$/, 'y')]
    .map((one) => UNITS.get(one))
    .find((unit) => unit !== undefined);
};

const Mark = optional(z.string().max(40));

export const ReviewOfList = z.object({
  title: optional(z.string().trim().min(1).max(300)),
  question: z.string().max(50_000).nullish().transform(or('')),
  /** How many papers, where it has more than are named. */
  papers: optional(z.number().int().min(0).max(20_000)),
  names: optional(z.array(Name).max(20_000)),
  /** What shares are of, and what is counted, in one of the words of `UNITS`. */
  denominator: optional(z.string().max(60)),
  unit: optional(z.string().max(60)),
  sites: optional(z.array(Name).max(5_000)),
  symbols: optional(z.object({ notReported: Mark, none: Mark, mixed: Mark })),
});
export type ReviewOfList = z.infer<typeof ReviewOfList>;

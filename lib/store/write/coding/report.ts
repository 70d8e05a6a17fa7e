/** What an import of earlier coding would do, or has done, as the reader is shown it. */
import type { BrokenReference, GivenField } from '../../../model';
import type { ReferencesReport } from '../list-plan';
import type { CodersReport } from './coders';
import type { CodesReport } from './codes';

/**
 * What becomes of a passage: a new tag; a change of a tag that is here; nothing, because the tag is here as it is in the
 * file; nothing, because an earlier passage of the file is the same tag; nothing, because it is not for a file to decide.
 */
export type PassageFate = 'new' | 'changed' | 'same' | 'repeated' | 'left';

/** Why a passage is left as it is: see `WHY_LEFT` of the report on screen. */
export type WhyLeft =
  /** Several influences of the review have the name of its code: `names`. */
  | 'several'
  /** Its tag is another coder's. */
  | 'others'
  /** Its tag is in another review: `names` has the review's. */
  | 'elsewhere'
  /** Its tag was deleted here since. */
  | 'deleted'
  /** The file has the tag's id in another place, which counts: what it gives here differs. */
  | 'twice'
  /** Its quote is not the quote of the tag whose id it has. */
  | 'quote'
  /** Its tag was changed here after what the file has of it. */
  | 'newer'
  /** It is in the note of a library that does not name the moment as of which it has the tag. */
  | 'library'
  /** No influence of the review has the name of its code, and its tag is here. */
  | 'unnamed'
  /** Its coder has tagged the statement with this influence already, and otherwise. */
  | 'taken';

export interface FieldEdit {
  field: GivenField;
  /** '' for none. */
  before: string;
  after: string;
}

export interface PassageLine {
  line: number;
  fate: PassageFate;
  quote: string;
  /** The code as the file calls it. */
  code: string;
  why?: WhyLeft;
  names?: readonly string[];
  edits?: readonly FieldEdit[];
}

export interface CodingReport extends CodesReport {
  counts: Readonly<Record<PassageFate, number>>;
  /** All that were read, in their order. */
  lines: PassageLine[];
  /** Passages that cannot be stored, each with what is wrong with it. */
  broken: BrokenReference[];
  papers: ReferencesReport;
  coders: CodersReport[];
  /** New tags whose stance the file does not give. */
  unstated: number;
}

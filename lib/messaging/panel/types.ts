/**
 * What a page and the side panel say to each other over a port: the page tells in parts where its
 * statements stand, the panel asks it to show one. Types and one name only: no validator in here.
 */
import type { ChangeFlag, DiffPart, Outcome } from '../../anchor/types';
import type { PageReport, StatementTarget } from '../../model';

/** The port's name; only the extension's own pages may open it. */
export const PANEL_PORT = 'bearing-panel';

/** Where a tagged statement stands on the page. */
export interface PanelPlace {
  statementId: string;
  outcome: Outcome;
  /** Offset in the document; null where there is no place. */
  order: number | null;
  /** For `changed`: the words that stand there now, white space collapsed. */
  text: string | null;
  diff: DiffPart[];
  flags: ChangeFlag[];
}

/** An entry of the page's reference list. */
export interface PanelReference {
  id: string;
  label: string | null;
  text: string;
  doi: string | null;
  pmid: string | null;
  title: string | null;
  year: number | null;
  /** How many sentences of the page cite it. */
  citedBy: number;
}

/** A tagged statement is, in whole or in part, this citation statement, as it was tagged or with other words. */
export interface PanelTagged {
  statementId: string;
  /** The number of the citation statement. */
  sentence: number;
}

/** A citation statement of the page, tagged or not. */
export interface PanelSentence {
  /** Its number among them; with its text, what it is asked for by. */
  index: number;
  text: string;
  section: string | null;
  /** Offset in the document, as a place's. */
  order: number;
}

/**
 * A part of the page's outline, sent whenever it differs from what was sent last. Long lists come in
 * slices: `from` of `total`, all slices of one list under one `turn`.
 */
export type PanelPart =
  | {
      part: 'page';
      report: PageReport;
      tagging: boolean;
      /** The statement that the page has chosen or shown last. */
      chosen: string | null;
      /** The number of the citation statement that the page has chosen, where that has no tag. */
      chosenSentence: number | null;
      /** Why the toolbar cannot be shown in the page, for the reader; null where it can. */
      toolbarHere: string | null;
    }
  | { part: 'places'; turn: number; from: number; total: number; places: PanelPlace[] }
  | {
      part: 'references';
      turn: number;
      from: number;
      total: number;
      references: PanelReference[];
    }
  | { part: 'sentences'; turn: number; from: number; total: number; sentences: PanelSentence[] }
  | { part: 'tagged'; turn: number; from: number; total: number; tagged: PanelTagged[] }
  | { part: 'described'; statementId: string; target: StatementTarget | null };

/** What the panel asks of the page. */
export type PanelAsk =
  /** Scroll there and draw it as the one in focus. */
  | { show: string }
  /** Scroll there in tagging mode, with the passage chosen as a new statement. */
  | { choose: string }
  /** As `choose`, for a citation statement that has no tag. */
  | { sentence: Pick<PanelSentence, 'index' | 'text'> }
  /** How is the passage that stands there now found again? Answered by `described`. */
  | { describe: string }
  /** Start or stop tagging mode. */
  | { tagging: boolean };

/** The longest text of a citation statement that is sent, in UTF-16 units: the list shows less, and the page has it whole. */
export const LONGEST_SENTENCE = 2_000;
/** More citation statements than any article has. */
export const MOST_SENTENCES = 5_000;

/** How many entries go into one slice: small enough that neither side is held up by it. */
export const SLICE = 400;

/** What the session and its parts ask of one another and of the page. */
import type { Doubt } from '../../../lib/messaging';
import type { PageReport } from '../../../lib/model';
import { looseKey } from '../../../lib/text';
import { type Passage, standing } from '../source/page-text';
import type { Fate } from '../write/left';
import type { Held, State } from './state';
import type { ModeEvent } from './transition';

/** The session, as far as its parts need it. */
export interface Stateful {
  readonly state: State;
  dispatch(event: ModeEvent): void;
  /** Reports what went wrong; null where all is well again. */
  tell(problem: string | null): void;
  load(): Promise<void>;
}

/** What is asked of the page; the controller answers. */
export interface PageSide {
  report(): PageReport;
  /** A passage as it is now, and the paper whose words it is. */
  hold(passage: Passage): Held;
  /** What becomes of words that were held, by what the page shows now. */
  fate(held: Held): Fate;
  /** Is this the paper whose tags the page shows? */
  shows(paper: PageReport): boolean;
  /** Why a passage is hardly a statement; null where it may be one. */
  doubt?(passage: Passage): Doubt | null;
  /** Where held words are on the page now; null where they are not. */
  find(held: Held): Range | null;
  /** Turns tagging mode on, if it is off. */
  start(): void;
  /** Tags, the choice or unsaved tags have changed: paint them. */
  paint(): void;
  /** Brings a statement into sight that the reader has opened the page for, as soon as it has been found. */
  show(statementId: string): void;
  /** The extension was reloaded: unsaved tags want another copy of this script. */
  orphaned(): void;
}

/** Words as they are held. Their paper may have been unknown when they were chosen: then it is asked again. */
export function heldNow(page: PageSide, of: { held: Held; range: Range | null }): Held {
  const { held, range } = of;
  const there = held.page ? null : standing(range);
  if (!there) return held;
  const { statement } = held;
  const now = page.hold({ range: there, quote: statement.quote });
  // In the same place there may be other words by now, of another paper.
  if (textOf(now.statement) !== textOf(statement)) return held;
  const { representation, url } = now.statement.target;
  const target = { ...statement.target, representation, url };
  return { page: now.page, contentId: now.contentId, statement: { ...statement, target } };
}

/** The text of the page in which a statement was chosen. */
const textOf = ({ target }: Held['statement']): string => looseKey(target.selectors.quote.exact);

/** What the toolbar reads of the hand that the script holds (`HandOnBar`). */
import type { HandOnBar, StatementOnBar } from '@/lib/messaging';
import type { Tag } from '@/lib/model';
import { type Draft, EMPTY_DRAFT, type Situation } from '@/lib/tagging';
import type { Shown } from './client';

/** The hand that is seen under a carried tag. */
const bare = (hand: HandOnBar) => (hand.kind === 'moving' ? hand.under : hand);

/** The statement that keys and buttons act on; null for none. */
export function statementOf({ hand }: Shown): StatementOnBar | null {
  const seen = bare(hand);
  return seen.kind === 'empty' ? null : seen.statement;
}

/** The tag that the dials turn; null where they turn the one that is put together. */
export const tagAtHand = ({ hand }: Shown): Tag | null =>
  hand.kind === 'editing' || hand.kind === 'saved' ? hand.tag : null;

/** The tag that is edited. */
export const editedIn = ({ hand }: Shown): Tag | null =>
  hand.kind === 'editing' ? hand.tag : null;

/** The tag that is put together. */
export function draftOf({ hand }: Shown): Draft {
  const seen = bare(hand);
  return 'draft' in seen ? seen.draft : EMPTY_DRAFT;
}

/** What was typed into the note and is not kept; null for nothing. */
export const typedIn = ({ hand }: Shown): string | null => ('typed' in hand ? hand.typed : null);

/** What commands depend on. */
export const situationOf = (view: Shown): Situation => ({
  chosen: statementOf(view) !== null,
  sites: (statementOf(view)?.sites.length ?? 0) > 0,
  list: view.listed.length > 0,
  card: view.card?.known?.some((one) => one === null) ?? false,
  asked: view.mode === 'tagging' ? view.left.find(({ state }) => state === 'asked')?.id : undefined,
});

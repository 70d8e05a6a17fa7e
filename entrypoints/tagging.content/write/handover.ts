/** The two ends of a handover in one page: the old copy leaves what it cannot finish, the next one takes it. */

import { forgetReceipt, leave, take } from '../../../lib/messaging/page/handover';
import { sessionStorageOf } from '../../../lib/messaging/page/waiting';
import type { NewTag } from '../../../lib/model';
import type { Session } from '../mode/session';
import type { UnsavedTag } from '../mode/state';
import type { BegunDraft } from './left';

interface Left {
  tags: NewTag[];
  /** Notes half typed, dials turned. */
  drafts: BegunDraft[];
  /** Whether tagging mode was on. */
  tagging: boolean;
}

/** What was left: the ids of its tags, and the id under which its receipt will be. */
export interface HandedOver {
  id: string;
  tagIds: string[];
}

/** Seals what is unsaved, and whether tagging mode is on. Null when there is nothing, or no place to leave it. */
export function handOver(storage: Storage, session: Session): HandedOver | null {
  const tags = session.state.unsaved.map((u) => u.tag);
  const tagging = session.isOn;
  const sent = new Set(tags.map((tag) => tag.tagId));
  // What has been sent is the next copy's to save, not to ask about.
  const drafts = session.unfinished.all().filter(({ left }) => !left?.id || !sent.has(left.id));
  if (!(tags.length || drafts.length || tagging) || !session.handoverKey) return null;
  try {
    const id = leave(storage, session.handoverKey, { tags, drafts, tagging } satisfies Left);
    return { id, tagIds: tags.map((tag) => tag.tagId) };
  } catch {
    // A page without storage, or a full one: the card stays, with the tag in it.
    return null;
  }
}

/** An old copy that is still here has seen its receipt by then. */
const RECEIPT_MS = 5_000;

/** What an older copy left in this page, or null. It is removed as soon as it is taken. */
export function adoptHandover(
  view: Window,
  key: string,
): { unsaved: UnsavedTag[]; drafts: BegunDraft[] } | null {
  const storage = sessionStorageOf(view);
  if (!storage || !key) return null;
  const left = take(storage, key) as Partial<Left> | null;
  if (!left) return null;
  view.setTimeout(() => forgetReceipt(storage), RECEIPT_MS);
  const unsaved = (left.tags ?? []).map(
    (tag): UnsavedTag => ({
      ...{ tag, range: null, state: 'saving', sentence: '', orphaned: false },
    }),
  );
  return { unsaved, drafts: left.drafts ?? [] };
}

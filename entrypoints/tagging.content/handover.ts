/** The two ends of a handover in one page: the old copy leaves its unsaved tags, the next one takes them. */
import { clear, leave, take } from '../../lib/messaging/handover';
import { sessionStorageOf } from '../../lib/messaging/waiting';
import type { NewTag } from '../../lib/store';
import type { Session } from './session';
import type { UnsavedTag } from './view';

/** Seals what is unsaved. False when there is nothing, or no place to leave it. */
export function handOver(storage: Storage, session: Session): boolean {
  const tags = session.view.unsaved.map((u) => u.tag);
  if (!tags.length || !session.handoverKey) return false;
  try {
    leave(storage, session.handoverKey, { tags });
    return true;
  } catch {
    // A page without storage, or a full one: the card stays, with the tag in it.
    return false;
  }
}

/** What an older copy left in this page, or null. It is forgotten here as soon as it is taken. */
export function adoptHandover(doc: Document, key: string): UnsavedTag[] | null {
  const storage = doc.defaultView && sessionStorageOf(doc.defaultView);
  if (!storage || !key) return null;
  const left = take(storage, key) as { tags?: NewTag[] } | null;
  if (!left?.tags?.length) return null;
  clear(storage);
  return left.tags.map((tag) => ({
    tag,
    range: null,
    state: 'saving',
    sentence: '',
    orphaned: false,
  }));
}

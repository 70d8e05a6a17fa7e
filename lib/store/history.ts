/** Writing history: every change of a record leaves one immutable event, in the same transaction. */
import { type HistoryEvent, newId, now } from '../model';
import { db } from './db';

export type NewEvent = Omit<HistoryEvent, 'id' | 'at'> & {
  /** A request's own id, where a late copy of the request must be known again. */
  id?: string;
};

/** Call inside a transaction that includes `history`. Gives the event's id. */
export async function record(event: NewEvent): Promise<string> {
  const id = event.id ?? newId();
  await db.history.add({ ...event, id, at: now() });
  return id;
}

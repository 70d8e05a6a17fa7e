/** What is on disk, read by a page of the extension and past every surface. */
import type { Bearing } from './extension';

export interface StoredTag {
  id: string;
  note: string;
  stance: string;
  influenceId: string;
  statementId: string;
  quote: string;
  doi: string | undefined;
  title: string | undefined;
}

/** The tags in the store, in the order in which they were made, with their statement's words and their paper. */
export async function storedTags(bearing: Bearing): Promise<StoredTag[]> {
  const worker = await bearing.worker();
  return worker.evaluate(async () => {
    const open = indexedDB.open('bearing');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const all = <T>(table: string) =>
      new Promise<T[]>((resolve, reject) => {
        const asked = db.transaction(table).objectStore(table).getAll();
        asked.onsuccess = () => resolve(asked.result as T[]);
        asked.onerror = () => reject(asked.error);
      });
    type Stored = { id: string; createdAt: string; statementId: string } & Record<string, string>;
    const [tags, statements, papers] = await Promise.all([
      all<Stored>('tags'),
      all<{ id: string; quote: string; paperId: string }>('statements'),
      all<{ id: string; doi?: string; title?: string }>('papers'),
    ]);
    db.close();
    return tags
      .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
      .map((tag) => {
        const statement = statements.find(({ id }) => id === tag.statementId);
        const paper = papers.find(({ id }) => id === statement?.paperId);
        return {
          id: tag.id,
          note: tag.note ?? '',
          stance: tag.stance ?? '',
          influenceId: tag.influenceId ?? '',
          statementId: tag.statementId,
          quote: statement?.quote ?? '',
          doi: paper?.doi,
          title: paper?.title,
        };
      });
  });
}

/** The notes that are half typed, as the background keeps them. */
export async function keptNotes(bearing: Bearing): Promise<string[]> {
  const worker = await bearing.worker();
  return worker.evaluate(async () => {
    const open = indexedDB.open('bearing-drafts');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    if (!db.objectStoreNames.contains('kept')) return [];
    const asked = db.transaction('kept').objectStore('kept').getAll();
    const kept = await new Promise<{ drafts: { typed: string | null }[] }[]>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    db.close();
    return kept.flatMap(({ drafts }) => drafts.flatMap(({ typed }) => typed ?? []));
  });
}

/** Takes a snapshot of everything once a day, when something has changed: called after each write of the background. */
import { backupOf, writeBackup } from '@/lib/exchange/backup';
import {
  contents,
  countListed,
  countTags,
  isNewerStore,
  keepSnapshot,
  listSnapshots,
} from '@/lib/store';
import { packed } from './packed';

/** Not quite a day: a reader who begins at nine each morning has one each morning. */
const EVERY_MS = 20 * 3_600_000;
/**
 * Everything is written as one text, some 2 kB a tag with its history, while the background can answer nobody. Of so many it
 * takes some two seconds; a larger store is left to the reader's own backups.
 */
export const MOST_TAGS = 20_000;

/** Fewer tags or papers are made again sooner than a snapshot is found. */
export const FEWEST = 10;

/** Between two looks, so that a save does not open the database of snapshots each time. */
const LOOK_MS = 600_000;

/** Takes them for one background. What it remembers may be lost: it only saves a look. */
export class SnapshotTaker {
  readonly #appName: () => string;
  #isTaking = false;
  #lookedAt = Number.NEGATIVE_INFINITY;

  /** @param appName the name of the program that the file gives as its writer */
  constructor(appName: () => string) {
    this.#appName = appName;
  }

  /** @returns whether one was taken */
  async takeIfDue(now = Date.now()): Promise<boolean> {
    if (this.#isTaking || Math.abs(now - this.#lookedAt) < LOOK_MS) return false;
    this.#isTaking = true;
    try {
      return await this.#take(now);
    } finally {
      this.#isTaking = false;
    }
  }

  async #take(now: number): Promise<boolean> {
    const tags = await countTags();
    if (tags < FEWEST && (await countListed()) < FEWEST) return false;
    this.#lookedAt = now;
    // Not one from a clock that was ahead.
    const last = (await listSnapshots()).find(({ at }) => at <= now);
    if (last && now - last.at < EVERY_MS) return false;
    if (tags > MOST_TAGS || (await isNewerStore())) return false;
    const file = await packed(writeBackup(backupOf(await contents(), this.#appName())));
    await keepSnapshot({ at: now, tags, bytes: file.size, file });
    return true;
  }
}

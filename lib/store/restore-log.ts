/** What a restore does, noted as it goes: numbers for the reader, events for history, records that were rejected. */
import type { EntityKind, QuarantinedRecord, Tag } from '../model';
import { db } from './db';
import { type NewEvent, record } from './history';
import { quarantine } from './quarantine';
import { canonical } from './transaction';

/** What a restore did, in numbers for the reader. */
export interface ImportSummary {
  added: number;
  renewed: number;
  unchanged: number;
  quarantined: QuarantinedRecord[];
  /** Records of the file with a date in the future. */
  ahead: number;
}

/** One restore's notes. */
export class RestoreLog {
  readonly summary: ImportSummary;
  /** What records of the file took the place of. */
  private readonly events: NewEvent[] = [];

  /**
   * @param who the coder in whose name history is written
   * @param rejected records of the file that could not even be read
   */
  constructor(
    private readonly who: string,
    rejected: readonly QuarantinedRecord[],
  ) {
    this.summary = { added: 0, renewed: 0, unchanged: 0, quarantined: [...rejected], ahead: 0 };
  }

  /** A record of the file was written. What it took the place of stays in history. */
  written(entity: EntityKind, before: object | undefined, after: object): void {
    this.summary[before ? 'renewed' : 'added']++;
    if (before) this.replaced(entity, before, after);
  }

  /** A record became another one; `after` is null where it was taken out. */
  replaced(entity: EntityKind, before: object, after: object | null): void {
    const { id, reviewId, paperId } = before as Partial<Tag>;
    this.events.push({
      who: this.who,
      ...(reviewId && { reviewId }),
      entity,
      entityId: id ?? `${reviewId}/${paperId}`,
      action: 'import',
      before,
      after,
    });
  }

  /** The store had a record of the file already, or a later one. */
  unchanged(): void {
    this.summary.unchanged++;
  }

  /** Records of the file have dates in the future. */
  ahead(count: number): void {
    this.summary.ahead += count;
  }

  /** A record that was counted as added was taken out again. */
  addedNoMore(): void {
    this.summary.added--;
  }

  /** A record of the file cannot be joined; `problem` says why, for the reader. */
  rejected(table: string, theirs: object, problem: string): void {
    this.summary.quarantined.push({ table, problems: [problem], record: theirs });
  }

  /** Writes the events into history. Call inside the restore's transaction. */
  async recordEvents(): Promise<void> {
    for (const event of this.events) await record(event);
  }

  /**
   * Puts what was rejected where the reader can see it, each record once. Call inside the restore's transaction.
   * @param theirs the quarantine that came with the file
   */
  async keepRejected(theirs: readonly QuarantinedRecord[]): Promise<void> {
    const nameOf = (q: QuarantinedRecord) => canonical([q.table, q.record]);
    const known = new Set((await db.quarantine.toArray()).map(nameOf));
    for (const one of [...theirs, ...this.summary.quarantined]) {
      if (known.has(nameOf(one))) continue;
      known.add(nameOf(one));
      await quarantine(one.table, one.record, one.problems, one.at);
    }
  }
}

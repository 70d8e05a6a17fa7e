/**
 * Version 1 to 2: coders get ids, history becomes steps, and every record gets a version. Runs inside the
 * database's own upgrade transaction: it is carried out whole or not at all.
 */
import type { Transaction } from 'dexie';
import {
  type Coder,
  coderNamed,
  coderNames,
  type KindName,
  legacyStamps,
  newId,
  now,
  ownNameIn,
  UNNAMED,
  upgradeCodebooks,
  upgradeHistory,
  upgradeRecord,
  versionsThen,
} from '../../model';
import { ROW_CHECKS } from '../sweep/row-checks';

/** The kinds that travel and that the database had then. */
const KINDS_THEN = [
  'coders',
  'codebooks',
  'reviews',
  'papers',
  'reviewPapers',
  'statements',
  'tags',
  'assessments',
] as const satisfies readonly KindName[];

export async function toVersion2(tx: Transaction): Promise<void> {
  const rows = (name: string) => tx.table(name).toArray() as Promise<Record<string, unknown>[]>;
  const history = await rows('history');
  const settings = await tx.table('settings').get('settings');
  const coders = new Coders(ownNameIn(settings));
  for (const name of coderNames([...(await rows('tags')), ...(await rows('assessments'))]))
    coders.idOf(name);

  const versions = versionsThen({ codebooks: await rows('codebooks'), tags: await rows('tags') });
  for (const table of ['settings', 'tags', 'assessments', 'reviews', 'reviewPapers'] as const)
    await tx
      .table(table)
      .toCollection()
      .modify((record, ref) => {
        ref.value = upgradeRecord(table, record, coders.idOf, versions);
      });
  const { steps, rejected } = upgradeHistory(history, coders.idOf, versions);
  await tx.table('coders').bulkAdd(coders.all());
  await tx.table('steps').bulkAdd(steps.map((step) => ({ ...step, touches: [] })));
  await tx.table('quarantine').bulkAdd(
    rejected.map(({ record, problem }) => ({
      id: newId(),
      table: 'history',
      at: now(),
      problems: [problem],
      record,
    })),
  );
  await tx.table('installation').add({
    key: 'here',
    coderId: coders.idOf(coders.own),
    counter: 0,
    forgotten: 0,
  });
  const kept: Partial<Record<KindName, object[]>> = {};
  // A row that is not a record gets no version; the sweep sets it aside.
  for (const table of KINDS_THEN)
    kept[table] = (await rows(table))
      .map((row) => upgradeCodebooks(table, row, versions) as Record<string, unknown>)
      .filter((row) => ROW_CHECKS[table](row).ok);
  await tx.table('stamps').bulkPut(legacyStamps(kept, steps));
}

/** Coders by the name in their tags. The reader's own name and "me" are one: this installation's. */
class Coders {
  private readonly ids = new Map<string, string>();

  constructor(readonly own: string) {
    const id = newId();
    this.ids.set(own, id).set(UNNAMED, id);
  }

  idOf = (name: string): string => {
    let id = this.ids.get(name);
    if (!id) {
      id = newId();
      this.ids.set(name, id);
    }
    return id;
  };

  all(): Coder[] {
    const names = new Map<string, string>();
    for (const [name, id] of this.ids) if (name !== UNNAMED || !names.has(id)) names.set(id, name);
    return [...names].map(([id, name]) => coderNamed(name, id));
  }
}

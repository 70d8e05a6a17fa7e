/**
 * A record whose review, paper or statement is not in the file cannot be shown anywhere: it goes where the reader can see
 * it instead of into the store, where nobody could. Where what it refers to is set aside itself, it comes in and waits. A
 * record that breaks a rule which only the reader can settle goes there too.
 */
import {
  asideNames,
  brokenInvariants,
  KINDS,
  type KindName,
  keyOf,
  referencesOf,
  type StoreContents,
  TRAVELLING,
} from '../../model';
import { cleanBareDoi } from '../../text';
import type { RejectedRecord } from './importer';
import { reject } from './rejected';

/** Takes out of the records what refers to one that is not among them, and what breaks a rule. */
export function rejectDangling(records: StoreContents, rejected: RejectedRecord[]): void {
  const known = new Map<KindName, ReadonlySet<string>>();
  const papers = new Map(records.statements.map((s) => [s.id, s.paperId]));
  const around = { cleanDoi: cleanBareDoi, paperOf: (id: string) => papers.get(id) };
  const aside = new Set(asideNames([...rejected, ...records.quarantine]).names);
  // What is referred to comes first, so that what depends on a rejected record follows it.
  for (const kind of TRAVELLING) {
    const kept = (records[kind] as object[]).filter((record, index) => {
      const problems = referencesOf(kind, record)
        .filter(({ to, key, optional }) => !optional && !known.get(to)?.has(key))
        .filter(({ to, key }) => !aside.has(`${to} ${key}`))
        .map(({ to, key }) => `its ${KINDS[to].noun} ${key} is not in this file`);
      // Of a record that waits for another, nothing that depends on that one can be judged.
      if (!problems.length) problems.push(...brokenInvariants(kind, record as never, around));
      if (problems.length > 0) {
        rejected.push(reject(kind, index, record, problems));
        aside.add(`${kind} ${keyOf(kind, record)}`);
      }
      return problems.length === 0;
    });
    Object.assign(records, { [kind]: kept });
    known.set(kind, new Set(kept.map((record) => keyOf(kind, record))));
  }
}

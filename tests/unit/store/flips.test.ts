/**
 * A backup in which one bit has turned, on a disk or on its way: none of its records is taken with another content, the
 * sound ones are taken, and the reader is told.
 */
import { beforeEach, describe, expect, test } from 'vitest';

import { keyOf, TRAVELLING } from '../../../lib/model';
import * as store from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { canonical } from '../../../lib/store/write/transaction';
import { readRecords } from '../../support/read-records';
import { rounds } from '../../support/rounds';
import { backUp, emptyStore, expectSound, newTag, PAGE_A, PAGE_B, random } from './support';

const FLIPS = rounds(200, 30).length;

/** Every record of the store, by kind and key. */
async function recordsByName(): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const kind of TRAVELLING)
    for (const record of await db.table(kind).toArray())
      all.set(`${kind} ${keyOf(kind, record)}`, canonical(record));
  return all;
}

async function fill(): Promise<string> {
  await store.nameReader('NI');
  for (const on of [PAGE_A, PAGE_B])
    for (const quote of ['Training helped.', 'Pay did not.'])
      await store.saveTag(newTag({ on, quote, note: `a note on “${quote}”` }));
  const { eventId } = await store.deleteTag((await db.tags.toArray())[0]?.id ?? '');
  await store.undo(eventId);
  return backUp('Bearing test');
}

function turned(bytes: Uint8Array, at: number, bit: number): string {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return new TextDecoder().decode(copy);
}

/** Without these lines a file cannot be recognised as a backup, or of which format it is. */
const NAMES_THE_FORMAT = /^(\{|"format"|"version")/;

describe(`${FLIPS} files with one bit turned`, () => {
  let text = '';
  let written = new Map<string, string>();
  beforeEach(async () => {
    await emptyStore();
    text = await fill();
    written = await recordsByName();
  });

  function* files() {
    const bytes = new TextEncoder().encode(text);
    const next = random(2_026);
    for (let n = 0; n < FLIPS; n += 1) {
      const at = Math.floor(next() * bytes.length);
      const line = new TextDecoder().decode(bytes.slice(0, at)).split('\n').length - 1;
      yield { name: `bit ${n % 8} of byte ${at}`, line, file: turned(bytes, at, n % 8) };
    }
  }

  test('into an empty store: what is taken is as it was written, and all that is sound is taken', async () => {
    let whole = 0;
    for (const { name, line, file } of files()) {
      await emptyStore();
      const reading = readRecords(file);
      if (!reading.ok) {
        expect(text.split('\n')[line], `${name} is refused`).toMatch(NAMES_THE_FORMAT);
        continue;
      }
      const { records, rejected } = reading;
      const { quarantined } = await store.restore(records, rejected, { as: 'other' });
      const taken = await recordsByName();
      // The coder of this installation was not in the file.
      taken.delete(`coders ${(await store.reader())?.id}`);
      // A tagged paper is on its list: a place that was damaged is made anew, as any tag makes it.
      const places = new Set(
        records.reviewPapers.map((r) => `reviewPapers ${keyOf('reviewPapers', r)}`),
      );
      for (const key of taken.keys())
        if (key.startsWith('reviewPapers ') && !places.has(key)) taken.delete(key);
      for (const [key, record] of taken) expect(record, `${name}: ${key}`).toBe(written.get(key));
      if (taken.size === written.size) whole += 1;
      else expect(quarantined.length, `${name} is said`).toBeGreaterThan(0);
      // At most two lines have become one, and what refers to them follows.
      const own = rejected.filter(
        ({ problems }) => !problems.some((p) => /not in this file/.test(p)),
      );
      expect(own.length, name).toBeLessThanOrEqual(4);
    }
    expect(whole).toBeGreaterThan(FLIPS / 2);
    await expectSound();
  }, 120_000);

  test('into a full store: nothing in it is changed', async () => {
    const [tag] = await db.tags.toArray();
    await store.changeTag(tag?.id ?? '', { note: 'changed since' });
    const before = await recordsByName();
    let read = 0;
    for (const { name, file } of files()) {
      const reading = readRecords(file);
      if (!reading.ok) continue;
      read += 1;
      await store.restore(reading.records, reading.rejected, { as: 'other' });
      const after = await recordsByName();
      for (const [key, record] of after) expect(record, `${name}: ${key}`).toBe(before.get(key));
      expect(after.size, name).toBe(before.size);
    }
    expect(read).toBeGreaterThan(FLIPS * 0.9);
    await expectSound();
  }, 120_000);
});

/** Files as readers may have them, whole, cut and garbled, through the real readers into the store. */
import { beforeEach, expect, test } from 'vitest';
import { readFile, readPastedIds } from '../../../lib/exchange';
import { Problem } from '../../../lib/model';
import { ensureReview, listReferences, undo } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { fixture } from '../../support/references';
import { rounds } from '../../support/rounds';
import { list } from './references';
import { contents, emptyStore, expectSound, pick, random } from './support';

beforeEach(emptyStore);

const FILES = [
  ['databases.ris', fixture('databases.ris')],
  ['endnote.enw', fixture('endnote.enw')],
  ['items.json', fixture('items.json')],
  ['mixed.bib', fixture('mixed.bib')],
  ['pubmed.nbib', fixture('pubmed.nbib')],
  ['ids', '10.5555/abc, PMID: 12345678\narXiv:2501.10120 https://doi.org/10.5555/xyz(1)'],
] as const;

const SIGNS = [
  '{',
  '}',
  '"',
  '\\',
  '\n',
  '\r',
  '\u0000',
  '\ud800',
  '\ufeff',
  '@',
  '%',
  '-',
  '  - ',
];

/** The text with some of it cut out, put in, doubled or changed over. */
function garbled(text: string, next: () => number): string {
  let now = text;
  for (let i = Math.floor(next() * 6); i > 0; i--) {
    const [a, b] = [Math.floor(next() * now.length), Math.floor(next() * now.length)];
    const [from, to] = a < b ? [a, b] : [b, a];
    const kind = next();
    if (kind < 0.25) now = now.slice(0, from) + now.slice(Math.min(to, from + 40));
    else if (kind < 0.55) now = now.slice(0, from) + pick(next, SIGNS) + now.slice(from);
    else if (kind < 0.75)
      now = now.slice(0, to) + now.slice(from, Math.min(to, from + 300)) + now.slice(to);
    else if (kind < 0.9) now = now.slice(0, Math.max(from, 1));
    else now = now.slice(from);
  }
  return now;
}

const MANY = 5_000;
const AT_ONCE = 50;

const read = (name: string, text: string) =>
  name === 'ids' ? readPastedIds(text) : readFile(text, name);

/** The store is asked once for every some of them: most of the time goes into it. */
const INTO_STORE = 10;

test.each(rounds(MANY / AT_ONCE, 2))(
  'part %i of garbled files: nothing is uncaught, what comes in is sound',
  async (part) => {
    const { id } = await ensureReview();
    for (let seed = part * AT_ONCE; seed < (part + 1) * AT_ONCE; seed++) {
      const next = random(seed);
      const [name, text] = pick(next, FILES);
      const reading = read(name, garbled(text, next));
      if (!reading.ok || reading.kind !== 'references') continue;
      if (seed % INTO_STORE === 0) await list(id, reading.references);
      else await listReferences(id, reading.references);
      if (seed % INTO_STORE === 0)
        expect((await list(id, reading.references)).counts, `${name} ${seed}, again`).toMatchObject(
          { new: 0, known: 0, doubtful: 0 },
        );
    }
    await expectSound();
  },
  120_000,
);

test.each(FILES)(
  '%s comes in, changes nothing when it comes again, and goes without a trace',
  async (name, text) => {
    const { id } = await ensureReview();
    const before = await contents();
    const reading = read(name, text);
    if (!reading.ok || reading.kind !== 'references') throw new Error(JSON.stringify(reading));
    const { eventId, counts } = await list(id, reading.references);
    expect(await db.papers.count()).toBe(counts.new + counts.doubtful);
    expect(counts.new).toBeGreaterThan(0);
    expect(await list(id, reading.references)).toMatchObject({ eventId: null, filled: 0 });
    await undo(eventId ?? '');
    const after = await contents();
    for (const table of ['papers', 'reviewPapers', 'titleKeys', 'reviews'])
      expect(after[table], table).toEqual(before[table]);
  },
);

test('an import that fails on the way leaves the store as it was', async () => {
  const { id } = await ensureReview();
  const reading = readFile(FILES[0][1], 'x.ris');
  if (!reading.ok || reading.kind !== 'references') throw new Error('not read');
  const [first, ...others] = reading.references;
  if (!first) throw new Error('nothing read');
  const broken = [...others, { ...first, facts: { ...first.facts, year: -1 } }];
  const before = await contents();
  await expect(listReferences(id, broken)).rejects.toThrow(Problem);
  expect(await contents()).toEqual(before);
});

/** The reading list as lines: what a search of papers finds. */
import { beforeEach, expect, test } from 'vitest';
import {
  filterPapers,
  NO_PAPER_FILTER,
  paperLines,
} from '../../../entrypoints/workspace/rooms/papers/paper-lines';
import { addPaper, ensureReview, readingList } from '../../../lib/store';
import { emptyStore, facts, page } from '../store/support';

beforeEach(emptyStore);

test.each(['muller', 'MÜLLER', 'Mu\u0308ller strasse', 'straße 10.5555/a', ' '])(
  'a paper is found by “%s”, whatever case and accents are typed',
  async (search) => {
    const { id } = await ensureReview();
    const authors = [{ family: 'Müller', given: 'A.' }];
    const found = page('https://a.example/1', { ...facts('10.5555/a', 'Die Straße'), authors });
    await addPaper(found, id, {});
    const lines = paperLines(await readingList(id));
    expect(filterPapers(lines, { ...NO_PAPER_FILTER, search }).length).toBe(1);
    expect(filterPapers(lines, { ...NO_PAPER_FILTER, search: 'mullert' }).length).toBe(0);
  },
);

/** References of a library come onto a review's list: what each becomes, in one step that is taken back whole. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
  type LibraryReference,
  LONGEST_TEXT,
  newId,
  type PaperFacts,
  type ReferenceFate,
} from '../../../lib/model';
import {
  addPaper,
  correctPaper,
  createReview,
  ensureReview,
  findPaper,
  historyOf,
  isCommitted,
  lastStep,
  listReferences,
  placePaper,
  previewReferences,
  readingList,
  saveTag,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { rounds } from '../../support/rounds';
import { list, reference, someReferences, TITLE } from './references';
import { contents, emptyStore, expectSound, facts, newTag, page, random } from './support';

let reviewId: string;
beforeEach(async () => {
  await emptyStore();
  reviewId = (await ensureReview()).id;
});

const fates = async (...references: LibraryReference[]) =>
  (await list(reviewId, references)).lines.map(({ fate }) => fate);
const paperNow = async () => (await db.papers.toArray())[0];
const places = () => db.reviewPapers.where('reviewId').equals(reviewId).toArray();
const IBRAHIM = [{ family: 'Ibrahim', given: 'N.' }];
const work = (more: Partial<PaperFacts> = {}) =>
  reference({ title: TITLE, year: 2019, authors: IBRAHIM, ...more });

/** All records and versions, without history. */
async function held() {
  const { steps: _, stepParts: __, stamps: ___, installation: ____, ...rest } = await contents();
  return rest;
}

describe('of two records of one file, or of a file and the store, the later one', () => {
  const LONG = 'A citing work whose title is long enough to name it';
  test.each<[string, LibraryReference, LibraryReference, ReferenceFate]>([
    [
      'of the same DOI is the same',
      work({ doi: '10.5555/1a' }),
      reference({ doi: '10.5555/1a' }),
      'repeated',
    ],
    ['of the same PMID is the same', work({ pmid: '7' }), reference({ pmid: '7' }), 'repeated'],
    [
      'of the arXiv id that a DOI holds is the same',
      reference({ doi: '10.48550/arxiv.2501.10120' }),
      reference({ arxiv: '2501.10120' }),
      'repeated',
    ],
    ['of another title is new', work(), work({ title: LONG }), 'new'],
    [
      'of the same title, year and author is the same',
      work({ doi: '10.5555/1a' }),
      work({ pmid: '7' }),
      'repeated',
    ],
    [
      'of the same title in other letters is the same',
      work(),
      work({ title: TITLE.toUpperCase() }),
      'repeated',
    ],
    ['of a year beside it is the same', work(), work({ year: 2020 }), 'repeated'],
    ['of another year is doubtful', work(), work({ year: 2022 }), 'doubtful'],
    [
      'of another first author is doubtful',
      work(),
      work({ authors: [{ family: 'Chreim' }] }),
      'doubtful',
    ],
    [
      'of another DOI is doubtful',
      work({ doi: '10.5555/1a' }),
      work({ doi: '10.5555/1b' }),
      'doubtful',
    ],
    [
      'of the title alone is the same',
      work({ doi: '10.5555/1a' }),
      reference({ title: TITLE }),
      'repeated',
    ],
    [
      'of another kind of id, with no year and author, is doubtful',
      work({ doi: '10.5555/1a' }),
      reference({ title: TITLE, pmid: '7' }),
      'doubtful',
    ],
    [
      'of a short title is new',
      reference({ title: 'Editorial', year: 2019 }),
      reference({ title: 'Editorial' }),
      'new',
    ],
    [
      'of a short title, year and author is the same',
      work({ title: 'Editorial', page: '3' }),
      work({ title: 'Editorial' }),
      'repeated',
    ],
    [
      'of a short title, year and author on another page is doubtful',
      work({ title: 'Editorial', page: '3' }),
      work({ title: 'Editorial', page: '9' }),
      'doubtful',
    ],
    [
      'of a short title, with all else equal, is the same',
      reference({ title: 'Editorial', year: 2019, containerTitle: 'Ward' }),
      reference({ title: 'Editorial.', year: 2019, containerTitle: 'ward' }),
      'repeated',
    ],
  ])('%s', async (_, one, other, fate) => {
    expect(await fates(one, other)).toEqual(['new', fate]);
    const again = fate === 'repeated' ? 'repeated' : 'listed';
    expect(await fates(one, other)).toEqual(['listed', again]);
    // The same, where the first is in the store.
    await emptyStore();
    reviewId = (await ensureReview()).id;
    await fates(one);
    const { id } = await createReview({ name: 'Second' });
    const asKnown = fate === 'repeated' ? 'known' : fate;
    expect((await list(id, [other])).lines).toMatchObject([{ fate: asKnown }]);
    await expectSound();
  });

  test('with what speaks against it being the same', async () => {
    await list(reviewId, [work({ containerTitle: 'Ward', doi: '10.5555/1a' })]);
    const later = { ...work({ year: 2023 }), line: 9 };
    const last = { ...work({ authors: [{ family: 'Chreim' }], year: 2023 }), line: 12 };
    const { lines } = await list(reviewId, [later, last]);
    const like = { year: 2019, containerTitle: 'Ward', doi: '10.5555/1a', authors: IBRAHIM };
    expect(lines).toEqual([
      { line: 9, fate: 'doubtful', name: TITLE, doubt: { why: 'year', like } },
      { line: 12, fate: 'doubtful', name: TITLE, doubt: expect.objectContaining({ why: 'year' }) },
    ]);
    // They are offered as one study where they share an author.
    expect((await readingList(reviewId)).papers).toHaveLength(3);
  });

  test('of several alike is the one of its year', async () => {
    await list(reviewId, [
      work({ year: 2017, doi: '10.5555/1a' }),
      work({ year: 2019, doi: '10.5555/1b' }),
    ]);
    await list(reviewId, [work({ year: 2019, abstract: 'What was done.' })]);
    expect(await db.papers.where('doi').equals('10.5555/1b').first()).toMatchObject({
      abstract: 'What was done.',
    });
  });
});

describe('a paper that is here', () => {
  const PAGE = page('https://a.example/1', {
    ...facts('10.5555/a', TITLE),
    keywords: [],
    containerTitle: 'WARD',
    sources: { doi: 'citation', title: 'citation', authors: 'citation', containerTitle: 'site' },
  });
  const known = reference(
    { doi: '10.5555/a', title: 'As typed long ago', page: '1-9', containerTitle: 'Ward' },
    { notes: ['Read it.'] },
  );

  test('gains what it lacks, and keeps what its pages told', async () => {
    await addPaper(PAGE, reviewId, { progress: 'read' });
    const report = await list(reviewId, [known]);
    expect(report).toMatchObject({ counts: { listed: 1, new: 0 }, filled: 1 });
    expect(await paperNow()).toMatchObject({ title: TITLE, page: '1-9', containerTitle: 'Ward' });
    expect((await paperNow())?.sources).toMatchObject({ title: 'citation', page: 'library' });
    expect(await places()).toMatchObject([{ progress: 'read', note: 'Read it.' }]);
    const before = await contents();
    expect(await list(reviewId, [known])).toMatchObject({ filled: 0, eventId: null });
    expect(await contents()).toEqual(before);
  });

  test('and is not on this list, comes onto it', async () => {
    await addPaper(PAGE, reviewId, { progress: 'read' });
    const { id } = await createReview({ name: 'Second' });
    expect((await list(id, [known])).counts).toMatchObject({ known: 1, listed: 0, new: 0 });
    expect(await db.reviewPapers.get([id, (await paperNow())?.id ?? ''])).toMatchObject({
      ...{ progress: 'to-read', eligibility: 'undecided', note: 'Read it.' },
    });
    expect(await db.papers.count()).toBe(1);
  });

  test('keeps what the reader corrected, and what was denied', async () => {
    await addPaper(PAGE, reviewId, { progress: 'read' });
    await correctPaper(PAGE, { title: 'Mine', year: null });
    await list(reviewId, [reference({ doi: '10.5555/a', title: TITLE, year: 2019, page: '3' })]);
    const paper = await paperNow();
    expect(paper).toMatchObject({ title: 'Mine', page: '3' });
    expect(paper?.year).toBeUndefined();
  });

  test('keeps the facts of the library that came first', async () => {
    await list(reviewId, [reference({ doi: '10.5555/a', title: 'First', volume: '3' })]);
    const report = await list(reviewId, [
      reference({ doi: '10.5555/a', title: 'Second', volume: '4' }),
    ]);
    expect([report.filled, (await paperNow())?.title]).toEqual([0, 'First']);
  });
});

test('a paper that a library names by its title is recognised when its page is opened', async () => {
  await list(reviewId, [work()]);
  const on = page('https://a.example/1', { ...facts('10.5555/a', TITLE), year: 2019 });
  expect(await findPaper(on.paper, on.url)).toMatchObject({ title: TITLE });
  await saveTag(newTag({ on }));
  expect(await db.papers.toArray()).toMatchObject([{ doi: '10.5555/a', urls: [on.url] }]);
  // Its page knows better.
  expect((await paperNow())?.sources).toMatchObject({ title: 'citation', year: 'library' });
});

describe('notes', () => {
  const noted = (...notes: string[]) => reference({ doi: '10.5555/a' }, { notes });
  const note = async () => (await places())[0]?.note;

  test('are kept with the paper’s place, each once', async () => {
    await list(reviewId, [noted('One.', ' ', 'Two.'), noted('Two.', 'Three.')]);
    expect(await note()).toBe('One.\n\nTwo.\n\nThree.');
    await list(reviewId, [noted('Two.'), noted('Four.'), noted('T wo.\n')]);
    expect(await note()).toBe('One.\n\nTwo.\n\nThree.\n\nFour.');
  });

  test('are known as whole paragraphs: what is a part of another one is a note of its own', async () => {
    await list(reviewId, [noted('Not included: no peers.\n\nSecond thoughts.')]);
    await list(reviewId, [noted('Included'), noted('Second'), noted('Second thoughts.')]);
    expect(await note()).toBe('Not included: no peers.\n\nSecond thoughts.\n\nIncluded\n\nSecond');
    await list(reviewId, [
      noted('Second thoughts. Included'),
      noted('Not included: no peers.\n\nSecond thoughts.'),
    ]);
    expect(await note()).toHaveLength(
      'Not included: no peers.\n\nSecond thoughts.\n\nIncluded\n\nSecond'.length,
    );
  });

  test('are none where there are none', async () => {
    await list(reviewId, [noted(), noted(' ')]);
    expect((await places())[0]).not.toHaveProperty('note');
  });

  test('that are longer than a record holds are cut, and how many papers lack some of theirs is reported', async () => {
    const half = 'x '.repeat(LONGEST_TEXT / 4);
    const { cut } = await list(reviewId, [
      noted(`a${half}`, `b${half}`, `c${half}`),
      reference({ doi: '10.5555/b' }, { notes: ['Whole.'] }),
    ]);
    expect(cut).toBe(1);
    expect((await list(reviewId, [noted('One more.')])).cut).toBe(1);
  });

  test('that are longer than a record holds are cut', async () => {
    await list(reviewId, [noted('x'.repeat(LONGEST_TEXT + 1))]);
    expect(await note()).toHaveLength(LONGEST_TEXT);
    expect(await list(reviewId, [noted('x'.repeat(LONGEST_TEXT + 1))])).toMatchObject({
      ...{ filled: 0, eventId: null },
    });
  });

  test('stay when the paper’s progress changes', async () => {
    await list(reviewId, [noted('One.')]);
    await placePaper(reviewId, (await paperNow())?.id ?? '', { progress: 'read' });
    expect(await note()).toBe('One.');
  });
});

test('papers of one file are listed in its order', async () => {
  const dois = Array.from({ length: 40 }, (_, i) => `10.5555/${(i * 7) % 40}`);
  await list(
    reviewId,
    dois.map((doi) => reference({ doi })),
  );
  const { papers } = await readingList(reviewId);
  expect(papers.map(({ doi }) => doi)).toEqual(dois);
});

describe('one step', () => {
  test('with its own name, which history has', async () => {
    const { eventId } = await list(reviewId, [work(), reference({ doi: '10.5555/b' })]);
    expect(await lastStep()).toMatchObject({ id: eventId, command: 'list-papers' });
    const paper = await paperNow();
    const history = await historyOf({ paper: paper?.id ?? '' });
    expect(history.steps).toMatchObject([{ command: 'list-papers' }]);
  });

  test('is refused where a listed paper has been decided on since', async () => {
    const { eventId } = await list(reviewId, [work()]);
    const [listed] = await places();
    await placePaper(reviewId, listed?.paperId ?? '', { eligibility: 'included' });
    await expect(undo(eventId ?? '')).rejects.toThrow(/changed since/);
  });

  test('leaves nothing where the review is gone', async () => {
    const before = await contents();
    await expect(listReferences(newId(), [work()])).rejects.toThrow();
    await expect(previewReferences(newId(), [work()])).rejects.toThrow();
    expect(await contents()).toEqual(before);
  });

  test('leaves nothing where one of many cannot be stored', async () => {
    const before = await contents();
    const wrong = { ...work(), facts: { ...work().facts, year: 1 } };
    await expect(
      listReferences(reviewId, [reference({ doi: '10.5555/1x' }), wrong]),
    ).rejects.toThrow();
    expect(await contents()).toEqual(before);
  });

  test('is found by the id that it was given', async () => {
    const id = newId();
    await listReferences(reviewId, [work()], { id });
    expect(await isCommitted(id)).toBe(true);
  });
});

describe('references that are alike by chance', () => {
  test.each(rounds(60, 6))('round %i: as previewed, undone, done again', async (seed) => {
    const next = random(seed);
    await addPaper(page('https://a.example/1', facts('10.5555/a', TITLE)), reviewId, {
      progress: 'read',
    });
    const { id } = await createReview({ name: 'Second' });
    await addPaper(page('https://b.example/1', facts('10.5555/b')), id, { progress: 'read' });
    await list(reviewId, someReferences(next, 8));
    const before = await held();
    const references = someReferences(next, 12);
    const { eventId, counts } = await list(reviewId, references);
    const [papers, listed] = [await db.papers.count(), (await places()).length];
    expect(papers - (before.papers?.length ?? 0)).toBe(counts.new + counts.doubtful);
    await expectSound();
    const after = await held();
    // Nothing of a file that has come in is new.
    const again = await list(reviewId, references);
    expect(again.counts).toMatchObject({ new: 0, doubtful: 0, known: 0 });
    expect((await places()).length).toBe(listed);
    if (again.eventId) await undo(again.eventId);
    expect(withoutLastChange(await held())).toEqual(withoutLastChange(after));
    if (eventId) await undo(eventId);
    expect(withoutLastChange(await held())).toEqual(withoutLastChange(before));
    await expectSound();
  });
});

/** Taking a change back is a change too. */
const withoutLastChange = (all: Record<string, unknown[]>) =>
  Object.fromEntries(
    Object.entries(all).map(([table, rows]) => [
      table,
      rows.map((row) => ({ ...(row as object), updatedAt: '' })),
    ]),
  );

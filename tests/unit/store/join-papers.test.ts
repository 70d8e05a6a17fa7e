/** Two stored papers that a later page shows to be one work: what becomes of all that hangs on them. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
  addPaper,
  areNamedApart,
  changeEntries,
  createReview,
  ensureReview,
  findPaper,
  joinPapers,
  notOneStudy,
  placePaper,
  putInFamily,
  saveSite,
  saveTag,
  setNotReported,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { familiesIn } from '../../../lib/store/write/families';
import {
  backUp,
  contents,
  emptyStore,
  expectSound,
  facts,
  newTag,
  page,
  restore,
  withoutMoments,
} from './support';

const TITLE = 'What peer workers say about supervision';
const BY_DOI = page('https://publisher.example/1', facts('10.5555/a', TITLE));
const BY_PMID = page('https://pubmed.example/7', {
  ...{ title: TITLE, pmid: '7', year: 2020, authors: [{ family: 'Ibrahim' }] },
  sources: { title: 'citation', pmid: 'citation', year: 'citation', authors: 'citation' },
});
const OTHER = page('https://other.example/1', facts('10.5555/other'));
const PAY = { codebookId: 'psw-core', influenceId: 'psw.pay' };

let reviewId = '';

/** All records, without history and versions. */
const records = async () => {
  const { steps: _, stamps: __, installation: ___, ...all } = await contents();
  return withoutMoments(all);
};

/** One work, met by its DOI and by its PMID, tagged and listed on both. */
async function twice() {
  const kept = (await saveTag(newTag({ on: BY_DOI }))).tag;
  const other = (await saveTag(newTag({ on: BY_PMID, quote: 'Pay did not.' }))).tag;
  return { kept: kept.paperId, other: other.paperId };
}

beforeEach(async () => {
  await emptyStore();
  reviewId = (await ensureReview()).id;
});

describe('a work that was stored twice', () => {
  test('is one paper with both identifiers, both addresses and all tags', async () => {
    const { kept, other } = await twice();
    const { paperId } = await joinPapers(other, kept);
    expect(paperId).toBe(kept);
    const papers = await db.papers.toArray();
    expect(papers).toMatchObject([{ id: kept, doi: '10.5555/a', pmid: '7', year: 2020 }]);
    expect(papers[0]?.urls).toHaveLength(2);
    expect((await db.tags.toArray()).map((tag) => tag.paperId)).toEqual([kept, kept]);
    for (const report of [BY_DOI, BY_PMID])
      expect((await findPaper(report.paper, report.url))?.id).toBe(kept);
    await expectSound();
  });

  test('keeps a quote that was tagged on both as one statement, and the later tag of the two', async () => {
    await saveTag(newTag({ on: BY_DOI }));
    const { kept, other } = await twice();
    const later = await saveTag(newTag({ on: BY_PMID, stance: 'contrasting' }));
    await joinPapers(other, kept);
    const statements = await db.statements.where('paperId').equals(kept).toArray();
    expect(statements.map(({ quote }) => quote).sort()).toEqual([
      ...['Pay did not.', 'Training helped.'],
    ]);
    const same = (await db.tags.toArray()).filter(({ influenceId }) => influenceId === 'training');
    expect(same.map(({ id }) => id)).toContain(later.tag.id);
    expect(same).toHaveLength(2);
    await expectSound();
  });

  test('keeps what is decided of the one, the further reading, and the labels and notes of both', async () => {
    const { kept, other } = await twice();
    await changeEntries(reviewId, [kept], { addLabels: ['mine'], note: 'a', progress: 'reading' });
    await changeEntries(reviewId, [other], {
      ...{ addLabels: ['theirs'], note: 'b', progress: 'read', priority: 'high' },
      ...{ eligibility: 'excluded', exclusionReason: 'no peers' },
    });
    await joinPapers(other, kept);
    expect(await db.reviewPapers.toArray()).toMatchObject([
      {
        ...{ paperId: kept, progress: 'read', eligibility: 'excluded', priority: 'high' },
        ...{ exclusionReason: 'no peers', labels: ['mine', 'theirs'], note: 'a\n\nb' },
      },
    ]);
  });

  test('keeps the notes of two tags that are the same, and answers how many there were', async () => {
    const careful = await saveTag(newTag({ on: BY_PMID, note: 'long careful note one' }));
    const later = await saveTag(newTag({ on: BY_DOI, note: 'short' }));
    const { sameTags } = await joinPapers(careful.paper.id, later.paper.id);
    expect(sameTags).toBe(1);
    expect(await db.tags.toArray()).toMatchObject([
      { id: later.tag.id, note: 'short\n\nlong careful note one' },
    ]);
  });

  test('keeps what only the one of two statements of a quote knows', async () => {
    const bare = await saveTag(newTag({ on: BY_DOI }));
    const full = newTag({ on: BY_PMID });
    const known = {
      ...{ section: { title: 'Results', kind: 'results' as const }, page: '12' },
      cites: [{ label: '3', text: 'Ibrahim 2020', doi: '10.5555/cited' }],
      machineLabels: [{ by: 'scite', label: 'supporting' }],
    };
    const { paper } = await saveTag({ ...full, statement: { ...full.statement, ...known } });
    await joinPapers(paper.id, bare.paper.id);
    expect(await db.statements.toArray()).toMatchObject([{ id: bare.tag.statementId, ...known }]);
  });

  const DECIDED = { eligibility: 'excluded', exclusionReason: 'no peers' } as const;

  test.each([
    ['included', undefined],
    ['excluded', 'no peers'],
  ] as const)(
    'is %s as the reader chose, where it was included and excluded',
    async (eligibility, exclusionReason) => {
      const { kept, other } = await twice();
      await placePaper(reviewId, kept, DECIDED);
      await placePaper(reviewId, other, { eligibility: 'included' });
      await joinPapers(other, kept, { reviewId, eligibility });
      const entry = await db.reviewPapers.get([reviewId, kept]);
      expect(entry).toMatchObject({ eligibility, ...(exclusionReason && { exclusionReason }) });
      expect(entry).not.toHaveProperty(exclusionReason ? 'note' : 'exclusionReason');
    },
  );

  test('is undecided with both decisions in its note, where nobody has chosen between them', async () => {
    const { kept, other } = await twice();
    const second = await createReview({ name: 'Second' });
    for (const id of [kept, other]) await placePaper(second.id, id, {});
    await placePaper(second.id, kept, DECIDED);
    await placePaper(second.id, other, { eligibility: 'included' });
    const { undecided } = await joinPapers(other, kept);
    expect(undecided).toEqual(['Second']);
    const entry = await db.reviewPapers.get([second.id, kept]);
    expect(entry).toMatchObject({
      eligibility: 'undecided',
      note: 'Merged of two entries: excluded (no peers) and included.',
    });
    expect(entry).not.toHaveProperty('exclusionReason');
  });

  test('keeps the only reason of two exclusions', async () => {
    const { kept, other } = await twice();
    await placePaper(reviewId, kept, { eligibility: 'excluded' });
    await placePaper(reviewId, other, DECIDED);
    await joinPapers(other, kept);
    expect(await db.reviewPapers.get([reviewId, kept])).toMatchObject(DECIDED);
  });

  test('keeps a note that is only a part of a paragraph of the other one', async () => {
    const { kept, other } = await twice();
    await changeEntries(reviewId, [kept], { note: 'Reviewers do not agree' });
    await changeEntries(reviewId, [other], { note: 'agree' });
    await joinPapers(other, kept);
    const { note } = (await db.reviewPapers.get([reviewId, kept])) ?? {};
    expect(note).toBe('Reviewers do not agree\n\nagree');
  });

  test('takes the place of the other in other reviews, families, assessments and sites', async () => {
    const { kept, other } = await twice();
    const second = await createReview({ name: 'Second' });
    await placePaper(second.id, other, { eligibility: 'included' });
    const third = (await addPaper(OTHER, second.id, {})).paper.id;
    await putInFamily(second.id, [other, third]);
    await setNotReported(reviewId, other, PAY, true);
    await saveSite({ reviewId, name: 'Ward 3', paperId: other });
    await addPaper(OTHER, reviewId, {});
    await notOneStudy(reviewId, third, other);
    await joinPapers(other, kept);
    expect((await familiesIn(second.id)).members(kept)).toEqual([kept, third].sort());
    expect((await db.reviewPapers.get([second.id, kept]))?.eligibility).toBe('included');
    expect((await db.reviewPapers.get([reviewId, third]))?.notAlike).toEqual([kept]);
    expect((await db.assessments.toArray()).map(({ paperId }) => paperId)).toEqual([kept]);
    expect((await db.sites.toArray()).map(({ paperId }) => paperId)).toEqual([kept]);
    await expectSound();
  });

  test('is two again by one undo', async () => {
    const { kept, other } = await twice();
    const second = await createReview({ name: 'Second' });
    await placePaper(second.id, other, {});
    await setNotReported(reviewId, other, PAY, true);
    const before = await records();
    const { eventId } = await joinPapers(other, kept);
    await undo(eventId);
    expect(await records()).toEqual(before);
    await expectSound();
  });
});

describe('merged with another installation', () => {
  test('tags that it made in the other paper meanwhile are in the one that stays', async () => {
    const { kept, other } = await twice();
    const before = await backUp('test');
    await joinPapers(other, kept);
    const joined = await backUp('test');
    await emptyStore();
    await restore(before);
    const late = await saveTag(newTag({ on: BY_PMID, quote: 'Said later.' }));
    await restore(joined);
    expect((await db.papers.toArray()).map(({ id }) => id)).toEqual([kept]);
    expect((await db.tags.get(late.tag.id))?.paperId).toBe(kept);
    expect(await db.tags.count()).toBe(3);
    await expectSound();
  });

  test('an older copy does not part them', async () => {
    const { kept, other } = await twice();
    const before = await backUp('test');
    await joinPapers(other, kept);
    await restore(before);
    expect((await db.papers.toArray()).map(({ id }) => id)).toEqual([kept]);
    await expectSound();
  });

  test('what was taken apart again stays two', async () => {
    const { kept, other } = await twice();
    const { eventId } = await joinPapers(other, kept);
    const joined = await backUp('test');
    await undo(eventId);
    await restore(joined);
    expect((await db.papers.toArray()).map(({ id }) => id).sort()).toEqual([kept, other].sort());
    await expectSound();
  });
});

test('papers whose identifiers name two works stay two', async () => {
  const { paper } = await addPaper(BY_DOI, reviewId, {});
  const { paper: other } = await addPaper(OTHER, reviewId, {});
  expect(areNamedApart(paper, other)).toBe(true);
  await expect(joinPapers(other.id, paper.id)).rejects.toThrow('name two works');
  expect(await db.papers.count()).toBe(2);
});

test('two PDFs of one work are one paper, though each has a fingerprint', async () => {
  const print = (fingerprint: string) =>
    page(`https://${fingerprint}.example/`, { title: TITLE, fingerprint });
  const { paper } = await addPaper(print('pdf-1'), reviewId, {});
  const { paper: other } = await addPaper(print('pdf-2'), reviewId, {});
  await joinPapers(other.id, paper.id);
  expect(await db.papers.count()).toBe(1);
});

test('a tag whose statement is set aside goes along: nothing else would know its paper', async () => {
  const { tag, statement } = await saveTag(newTag({ on: BY_DOI, quote: 'Set aside.' }));
  const { paper } = await saveTag(newTag({ on: BY_PMID, quote: 'Another.' }));
  // A statement that its schema refuses is as good as gone.
  await db.statements.delete(statement.id);
  const { paperId } = await joinPapers(tag.paperId, paper.id);
  expect((await db.tags.get(tag.id))?.paperId).toBe(paperId);
  expect(await db.papers.count()).toBe(1);
});

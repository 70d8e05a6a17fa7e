/**
 * Whoever listens to the store hears of every write what has changed, no more and no less, once it is on disk: by each
 * command that writes, and by any of them in any order.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeBackup } from '../../../lib/exchange';
import { CHANGED_TABLES, MOST_PAPERS_NAMED, newId, type StoreChange } from '../../../lib/model';
import * as store from '../../../lib/store';
import {
  addPaper,
  createReview,
  deleteTag,
  ensureReview,
  lastStep,
  onCommitted,
  placePaper,
  putInFamily,
  quarantined,
  saveTag,
  sweep,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { ROW_CHECKS } from '../../../lib/store/sweep/row-checks';
import { canonical } from '../../../lib/store/write/transaction';
import { shipped } from '../../support/codebooks';
import { ownCodebook } from '../../support/own-codebook';
import { rounds } from '../../support/rounds';
import { sampleBackup } from '../../support/samples';
import { coding, passage } from './coding';
import { reference, TITLE } from './references';
import {
  backUp,
  emptyStore,
  everyRow,
  facts,
  newTag,
  PAGE_A,
  PAGE_B,
  page,
  restore,
} from './support';
import { WRITES_OF_TABLES } from './table-writes';
import { beginWalking, walk } from './walks/walking';

/** What was told since the last look. */
let told: StoreChange[] = [];
let stop: () => void;
beforeEach(async () => {
  await emptyStore();
  told = [];
  stop = onCommitted((change) => told.push(change));
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

type Rows = Map<string, { row: string; paper: string | undefined }>;

/** All rows of the tables that anybody shows, by table and key, with the paper of each. */
async function rowsNow(): Promise<Map<string, Rows>> {
  const all = new Map<string, Rows>();
  for (const table of CHANGED_TABLES) {
    const rows: Rows = new Map();
    for (const row of await everyRow(db.table(table))) {
      // Of the installation only who its reader is: it counts every step.
      const shown = table === 'installation' ? { coderId: row.coderId } : row;
      // A row that cannot be read names nothing.
      const isSound = table !== 'quarantine' && ROW_CHECKS[table](row).ok;
      const paper = table === 'papers' ? row.id : row.paperId;
      const key = db.table(table).schema.primKey.keyPath as string | string[];
      rows.set(canonical([key].flat().map((field) => row[field])), {
        row: canonical(shown),
        paper: isSound ? (paper as string | undefined) : undefined,
      });
    }
    all.set(table, rows);
  }
  return all;
}

interface Difference {
  tables: string[];
  papers: string[];
}

/** Tables whose rows differ, and the papers that the differing rows name. What is set aside names none. */
function difference(before: Map<string, Rows>, after: Map<string, Rows>): Difference {
  const tables = new Set<string>();
  const papers = new Set<string>();
  for (const table of CHANGED_TABLES) {
    const [was, is] = [before.get(table) as Rows, after.get(table) as Rows];
    for (const key of new Set([...was.keys(), ...is.keys()])) {
      const [a, b] = [was.get(key), is.get(key)];
      if (a?.row === b?.row) continue;
      tables.add(table);
      if (table !== 'quarantine')
        for (const side of [a, b]) if (side?.paper) papers.add(side.paper);
    }
  }
  return { tables: [...tables].sort(), papers: [...papers].sort() };
}

/** The changes that were told, taken together. */
function toldTogether(): Difference {
  return {
    tables: [...new Set(told.flatMap(({ tables }) => tables as string[]))].sort(),
    papers: [...new Set(told.flatMap(({ paperIds }) => paperIds ?? ['any']))].sort(),
  };
}

const OWN = ownCodebook({ version: '2' }, { pay: 'Pay', role: 'Role' });
const SAMPLE = { influences: ['psw.culture', 'psw.pay'], codebookId: 'psw-core' };
const FILE = () => writeBackup(sampleBackup({ ...SAMPLE, papers: 3, tags: 5 }));

interface Scene {
  reviewId: string;
  tagId: string;
  statementId: string;
  paperId: string;
  otherPaper: string;
}

/** A review with two tagged papers, and a second review. */
async function scene(): Promise<Scene> {
  const { tag } = await saveTag(newTag());
  const other = await saveTag(newTag({ on: PAGE_B, quote: 'Pay did not.' }));
  await saveTag(newTag({ quote: 'A second passage.' }));
  await createReview({ name: 'Second' });
  await store.changeSettings({ currentReviewId: tag.reviewId });
  const { id, reviewId, statementId, paperId } = tag;
  return { tagId: id, reviewId, statementId, paperId, otherPaper: other.tag.paperId };
}

const reviewBeside = async (id: string) =>
  (await db.reviews.toArray()).find((one) => one.id !== id)?.id ?? '';

/** A row that cannot be read, in the table and set aside from there. */
async function setAsideTag({ tagId }: Scene): Promise<string> {
  const tag = await db.tags.get(tagId);
  await db.tags.put({ ...tag, stance: 'sideways' } as never);
  await sweep();
  return (await quarantined())[0]?.id ?? '';
}

/** Every exported function that writes records: what has to be there before, and the call. */
const WRITES: Record<string, (at: Scene) => Promise<unknown> | Promise<() => Promise<unknown>>> = {
  saveTag: async () => saveTag(newTag({ quote: 'New.', influenceId: 'psw.stigma' })),
  changeTag: async ({ tagId }) => store.changeTag(tagId, { note: 'n' }),
  changeTags: async ({ reviewId }) =>
    store.changeTags(
      (await db.tags.where({ reviewId }).toArray()).map(({ id }) => id),
      {
        direction: 'barrier',
      },
    ),
  moveTag: async ({ tagId }) => {
    const { page: on, statement } = newTag({ on: PAGE_B, quote: 'Elsewhere.' });
    return store.moveTag({ id: tagId, page: on, statement });
  },
  deleteTag: async ({ tagId }) => deleteTag(tagId),
  deleteTags: async ({ tagId }) => store.deleteTags([tagId]),
  retarget: async ({ statementId }) =>
    store.retarget(statementId, newTag({ url: 'https://mirror.example/1' }).statement.target),
  correctPaper: async () => store.correctPaper(PAGE_A, { year: 1999 }),
  addPaper: async ({ reviewId }) =>
    addPaper(page('https://c.example/1', facts('10.5555/c')), reviewId, { progress: 'to-read' }),
  listReferences: async ({ reviewId }) =>
    store.listReferences(reviewId, [reference({ title: TITLE }), reference({ doi: '10.5555/a' })]),
  importCoding: async ({ reviewId }) =>
    store.importCoding(reviewId, coding([passage({ coder: 'Ada' })])),
  placePaper: async ({ reviewId, paperId }) => placePaper(reviewId, paperId, { progress: 'read' }),
  changeEntries: async ({ reviewId, paperId, otherPaper }) =>
    store.changeEntries(reviewId, [paperId, otherPaper], { priority: 'high', addLabels: ['RCT'] }),
  joinPapers: async ({ paperId }) => {
    const met = page('https://p.example/1', { ...facts('10.5555/p'), doi: undefined, pmid: '7' });
    const { tag } = await saveTag(newTag({ on: met }));
    return () => store.joinPapers(tag.paperId, paperId);
  },
  changeFlow: async ({ reviewId }) => store.changeFlow(reviewId, { numbers: { duplicates: 12 } }),
  countSearch: async ({ reviewId }) =>
    store.countSearch(reviewId, { of: 'databases', name: 'PubMed', records: 40, duplicates: 3 }),
  setNotReported: async ({ reviewId, paperId }) =>
    store.setNotReported(
      reviewId,
      paperId,
      { codebookId: 'psw-core', influenceId: 'psw.pay' },
      true,
    ),
  unlistPaper: async ({ reviewId, paperId }) => store.unlistPaper(reviewId, paperId),
  unlistPapers: async ({ reviewId, paperId, otherPaper }) =>
    store.unlistPapers(reviewId, [paperId, otherPaper]),
  putInFamily: async ({ reviewId, paperId, otherPaper }) =>
    putInFamily(reviewId, [paperId, otherPaper]),
  notOneStudy: async ({ reviewId, paperId, otherPaper }) =>
    store.notOneStudy(reviewId, paperId, otherPaper),
  takeFromFamily: async ({ reviewId, paperId, otherPaper }) => {
    await putInFamily(reviewId, [paperId, otherPaper]);
    return () => store.takeFromFamily(reviewId, paperId);
  },
  createReview: async () => createReview({ name: 'Third' }),
  ensureReview: async () => {
    await emptyStore();
    return () => ensureReview();
  },
  changeReview: async ({ reviewId }) => store.changeReview(reviewId, { question: 'Why?' }),
  deleteReview: async ({ reviewId }) => store.deleteReview(reviewId),
  joinReviews: async ({ reviewId }) => store.joinReviews(reviewId, await reviewBeside(reviewId)),
  putInUse: async ({ reviewId }) =>
    store.putInUse(reviewId, { id: 'cfir-2022', version: '1' }, true),
  moveCodebook: async ({ reviewId }) => {
    await store.putInUse(reviewId, shipped('npt'), true);
    return () => store.moveCodebook(reviewId, 'npt', -1);
  },
  setLink: async ({ reviewId }) =>
    store.setLink(
      reviewId,
      { codebookId: 'psw-core', influenceId: 'psw.pay' },
      { codebookId: 'eric-2015', influenceId: 'any' },
      true,
    ),
  adoptCodebook: async ({ reviewId }) => {
    const first = ownCodebook({ version: '1' }, { pay: 'Wages' });
    for (const one of [first, OWN]) await store.saveCodebook(one);
    await store.putInUse(reviewId, first, true);
    return () => store.adoptCodebook(reviewId, OWN);
  },
  saveCodebook: async () => store.saveCodebook(OWN),
  beginCodebook: async ({ reviewId }) => store.beginCodebook(reviewId, 'Ours'),
  copyCodebook: async ({ reviewId }) =>
    store.copyCodebook(reviewId, shipped('psw-core'), { name: 'Ours' }),
  editCodebook: async ({ reviewId }) => {
    const { book } = await store.beginCodebook(reviewId, 'Ours');
    const edit = { edit: 'add', id: 'rent', fields: { label: 'Rent' } } as const;
    return () => store.editCodebook(reviewId, book, edit);
  },
  closeVersion: async ({ reviewId }) => {
    const { book } = await store.beginCodebook(reviewId, 'Ours');
    return () => store.closeVersion(book, 'frozen');
  },
  recheckTags: async ({ tagId }) => {
    await db.tags.update(tagId, { influenceId: 'psw.training-staff', recheck: 'merged' });
    return () => store.recheckTags([tagId]);
  },
  changeNumberKeys: async ({ reviewId }) => store.changeNumberKeys(reviewId, () => []),
  dealMissingNumberKeys: async ({ reviewId }) => {
    await db.reviews.update(reviewId, { numberKeys: undefined } as never);
    return () => store.dealMissingNumberKeys();
  },
  ...WRITES_OF_TABLES,
  changeSettings: async () => store.changeSettings({ showTagsOnOpen: false }),
  noteBackup: async () => store.noteBackup(7),
  nameReader: async () => store.nameReader('NI'),
  joinCoders: async () => {
    await restore(FILE());
    const [mine, theirs] = await db.coders.toArray();
    return () => store.joinCoders(theirs?.id ?? '', mine?.id ?? '');
  },
  restore: async () => restore(FILE()),
  undo: async () => undo((await lastStep())?.id ?? ''),
  sweep: async ({ tagId }) => {
    const tag = await db.tags.get(tagId);
    await db.tags.put({ ...tag, stance: 'sideways' } as never);
    return () => sweep();
  },
  tryAgain: async (at) => {
    const id = await setAsideTag(at);
    // As after an update that reads it.
    await db.quarantine
      .where('id')
      .equals(id)
      .modify((row) => {
        (row.record as { stance: string }).stance = 'contrasting';
      });
    return () => store.tryAgain();
  },
  repair: async (at) => {
    const id = await setAsideTag(at);
    const row = await db.quarantine.get(id);
    return () => store.repair(id, { ...(row?.record as object), stance: 'contrasting' });
  },
  dismiss: async (at) => {
    const id = await setAsideTag(at);
    return () => store.dismiss([id]);
  },
};

/** Writes what nobody shows: nobody is told. */
const UNSHOWN: typeof WRITES = {
  forgetHistory: async () => store.forgetHistory((await lastStep())?.id ?? ''),
  keepDrafts: async () => {
    const at = { address: PAGE_A.url, document: 'd', tabId: 1 };
    await store.keepDrafts(at, []);
    await store.takeDrafts(at);
  },
  // Of quotes that are not stored there is nothing to note.
  noteSightings: () => store.noteSightings(PAGE_A.url, [{ statementId: 's', outcome: 'lost' }]),
  keepSnapshot: async () => store.keepSnapshot({ at: 0, tags: 0, bytes: 0, file: new Blob([]) }),
  chooseFolder: async () => store.chooseFolder(null),
};

/** Exported functions that write nothing of their own. */
const READS = [
  'listedReference',
  ...[
    'ChangedSince',
    'InvalidRecord',
    'NotFound',
    'alikeInSlices',
    'areNamedApart',
    'areOpposed',
    'citedInReview',
    'duplicatesIn',
    'labelsIn',
    'paperLabels',
    'readNext',
    'timesCited',
    'timesCitedAs',
    'worksCited',
    'allCodebooks',
    'allCoders',
  ],
  ...[
    'backupState',
    'chosenFolder',
    'countListed',
    'changedSince',
    'countTags',
    'momentNow',
    'paperNumber',
    'isBackupDue',
    'laterFrom',
    'listSnapshots',
  ],
  ...[
    'snapshotFile',
    'beginOpening',
    'checkOwnStep',
    'codebooksFor',
    'contents',
    'countAside',
    'countMissing',
  ],
  ...['countOnPage', 'countWaiting', 'currentReview', 'datedLater', 'exclusionReasons'],
  ...[
    'filterRecords',
    'findPaper',
    'hasIds',
    'hasTags',
    'historyBefore',
    'historyOf',
    'identityOf',
  ],
  ...['isCommitted', 'isLargeStep', 'isNewerStore', 'isTakenBack', 'knownFacts', 'knownWorks'],
  ...[
    'lastInfluence',
    'lastTagged',
    'lastStep',
    'lastUndone',
    'listAside',
    'listDamaged',
    'listReviews',
    'listedReference',
    'mapInput',
    'quotedOnPage',
    'countByStance',
  ],
  ...['numberKeysOf', 'onCommitted', 'once', 'ownOf', 'paperIdOfTag', 'paperIdsOfStep'],
  ...['changedQuotes', 'paperIdsOfStatements'],
  ...['paperOfReport', 'paperState', 'paperTags', 'papersOnPage', 'people', 'previewRestore'],
  'previewCoding',
  'previewReferences',
  ...[
    'quarantined',
    'quotedReport',
    'reportOf',
    'reader',
    'recheckQueue',
    'reviewData',
    'reviewsLike',
    'sameIdentity',
  ],
  ...['setAsideBy', 'setAsideOfPage', 'settings', 'statementsOnPage', 'tagsOfPaper', 'takeDrafts'],
  ...[
    'sitesForTags',
    'sitesOfPaper',
    'tablesInput',
    'taggedInfluences',
    'taggedWith',
    'newestStatements',
    'readingList',
    'paperData',
    'tellAgain',
    'total',
    'whatCanBeUndone',
    'whyNotBack',
    'withLeftOut',
    'tagsByCodebook',
    'wouldJoin',
    'wrongNow',
  ],
];

test('every exported function is known to write, or to read only', () => {
  const exported = Object.entries(store).flatMap(([name, value]) =>
    typeof value === 'function' ? name : [],
  );
  const known = [...Object.keys(WRITES), ...Object.keys(UNSHOWN), ...READS];
  expect(exported.filter((name) => !known.includes(name))).toEqual([]);
  expect(known.filter((name) => !exported.includes(name))).toEqual([]);
});

/** Carries a write out on the scene. @returns what differs after it */
async function carryOut(write: (typeof WRITES)[string]): Promise<Difference> {
  const at = await scene();
  let before = await rowsNow();
  told = [];
  const prepared = await write(at);
  if (typeof prepared === 'function') {
    before = await rowsNow();
    told = [];
    await prepared();
  }
  return difference(before, await rowsNow());
}

test.each(Object.entries(WRITES))('%s tells what has changed', async (_, write) => {
  const expected = await carryOut(write);
  expect(expected.tables).not.toEqual([]);
  expect(toldTogether()).toEqual(expected);
  expect(told).toHaveLength(1);
});

test.each(Object.entries(UNSHOWN))('%s tells nothing', async (_, write) => {
  expect(await carryOut(write)).toEqual({ tables: [], papers: [] });
  expect(told).toEqual([]);
});

describe('whatever a reader does, in whatever order', () => {
  test.each(rounds(8, 2))('sequence %i', async (seed) => {
    await beginWalking();
    let before = await rowsNow();
    let writes = 0;
    let steps = 0;
    await walk({ seed, length: 40, forgets: seed % 5 === 0 }, async () => {
      const after = await rowsNow();
      const expected = difference(before, after);
      const last = await db.steps.orderBy('counter').last();
      // A request that was repeated is told of again, without a step.
      const isRepeated = last?.counter === steps && told.length === 1;
      steps = last?.counter ?? 0;
      // The walk has put a statement there that no tag is on, and the sweep took it away.
      const isSwept = last?.command === 'set-aside';
      if (expected.tables.length || !(isRepeated || isSwept))
        expect(toldTogether()).toEqual(expected);
      writes += told.length;
      before = after;
      told = [];
    });
    expect(writes).toBeGreaterThan(10);
  });
});

describe('nobody is told', () => {
  test('of a write that changes nothing', async () => {
    const { reviewId, paperId } = await scene();
    await placePaper(reviewId, paperId, { progress: 'read' });
    told = [];
    await placePaper(reviewId, paperId, { progress: 'read' });
    await store.changeSettings({});
    await sweep();
    await store.tryAgain();
    expect(told).toEqual([]);
  });

  test('of a write that fails', async () => {
    const { reviewId } = await scene();
    told = [];
    await expect(placePaper(reviewId, newId(), { progress: 'read' })).rejects.toThrow();
    await expect(deleteTag(newId())).rejects.toThrow();
    expect(told).toEqual([]);
  });

  test('before it is on disk', async () => {
    let isThere: Promise<boolean> | undefined;
    const ends = onCommitted(() => {
      isThere ??= db.tags.count().then((count) => count === 1);
    });
    await saveTag(newTag());
    ends();
    expect(await isThere).toBe(true);
  });

  test('once it does not listen any more', async () => {
    stop();
    await saveTag(newTag());
    expect(told).toEqual([]);
  });
});

test('a row that is in the way of a save is set aside, and the save tells of that too', async () => {
  const { paperId } = await scene();
  await db.papers.update(paperId, { authors: 'me' } as never);
  const before = await rowsNow();
  told = [];
  await saveTag(newTag({ quote: 'Once more.' }));
  const { tables } = difference(before, await rowsNow());
  expect(tables).toContain('quarantine');
  expect(toldTogether().tables).toEqual(tables);
});

test.each([
  [MOST_PAPERS_NAMED, true],
  [MOST_PAPERS_NAMED + 1, false],
])('an import of %i papers is one change, with their names: %s', async (papers, isNamed) => {
  await ensureReview();
  told = [];
  await restore(writeBackup(sampleBackup({ ...SAMPLE, papers, tags: 1 })));
  expect(told).toHaveLength(1);
  expect(told[0]?.paperIds?.length).toBe(isNamed ? papers : undefined);
  expect(told[0]?.tables).toEqual(expect.arrayContaining(['papers', 'tags']));
});

describe('who asked', () => {
  test('is handed on with the change, by each command that a page can ask for', async () => {
    const { tagId, reviewId } = await scene();
    const origin = { tabId: 7 };
    const origins: unknown[] = [];
    const ends = onCommitted((_, from) => origins.push(from));
    const { tag } = await saveTag(newTag({ quote: 'Asked for.' }), { origin });
    await store.changeTag(tagId, { note: 'n' }, { origin });
    const { page: on, statement } = newTag({ on: PAGE_B, quote: 'Elsewhere.' });
    await store.moveTag({ id: tagId, page: on, statement }, { origin });
    const { eventId } = await deleteTag(tag.id, { origin });
    await undo(eventId, { origin });
    const listed = page('https://c.example/1', facts('10.5555/c'));
    await addPaper(listed, reviewId, { progress: 'to-read' }, { origin });
    await store.changeTag(tagId, { note: 'not asked for' });
    ends();
    expect(origins).toEqual([...Array.from({ length: 6 }, () => origin), undefined]);
  });

  test('a repeated request tells once more what the first one told', async () => {
    await scene();
    const wanted = newTag({ quote: 'Sent twice.' });
    told = [];
    await saveTag(wanted);
    const first = told;
    told = [];
    const before = await rowsNow();
    await saveTag(wanted);
    expect(difference(before, await rowsNow()).tables).toEqual([]);
    expect(told).toEqual(first);
    expect(first).toHaveLength(1);
  });

  test('what a step set aside, and that its reader goes on as another, is told again too', async () => {
    await scene();
    const mine = await backUp('x');
    await emptyStore();
    told = [];
    const { eventId } = await restore(mine, { as: 'mine' });
    const [first] = told;
    expect(first?.tables).toContain('installation');
    told = [];
    await store.tellAgain(eventId ?? '');
    expect(told).toEqual([first]);

    const { quarantined } = await restore(
      JSON.stringify({ ...sampleBackup({ ...SAMPLE, papers: 1, tags: 1 }), coders: [{ id: 7 }] }),
    );
    expect(quarantined).toHaveLength(1);
    const [row] = await db.quarantine.toArray();
    told = [];
    const dismissed = await store.dismiss([row?.id ?? '']);
    expect(told[0]?.tables).toContain('quarantine');
    const [second] = told;
    told = [];
    await store.tellAgain(dismissed.eventId);
    expect(told).toEqual([second]);
  });

  test('a step can be told of again', async () => {
    await scene();
    told = [];
    const { eventId } = await deleteTag((await db.tags.toArray())[0]?.id ?? '');
    const first = told;
    told = [];
    await store.tellAgain(eventId);
    await store.tellAgain(newId());
    expect(told).toEqual(first);
  });
});

/**
 * One bad record takes down one record. Rows that are not valid records are put into the database by hand, as a
 * damaged disk or another program may leave them: every surface shows the others, says how many it leaves out and
 * links to them; backups and exports are written; Settings sets the bad rows aside and reports it.
 */
import type { Page } from '@playwright/test';
import type { Backup } from '../../lib/exchange/backup-format';
import { painted, startFromPopup, tagging } from '../../scripts/ui.mjs';
import { expectAccessible } from '../support/axe';
import { type Bearing, expect, test } from '../support/extension';
import { importRows } from '../support/import-report';
import { onlyTagged, restoreInto } from '../support/panel-paper';
import { paperRecords } from '../support/panel-records';
import { SAMPLE_CODER, SAMPLE_REVIEW, sampleId } from '../support/samples';

const DEMO = '/articles/peer-support-demo';
const DOI = '10.5555/bearing-demo.1';
const TITLE = 'The open article';

/** Valid throughout. */
const SOUND =
  'A recovery-oriented culture was the clearest difference between the services that kept their peer workers and those that lost them.';
/** Of the same paper; spoilt with its tag in some cases. */
const SPOILT =
  'Role definition and pay were mentioned together in seven services, without any claim that one caused the other.';
const ELSEWHERE = 'Pay was low in the other article.';

const AT = '2026-11-20T09:00:00.000Z';
const [PAPER, STATEMENT, TAG] = [2, 3, 4];
const OTHER_REVIEW = sampleId(1, 2);
const OTHER_PAPER = sampleId(PAPER, 2);

function backupOf(url: string): Backup {
  const backup = paperRecords({ url, doi: DOI, title: TITLE }, [
    { quote: SOUND, tags: [{ stance: 'supporting', influenceId: 'psw.culture' }] },
    { quote: SPOILT, tags: [{ stance: 'mentioning', influenceId: 'psw.pay' }] },
    { quote: ELSEWHERE, tags: [{ stance: 'contrasting', influenceId: 'psw.pay' }] },
  ]);
  const [paper, listed, review] = [backup.papers[0], backup.reviewPapers[0], backup.reviews[0]];
  const [statement, tag] = [backup.statements[2], backup.tags[2]];
  if (!paper || !listed || !review || !statement || !tag) throw new Error('the sample is empty');
  const other = { doi: '10.5555/other', title: 'The other article', urls: ['https://o.example/'] };
  backup.papers.push({ ...paper, id: OTHER_PAPER, ...other });
  backup.reviewPapers.push({ ...listed, paperId: OTHER_PAPER });
  statement.paperId = OTHER_PAPER;
  tag.paperId = OTHER_PAPER;
  backup.reviews.push({ ...review, id: OTHER_REVIEW, name: 'Another review' });
  review.codebooks.push({ id: 'own', version: '1' });
  backup.codebooks.push({
    ...{ id: 'own', name: 'My own', version: '1', kind: 'own', builtIn: false, compiled: false },
    ...{ complete: true, source: { citation: 'me' } },
    influences: [{ id: 'one', label: 'One', definition: '', aliases: [], cues: [], crosswalk: [] }],
  });
  backup.assessments.push({
    ...{ id: sampleId(5, 1), reviewId: SAMPLE_REVIEW, paperId: OTHER_PAPER, coderId: SAMPLE_CODER },
    ...{ codebookId: 'psw-core', influenceId: 'psw.role-definition', outcome: 'not-reported' },
    createdAt: AT,
  });
  backup.steps.push({
    ...{ id: sampleId(6, 1), at: AT, coderId: SAMPLE_CODER, counter: 1, command: 'change-tag' },
    changes: [{ table: 'tags', before: tag, after: tag }],
  });
  return backup;
}

type Row = Record<string, unknown>;
interface Bad {
  table: string;
  /** Fields that name the row; any row where there are none. */
  row: Row;
  /** Its new values; a field that is undefined is taken away. */
  change: Row;
}

const otherPaper = { id: OTHER_PAPER };
const statement = { id: sampleId(STATEMENT, 2) };
const tag = { id: sampleId(TAG, 2) };

const EVERY_ROOM = ['map', 'statements', 'papers', 'codebooks', 'exchange'] as const;
type Room = (typeof EVERY_ROOM)[number];
/** Rooms that read papers. */
const LISTS: Room[] = ['statements', 'papers'];
/** The room that reads statements and tags: the others count by tally sheets. */
const QUOTES: Room[] = ['statements'];
/** Rooms that read the reading list and the assessments. */
const COUNTS: Room[] = ['map', 'statements', 'papers', 'exchange'];
/** Rooms that name influences and coders. */
const NAMES: Room[] = ['map', 'statements', 'exchange'];

/** `said`: the rooms that must report it. */
const BAD: [name: string, bad: Bad, said: readonly Room[]][] = [
  [
    'a paper without addresses',
    { table: 'papers', row: otherPaper, change: { urls: undefined } },
    LISTS,
  ],
  [
    'a paper whose authors are null',
    { table: 'papers', row: otherPaper, change: { authors: null } },
    LISTS,
  ],
  [
    'a paper with a date that is not one',
    { table: 'papers', row: otherPaper, change: { createdAt: 'yesterday' } },
    LISTS,
  ],
  [
    'a statement without targets',
    { table: 'statements', row: statement, change: { targets: [] } },
    QUOTES,
  ],
  [
    'a statement whose quote is a list',
    { table: 'statements', row: statement, change: { quote: ['a'] } },
    QUOTES,
  ],
  ['a tag without a stance', { table: 'tags', row: tag, change: { stance: undefined } }, QUOTES],
  ['a tag whose note is null', { table: 'tags', row: tag, change: { note: null } }, QUOTES],
  [
    'a tag whose influence is a number',
    { table: 'tags', row: tag, change: { influenceId: 7 } },
    QUOTES,
  ],
  [
    'a tag of no statement',
    { table: 'tags', row: tag, change: { statementId: sampleId(STATEMENT, 99) } },
    QUOTES,
  ],
  [
    'a list entry without a status',
    { table: 'reviewPapers', row: { paperId: OTHER_PAPER }, change: { progress: undefined } },
    COUNTS,
  ],
  [
    'a codebook without influences',
    { table: 'codebooks', row: { id: 'own' }, change: { influences: undefined } },
    [...NAMES, 'codebooks'],
  ],
  [
    'a codebook whose source is null',
    { table: 'codebooks', row: { id: 'own' }, change: { source: null } },
    [...NAMES, 'codebooks'],
  ],
  [
    'an assessment with an unknown outcome',
    { table: 'assessments', row: {}, change: { outcome: 'x' } },
    COUNTS,
  ],
  [
    'a review without a name',
    { table: 'reviews', row: { id: OTHER_REVIEW }, change: { name: undefined } },
    EVERY_ROOM,
  ],
  [
    'settings with a switch of numbers',
    { table: 'settings', row: {}, change: { showTagsOnOpen: 42 } },
    ['map', 'exchange'],
  ],
  [
    'a coder whose name is a number',
    { table: 'coders', row: { id: SAMPLE_CODER }, change: { name: 42 } },
    NAMES,
  ],
  [
    'a step without a command',
    { table: 'steps', row: { id: sampleId(6, 1) }, change: { command: undefined } },
    [],
  ],
  [
    'a version without a counter',
    { table: 'stamps', row: { table: 'tags', key: tag.id }, change: { counter: undefined } },
    [],
  ],
  [
    'an installation that has counted to no number',
    { table: 'installation', row: {}, change: { counter: 'many' } },
    [],
  ],
  // Counted again from the tags, so that nothing is missing.
  [
    'a tally sheet with `tags: null`',
    { table: 'tallySheets', row: {}, change: { tags: null } },
    [],
  ],
  [
    'a statement sheet with `made: null`',
    { table: 'statementSheets', row: {}, change: { made: null } },
    [],
  ],
];

/** Counted from other tables: what is damaged there is made again. */
const COUNTED: ReadonlySet<string> = new Set(['tallySheets', 'statementSheets']);

/** Changes a row past the product's own code; gives the row as it was. */
function spoil(own: Page, bad: Bad): Promise<Row> {
  return own.evaluate(async ({ table, row, change }) => {
    const open = indexedDB.open('bearing');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const done = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const store = db.transaction(table, 'readwrite').objectStore(table);
    const rows: Row[] = await done(store.getAll());
    const before = rows.find((one) => Object.entries(row).every(([k, v]) => one[k] === v));
    if (!before) throw new Error(`no such row in ${table}`);
    const after = { ...before, ...change };
    for (const [k, v] of Object.entries(change)) if (v === undefined) delete after[k];
    await done(store.put(after));
    db.close();
    return before;
  }, bad);
}

/** Puts a row back as it was. */
const mend = (own: Page, { table }: Bad, before: Row) =>
  spoil(own, { table, row: rowName(table, before), change: before });

const rowName = (table: string, row: Row): Row =>
  table === 'stamps'
    ? { table: row.table, key: row.key }
    : COUNTED.has(table) || table === 'reviewPapers'
      ? {
          reviewId: row.reviewId,
          paperId: row.paperId,
        }
      : row.id
        ? { id: row.id }
        : {};

const note = (page: Page) => page.getByText(/ (is|are) left out here/);

/** Something of each room that belongs to valid records only. */
const READY: Record<Room | 'settings', (page: Page) => ReturnType<Page['locator']>> = {
  map: (page) =>
    page
      .getByRole('row')
      .filter({ hasText: /culture/i })
      .first(),
  statements: (page) => page.getByText(SOUND),
  papers: (page) => page.getByRole('link', { name: TITLE }),
  codebooks: (page) => page.getByRole('heading', { name: 'Number keys' }),
  exchange: (page) => page.getByRole('button', { name: 'Back up everything' }),
  settings: (page) => page.getByRole('heading', { name: 'Records' }),
};

async function enter(page: Page, room: Room | 'settings'): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#/${to}`;
  }, room);
  await expect(READY[room](page)).toBeVisible();
  await expect(page.getByText('cannot be shown')).toHaveCount(0);
}

async function prepare(bearing: Bearing, siteUrl: string, as: 'mine' | 'other' = 'mine') {
  const url = siteUrl + DEMO;
  const own = await bearing.openOwn('workspace.html#/settings');
  await restoreInto(own, backupOf(url), as);
  return { url, own };
}

/** Two browsers share the rows, so that neither takes long. */
const PAPERS_AND_TAGS = ['papers', 'statements', 'tags'];
const isOfPaper = ([, { table }]: (typeof BAD)[number]) => PAPERS_AND_TAGS.includes(table);
const PARTS: [of: string, rows: typeof BAD][] = [
  ['papers, statements and tags', BAD.filter(isOfPaper)],
  ['everything else', BAD.filter((one) => !isOfPaper(one))],
];

for (const [of, rows] of PARTS)
  test(`every room shows the other records, says what it leaves out, and Settings lists it: ${of}`, async ({
    bearing,
    site,
  }) => {
    const { own } = await prepare(bearing, site.url);
    const page = await bearing.openOwn('workspace.html#/settings');
    const popup = await bearing.openOwn('popup.html');
    for (const [name, bad, said] of rows)
      await test.step(name, async () => {
        const before = await spoil(own, bad);
        await page.reload();
        for (const room of EVERY_ROOM) {
          await enter(page, room);
          if (said.includes(room)) await expect(note(page)).toBeVisible();
        }
        await popup.reload();
        await expect(popup.getByRole('link', { name: /culture/i })).toBeVisible();
        if (said.includes('map')) await expect(note(popup)).toBeVisible();
        await enter(page, 'settings');
        const listed = page.getByRole('heading', { name: /^Damaged:/ });
        if (COUNTED.has(bad.table))
          await expect(page.getByText('No record is damaged.')).toBeVisible();
        else await expect(listed).toBeVisible();
        await mend(own, bad, before);
      });
    await page.reload();
    await expect(page.getByText('No record is damaged.')).toBeVisible();
    for (const room of EVERY_ROOM) {
      await enter(page, room);
      await expect(note(page)).toHaveCount(0);
    }
  });

test('the page and the side panel show the other tags', async ({ bearing, site }) => {
  const { own, url } = await prepare(bearing, site.url);
  const page = await bearing.open(url);
  await startFromPopup(await bearing.popup(page), page);
  const popup = await bearing.popup(page);
  await popup
    .getByRole('button', { name: 'Side panel' })
    .click()
    .catch((error) => {
      if (!popup.isClosed()) throw error;
    });
  const panel = await bearing.surface('sidepanel.html');
  await onlyTagged(panel);
  await expect(panel.locator('[data-quote]')).toHaveCount(2);
  for (const [name, bad] of BAD)
    await test.step(name, async () => {
      const before = await spoil(own, bad);
      const ofPage = bad.table === 'statements' || bad.table === 'tags';
      await page.reload();
      await expect.poll(async () => (await painted(page)).supporting).toEqual([SOUND]);
      await panel.reload();
      await onlyTagged(panel);
      await expect(panel.locator('[data-quote]').filter({ hasText: SOUND })).toBeVisible();
      await expect(panel.locator('[data-quote]')).toHaveCount(ofPage ? 1 : 2);
      if (ofPage) await expect(note(panel)).toBeVisible();
      await mend(own, bad, before);
    });
});

test('tagging mode and the popup say it, and go on', async ({ bearing, site }) => {
  const { own, url } = await prepare(bearing, site.url);
  await spoil(own, { table: 'tags', row: tag, change: { note: null } });
  const page = await bearing.open(url);
  await startFromPopup(await bearing.popup(page), page);
  await expect(tagging.problem(page)).toContainText('1 damaged record is left out here');
  await page.keyboard.press('j');
  await page.keyboard.press('1');
  await page.keyboard.press('s');
  await expect(tagging.saved(page)).toBeVisible();
  const popup = await bearing.popup(page);
  await expect(note(popup)).toBeVisible();
  await expect(popup.getByRole('link', { name: 'Show it in Settings' })).toHaveAttribute(
    'href',
    /workspace\.html#\/settings/,
  );
});

test('all at once: backup and exports are written, and Settings sets the rows aside and says so', async ({
  bearing,
  site,
}) => {
  const { own } = await prepare(bearing, site.url);
  // The first of each table.
  const all = new Map([...BAD].reverse().map(([, bad]) => [bad.table, bad]));
  for (const bad of all.values()) await spoil(own, bad);
  const page = await bearing.openOwn('workspace.html#/map');
  for (const room of EVERY_ROOM) await enter(page, room);

  const press = (name: string) => page.getByRole('button', { name }).click();
  const backup = await bearing.download(() => press('Back up everything'));
  const file = JSON.parse(backup.text) as Backup;
  const tables = [...all.keys()].filter((table) => !COUNTED.has(table));
  expect(new Set(file.quarantine.map(({ table }) => table))).toEqual(new Set(tables));
  const exported = await bearing.download(() =>
    page.getByRole('button', { name: /^Export: Evidence table/ }).click(),
  );
  expect(exported.text).toContain(SOUND);
  await expect(page.getByText(/File written; \d+ damaged records .*are not in it/)).toBeVisible();

  await note(page).getByRole('link').click();
  await expect(READY.settings(page)).toBeInViewport();
  await expect(page.getByRole('heading', { name: /^Damaged:/ })).toBeVisible();
  await expectAccessible(page);
  await press('Set damaged records aside');
  await expect(page.getByText(/^Set aside because damaged: /)).toContainText('1 paper');
  await expect(page.getByText(/counts of the map did not match/)).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Damaged:/ })).toHaveCount(0);
  await page.getByRole('link', { name: /Show what was set aside/ }).click();
  await expect(page.getByRole('heading', { name: /^Set aside: \d+/ })).toBeVisible();
  for (const room of EVERY_ROOM) {
    await enter(page, room);
    await expect(page.getByText(/damaged records?.* left out here/)).toHaveCount(0);
  }
  // What belongs to what was set aside is not damaged, and waits for it.
  await enter(page, 'settings');
  await expect(page.getByText(/^\d+ records? waits? for one that is damaged/)).toBeVisible();
});

test('an import says how many records are dated in the future; they replace nothing', async ({
  bearing,
  site,
}) => {
  const { url } = await prepare(bearing, site.url, 'other');
  const page = await bearing.openOwn('workspace.html#/exchange');
  const file = JSON.stringify(backupOf(url)).replaceAll(AT, '9999-12-31T23:59:59.999Z');
  await page.getByLabel('Files to import').setInputFiles({
    ...{ name: 'ahead.json', mimeType: 'application/json' },
    buffer: Buffer.from(file),
  });
  const ahead = page.getByText(/^\d+ records of the file are dated in the future/);
  await expect(ahead).toBeVisible();
  await page.getByRole('button', { name: 'Another coder’s' }).click();
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible();
  await expect(ahead).toBeVisible();
  expect((await importRows(page)).Renewed).toBe(0);
});

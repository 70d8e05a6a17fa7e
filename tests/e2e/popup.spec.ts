/** The popup and the workspace in the built extension: what they say, that they keep up, that keys suffice. */
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/extension';
import { importRows } from '../support/import-report';
import { fill, popupOn } from '../support/own-pages';
import type { SampleOptions } from '../support/samples';

const DEMO = '/articles/peer-support-demo';
const TITLE = /^Implementing peer support work in mental health services/;
const INFLUENCES = ['psw.culture', 'psw.training-peers', 'psw.role-definition', 'psw.supervision'];
const ALL_PSW = [
  ...INFLUENCES,
  ...['leadership', 'planning', 'hr', 'pay', 'resources', 'funding'].map((name) => `psw.${name}`),
];
const SAMPLE: SampleOptions = {
  papers: 8,
  tags: 3,
  influences: INFLUENCES,
  codebookId: 'psw-core',
};

test.describe('on pages', () => {
  test('an article is named, with its identifier and the one thing to do', async ({
    bearing,
    site,
  }) => {
    const popup = await popupOn(bearing, await bearing.open(site.url + DEMO));
    await expect(popup.getByRole('heading', { level: 1 })).toHaveText(TITLE);
    await expect(popup.getByRole('link', { name: '10.5555/bearing-demo.1' })).toBeVisible();
    await expect(popup.getByRole('button', { name: /^Tag this page/ })).toBeVisible();
    await expect(popup.getByText(/select a sentence/)).toBeVisible();
  });

  test('a page that is not an article can be tagged all the same', async ({ bearing, site }) => {
    await fill(bearing, SAMPLE);
    const popup = await popupOn(bearing, await bearing.open(`${site.url}/notices/opening-hours`));
    await expect(popup.getByText(/was not recognised as an article/)).toBeVisible();
    await expect(popup.getByRole('button', { name: /^Tag it anyway/ })).toBeVisible();
  });

  test('a reader with nothing yet can tag the page, or try it on an example', async ({
    bearing,
    site,
  }) => {
    const popup = await popupOn(bearing, await bearing.open(`${site.url}/notices/opening-hours`));
    const section = popup.getByRole('region', { name: 'This page' });
    await expect(section.getByRole('button', { name: /^Tag it anyway/ })).toBeVisible();
    await expect(section.getByRole('button', { name: 'Try it on an example' })).toBeVisible();
  });

  test('a page that fills after it was asked is named as soon as it is an article', async ({
    bearing,
    site,
  }) => {
    const page = await bearing.open(`${site.url}/notices/opening-hours`);
    const popup = await popupOn(bearing, page);
    await expect(popup.getByRole('button', { name: /^Tag it anyway/ })).toBeVisible();
    await page.evaluate(async (article) => {
      const text = await (await fetch(article)).text();
      const { head, body } = new DOMParser().parseFromString(text, 'text/html');
      document.body.replaceWith(body);
      document.head.append(...head.children);
    }, DEMO);
    await expect(popup.getByRole('button', { name: /^Tag this page/ })).toBeVisible();
  });

  test('on a page of the browser it names what can be done instead', async ({ bearing }) => {
    const popup = await popupOn(bearing, await bearing.open('chrome://version'));
    await expect(popup.getByRole('heading', { name: /^Nothing to tag/ })).toBeVisible();
  });

  test('a paper’s progress is kept, and counted in the reading list', async ({ bearing, site }) => {
    const popup = await popupOn(bearing, await bearing.open(site.url + DEMO));
    await popup.getByRole('button', { name: 'Add to list' }).click();
    await expect(
      popup.getByRole('button', { name: 'To read (progress and eligibility)' }),
    ).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Reading list: 1 to read' })).toBeVisible();
    await popup.reload();
    await expect(
      popup.getByRole('button', { name: 'To read (progress and eligibility)' }),
    ).toBeVisible();
  });

  test('a correction wins, is kept, and names the reader as its source', async ({
    bearing,
    site,
  }) => {
    const popup = await popupOn(bearing, await bearing.open(site.url + DEMO));
    await popup.getByRole('button', { name: 'Not this paper?' }).click();
    await popup.getByLabel('DOI').fill('not a doi');
    await popup.getByLabel('Title').fill('What it really is');
    await popup.getByRole('button', { name: 'Save' }).click();
    await expect(popup.getByText('A DOI looks like 10.1000/xyz123.')).toBeVisible();
    await popup.getByLabel('DOI').fill('https://doi.org/10.5555/Corrected');
    await popup.getByRole('button', { name: 'Save' }).click();
    await expect(popup.getByRole('heading', { name: 'What it really is' })).toBeVisible();
    await popup.reload();
    const heading = popup.getByRole('heading', { name: 'What it really is' });
    await expect(heading).toHaveAttribute('title', /Corrected by you/);
    await expect(popup.getByRole('link', { name: '10.5555/corrected' })).toBeVisible();
  });
});

test.describe('the map', () => {
  test('grows while tags arrive from elsewhere', async ({ bearing, site }) => {
    const popup = await popupOn(bearing, await bearing.open(site.url + DEMO));
    await expect(popup.getByText(/the map grows here/)).toBeVisible();
    await fill(bearing, SAMPLE);
    const rows = popup.getByRole('list', { name: /Influences/ }).getByRole('link');
    await expect(rows).toHaveCount(INFLUENCES.length);
    await expect(popup.getByText('% = share of papers, not strength of effect')).toBeVisible();
  });

  test('counts over the papers that the reader chooses, and remembers', async ({ bearing }) => {
    await fill(bearing, SAMPLE);
    const popup = await bearing.openOwn('popup.html');
    const first = popup
      .getByRole('list', { name: /Influences/ })
      .getByRole('link')
      .first();
    await expect(first).toHaveAccessibleName(/ of 8 papers,/);
    await popup.getByRole('button', { name: /^Count over/ }).click();
    await popup.getByRole('menuitemradio', { name: /^Papers marked read \(4\)/ }).click();
    await expect(first).toHaveAccessibleName(/ of 4 papers,/);
    await popup.reload();
    await expect(first).toHaveAccessibleName(/ of 4 papers,/);
  });

  test('shows eight influences first, and all of them when asked', async ({ bearing }) => {
    const influences = Array.from({ length: 60 }, (_, i) => `own.${i}`);
    await fill(bearing, {
      papers: 30,
      tags: 5,
      name: 'Verantwortungsübernahmebereitschaft '.repeat(8),
      influences,
      codebookId: 'own-big',
      ownCodebook: {
        id: 'own-big',
        name: 'Own',
        version: '1',
        kind: 'own',
        builtIn: false,
        compiled: false,
        complete: true,
        source: { citation: 'mine' },
        influences: influences.map((id, i) => ({
          id,
          label:
            i % 2 ? `Rahmenbedingungen ${'der Organisation '.repeat(12)}` : `ثقافة المنظمة ${i}`,
          definition: '',
          aliases: [],
          cues: [],
          crosswalk: [],
        })),
      },
    });
    const popup = await bearing.openOwn('popup.html');
    await popup.setViewportSize({ width: 400, height: 600 });
    const rows = popup.getByRole('list', { name: /Influences/ }).getByRole('link');
    await expect(rows).toHaveCount(8);
    await popup.getByRole('button', { name: 'All 60 influences' }).click();
    await expect(rows).toHaveCount(60);
    const size = await popup.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      high: document.documentElement.scrollHeight,
    }));
    expect(size).toEqual({ wide: 400, high: 600 });
    await expect(popup.getByRole('button', { name: 'Export…' })).toBeInViewport();
    await expectAccessible(popup);
  });

  test('fits the real popup’s window on a low screen: only the map scrolls', async ({
    bearing,
    site,
  }) => {
    await fill(bearing, { ...SAMPLE, papers: 12, influences: ALL_PSW });
    const popup = await bearing.popup(await bearing.open(site.url + DEMO));
    await expect(popup.getByRole('list', { name: /Influences/ })).toBeVisible();
    await expect
      .poll(() =>
        popup.evaluate(() => ({
          wide: innerWidth,
          over: document.documentElement.scrollHeight - innerHeight,
        })),
      )
      .toEqual({ wide: 400, over: 0 });
    await expect(popup.getByRole('button', { name: 'Export…' })).toBeInViewport();
  });

  test('opens the papers and quotes behind a number', async ({ bearing }) => {
    await fill(bearing, SAMPLE);
    const popup = await bearing.openOwn('popup.html');
    const opened = bearing.context.waitForEvent('page');
    await popup.getByRole('link', { name: /^Organisational culture:/ }).click();
    const workspace = await opened;
    const drawer = workspace.getByRole('complementary', {
      name: 'Papers behind Organisational culture',
    });
    await expect(drawer.locator('blockquote').first()).toContainText('training made the role');
    await workspace.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
  });
});

test.describe('reviews', () => {
  test('a new one is current at once; the old one comes back with its map', async ({ bearing }) => {
    await fill(bearing, SAMPLE);
    const popup = await bearing.openOwn('popup.html');
    await popup.getByRole('button', { name: 'Review: Peer support review' }).click();
    await popup.getByRole('menuitem', { name: 'New review…' }).click();
    await popup.getByLabel('Name of the new review').fill('Second review');
    await popup.keyboard.press('Enter');
    await popup.getByRole('button', { name: 'Review: Second review' }).click();
    await popup.getByRole('menuitem', { name: 'Rename…' }).click();
    await popup.getByLabel('New name of this review').fill('Zweite Übersicht');
    await popup.getByRole('button', { name: 'Rename' }).click();
    await popup.getByRole('button', { name: 'Review: Zweite Übersicht' }).click();
    await popup.getByRole('menuitemradio', { name: 'Peer support review' }).click();
    await expect(popup.getByRole('list', { name: /Influences/ })).toBeVisible();
  });

  test('leaving the name form with Escape changes nothing', async ({ bearing }) => {
    const popup = await bearing.openOwn('popup.html');
    await popup.getByRole('button', { name: 'Review: My review' }).click();
    await popup.getByRole('menuitem', { name: 'Rename…' }).click();
    await popup.keyboard.press('Escape');
    await expect(popup.getByRole('button', { name: 'Review: My review' })).toBeVisible();
  });
});

test.describe('by keyboard alone', () => {
  test('? lists the keys, and each presses its control', async ({ bearing, site }) => {
    const popup = await popupOn(bearing, await bearing.open(site.url + DEMO));
    await expect(popup.getByRole('heading', { level: 1 })).toHaveText(TITLE);
    await popup.keyboard.press('?');
    await expect(popup.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await popup.keyboard.press('Escape');
    await expect(popup.getByRole('dialog', { name: 'Keys' })).toHaveCount(0);
    await popup.keyboard.press('s');
    await expect(popup.getByRole('button', { name: /^To read \(/ })).toBeFocused();
    await popup.keyboard.press('s');
    await expect(popup.getByRole('menuitemradio', { name: 'Reading' })).toBeVisible();
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('Enter');
    await expect(popup.getByRole('button', { name: /progress and eligibility/ })).toBeFocused();
    await popup.keyboard.press('e');
    await expect(popup.getByRole('menuitem', { name: /evidence table/i })).toBeVisible();
  });

  test('keys are letters again in a field', async ({ bearing, site }) => {
    const popup = await popupOn(bearing, await bearing.open(site.url + DEMO));
    await popup.getByRole('button', { name: 'Not this paper?' }).click();
    await popup.getByLabel('Title').fill('');
    await popup.getByLabel('Title').pressSequentially('test?');
    await expect(popup.getByLabel('Title')).toHaveValue('test?');
    await expect(popup.getByRole('dialog', { name: 'Keys' })).toHaveCount(0);
    // And the keyboard goes on where it was, whether the form was left or saved.
    await popup.keyboard.press('Escape');
    await expect(popup.getByRole('button', { name: 'Not this paper?' })).toBeFocused();
    await popup.keyboard.press('Enter');
    await popup.getByLabel('Title').fill('A title of the reader’s');
    await popup.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(popup.getByText('Corrected.')).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Not this paper?' })).toBeFocused();
  });
});

test.describe('accessible in light and dark', () => {
  // A dozen analyses of whole pages.
  test.setTimeout(150_000);

  test('popup: article, menus, correction, keys', async ({ bearing, site }) => {
    await fill(bearing, SAMPLE);
    const popup = await popupOn(bearing, await bearing.open(site.url + DEMO));
    await expect(popup.getByRole('list', { name: /Influences/ })).toBeVisible();
    await expectAccessible(popup);
    await popup.getByRole('button', { name: 'Add to list' }).click();
    await expect(popup.getByRole('button', { name: /^To read \(/ })).toBeFocused();
    await popup.keyboard.press('/');
    await expect(popup.getByRole('combobox')).toBeFocused();
    await expectAccessible(popup);
    await popup.keyboard.press('Escape');
    for (const id of ['#review-menu', '#status-menu', '#denominator-menu', '#export-menu']) {
      await popup.locator(id).click();
      await expect(popup.getByRole('menu')).toBeVisible();
      await expectAccessible(popup);
      await popup.keyboard.press('Escape');
      await expect(popup.getByRole('menu')).toHaveCount(0);
    }
    await popup.keyboard.press('?');
    await expectAccessible(popup);
    await popup.keyboard.press('Escape');
    await popup.getByRole('button', { name: 'Not this paper?' }).click();
    await expect(popup.getByLabel('DOI')).toBeFocused();
    await expectAccessible(popup);
  });

  test('workspace: every room', async ({ bearing }) => {
    await fill(bearing, SAMPLE);
    const page = await bearing.openOwn('workspace.html');
    for (const room of ['Map', 'Statements', 'Papers', 'Codebooks', 'Exchange', 'Settings']) {
      await page.getByRole('link', { name: room, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        room === 'Map' ? 'Evidence map' : room,
      );
      await expectAccessible(page);
    }
  });
});

test.describe('the workspace', () => {
  test('a backup comes down and comes back: nothing is doubled', async ({ bearing }) => {
    await fill(bearing, SAMPLE);
    const page = await bearing.openOwn('workspace.html#/exchange');
    await expect(page.getByText('No backup yet')).toBeVisible();
    // Where a tab's downloads go is the test browser's own affair: the content is read at its source.
    await page.evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob: Blob) => {
        void blob.text().then((text) => Object.assign(globalThis, { written: text }));
        return make.call(URL, blob);
      };
    });
    const down = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Back up everything' }).click();
    const file = await down;
    await expect(page.getByText(/^Last backup:/)).toBeVisible();
    expect(file.suggestedFilename()).toMatch(/^bearing-backup-\d{4}-\d\d-\d\d\.json$/);
    const text = await page.evaluate(() => (globalThis as { written?: string }).written ?? '');
    expect(text).toContain('"format": "bearing-backup"');
    await page.getByLabel('Files to import').setInputFiles({
      name: file.suggestedFilename(),
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    await expect(page.getByText('Nothing in this file is new here.')).toBeVisible();
    expect(await importRows(page)).toMatchObject({ New: 0, Renewed: 0 });
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(page.getByLabel('Files to import')).toBeFocused();
  });

  test('a file that is no backup is refused with a sentence', async ({ bearing }) => {
    const page = await bearing.openOwn('workspace.html#/exchange');
    await page.getByLabel('Files to import').setInputFiles({
      name: 'holiday.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"photos": []}'),
    });
    await expect(page.getByRole('alert')).toBeVisible();
  });

  test('a statement is found, its stance changed, its tag deleted, and all undone', async ({
    bearing,
  }) => {
    const quote = (paper: number, tag: number) =>
      `Training went ${['north', 'south', 'east', 'west'][paper * 2 + tag]} of what was planned.`;
    await fill(bearing, { ...SAMPLE, papers: 2, tags: 2, quote });
    const page = await bearing.openOwn('workspace.html#/statements');
    const found = page.getByRole('article');
    await expect(found).toHaveCount(4);
    await page.keyboard.press('/');
    await page.keyboard.type('training EAST');
    await expect(found).toHaveCount(1);
    await expect(page.getByText('1 of 4')).toBeVisible();
    const was = await found.getByRole('button', { name: /^Stance:/ }).getAttribute('aria-label');
    const other = was === 'Stance: mentioning' ? 'supporting' : 'mentioning';
    await found.getByRole('button', { name: /^Stance:/ }).click();
    await page.getByRole('menuitemradio', { name: new RegExp(other) }).click();
    await expect(found.getByRole('button', { name: `Stance: ${other}` })).toBeVisible();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(found.getByRole('button', { name: was ?? '' })).toBeVisible();
    await found.getByRole('button', { name: /^Delete tag:/ }).click();
    await expect(found).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(found).toHaveCount(1);
  });

  test('a codebook put in use brings its influences into the map', async ({ bearing }) => {
    const page = await bearing.openOwn('workspace.html#/codebooks');
    const cfir = page.getByRole('article', { name: /\(updated\)/ });
    await cfir.getByRole('checkbox', { name: 'In use' }).check();
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await expect(page.getByRole('table').getByRole('button')).toHaveCount(20 + 67);
    // Each codebook is named, once.
    const named = page.getByRole('rowheader').filter({ hasText: /starter codebook|\(updated\)/ });
    await expect(named).toHaveCount(2);
  });
});

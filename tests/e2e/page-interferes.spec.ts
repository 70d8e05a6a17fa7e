/**
 * Pages that change under the reader's hands: rendered anew, replaced, navigated, covered by dialogs, made full screen.
 * Every tag is saved with exactly the words that were chosen, or is shown as unsaved and kept.
 */
import type { Page } from '@playwright/test';
import { barOf, clickOnBar, startFromPopup, tagByKeys, tagging } from '../../scripts/ui.mjs';
import { type Bearing, expect, test } from '../support/extension';
import { keptNotes, storedTags } from '../support/stored';
import { DEMO, nextStatement, startTagging, toolbarIsBack } from '../support/tagging';

/** What pages do between the choice of a statement and its tag, in the words of found faults. */
const INTERFERENCES: Record<string, string> = {
  'renders its article anew':
    "const a = document.querySelector('article, main'); a.replaceWith(a.cloneNode(true));",
  'replaces its body': 'document.body.replaceWith(document.body.cloneNode(true));',
  'renders one paragraph anew':
    "for (const p of document.querySelectorAll('p')) p.replaceWith(p.cloneNode(true));",
  'takes the article out':
    "for (const p of document.querySelectorAll('article p, main p')) p.remove();",
  'rewrites its address': "history.replaceState(null, '', '?s=2');",
  'opens a modal dialog':
    "const d = document.body.appendChild(document.createElement('dialog')); d.textContent = 'Cookies?'; d.showModal();",
  'throws our element out once': "document.querySelector('html > div')?.remove();",
  'takes the focus':
    "const f = document.body.appendChild(document.createElement('button')); f.textContent = 'x'; f.focus();",
};

for (const [what, code] of Object.entries(INTERFERENCES))
  test(`a statement is tagged with its words on a page that ${what} in between`, async ({
    bearing,
    site,
  }) => {
    const page = await startTagging(bearing, site.url + DEMO);
    const words = await nextStatement(page);
    await page.evaluate((act) => new Function(act)(), code);
    // Where the frame was thrown out, the toolbar is there again before keys count.
    await toolbarIsBack(page);
    await page.keyboard.press('s');
    await page.keyboard.press('2');
    // Where all text is gone, another article may be on its way: the tag waits, in sight, until that is known.
    await expect(tagging.saved(page).or(tagging.waiting(page))).toBeVisible();
    await expect
      .poll(async () => (await storedTags(bearing)).map(({ quote }) => quote), { timeout: 20_000 })
      .toEqual([words]);
  });

test('a search over a modal dialog saves what it shows, and nothing else', async ({
  bearing,
  site,
}) => {
  const page = await startTagging(bearing, site.url + DEMO);
  await nextStatement(page);
  await tagByKeys(page, { stance: 'supporting', slot: 1 });
  await nextStatement(page);
  await page.evaluate(() => {
    const dialog = document.body.appendChild(document.createElement('dialog'));
    dialog.textContent = 'The abstract of this article';
    dialog.showModal();
  });
  for (const word of ['training of peer', 'pay and']) {
    await page.keyboard.press('s');
    await page.keyboard.press('/');
    await page.keyboard.type(word);
    await expect(tagging.options(page).first()).toBeVisible();
    await page.keyboard.press('Enter');
  }
  await expect
    .poll(async () => (await storedTags(bearing)).map(({ influenceId }) => influenceId))
    .toEqual([
      expect.stringContaining('culture'),
      expect.stringContaining('training'),
      expect.stringContaining('pay'),
    ]);
  await bearing.shot(page, 'tagging-over-a-dialog');
});

test('letters typed into the page’s own editors are text, in closed roots too', async ({
  bearing,
  site,
}) => {
  const page = await startTagging(bearing, site.url + DEMO);
  await nextStatement(page);
  await page.evaluate(() => {
    const host = document.createElement('x-editor');
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML = '<textarea></textarea><div contenteditable="true">text </div>';
    document.body.prepend(host);
    Object.assign(globalThis, { closedRoot: root });
    const article = document.body.insertBefore(document.createElement('section'), host);
    article.contentEditable = 'true';
    article.textContent = 'An editable article.';
  });
  const LETTERS = 'sjc1um';
  const typed: string[] = [];
  for (const focus of [
    "closedRoot.querySelector('textarea').focus(); return () => closedRoot.querySelector('textarea').value;",
    "closedRoot.querySelector('div').focus(); return () => closedRoot.querySelector('div').textContent;",
    "document.querySelector('section').focus(); return () => document.querySelector('section').textContent;",
  ]) {
    await page.evaluate((code) => {
      Object.assign(globalThis, { read: new Function(code)() });
    }, focus);
    await page.keyboard.type(LETTERS);
    typed.push(await page.evaluate(() => (globalThis as unknown as { read(): string }).read()));
  }
  for (const text of typed) expect(text).toContain(LETTERS);
  expect(await storedTags(bearing)).toEqual([]);
});

test.describe('half-typed work', () => {
  const HALF = 'half a thought about rotas';

  async function typeHalf(bearing: Bearing, page: Page): Promise<void> {
    await nextStatement(page);
    await tagByKeys(page, { stance: 'supporting', slot: 1 });
    await page.keyboard.press('n');
    await page.keyboard.type(HALF);
    await expect(note(page)).toHaveValue(HALF);
    await expect.poll(() => keptNotes(bearing)).toEqual([HALF]);
  }
  const note = (page: Page) => tagging.toolbar(page).getByRole('textbox', { name: 'Note' });

  for (const [what, act] of Object.entries({
    'the address is rewritten': "history.replaceState(null, '', '?s=2')",
    'the article is rendered anew':
      "const a = document.querySelector('article, main'); a.replaceWith(a.cloneNode(true))",
    'our element is thrown out': "document.querySelector('html > div').remove()",
  }))
    test(`an open note stays open and whole while ${what}`, async ({ bearing, site }) => {
      const page = await startTagging(bearing, site.url + DEMO);
      await typeHalf(bearing, page);
      await page.evaluate((code) => new Function(code)(), act);
      await expect
        .poll(() =>
          note(page)
            // The frame that was asked may be the one that is gone.
            .inputValue({ timeout: 500 })
            .catch(() => ''),
        )
        .toBe(HALF);
      await page.keyboard.type(', on');
      await page.keyboard.press('Enter');
      await expect
        .poll(async () => (await storedTags(bearing)).map((tag) => tag.note))
        .toEqual([`${HALF}, on`]);
    });

  test('an open note comes back after an update', async ({ bearing, site }) => {
    const page = await startTagging(bearing, site.url + DEMO);
    await typeHalf(bearing, page);
    const old = barOf(page);
    await bearing.update();
    await expect.poll(() => barOf(page) !== old && barOf(page) !== undefined).toBe(true);
    await expect
      .poll(() =>
        note(page)
          .inputValue()
          .catch(() => ''),
      )
      .toBe(HALF);
  });

  test('a note comes back with its statement after the page was reloaded', async ({
    bearing,
    site,
  }) => {
    let page = await startTagging(bearing, site.url + DEMO);
    await typeHalf(bearing, page);
    await page.reload();
    page = page.context().pages().at(-1) ?? page;
    await startFromPopup(await bearing.popup(page), page);
    await page.keyboard.press('Shift+J');
    await clickOnBar(
      tagging
        .app(page)
        .getByRole('list', { name: 'Tags on this statement' })
        .getByRole('button')
        .first(),
    );
    await expect(tagging.toolbar(page).getByText('Editing this tag')).toBeVisible();
    await page.keyboard.press('n');
    await expect(note(page)).toHaveValue(HALF);
  });
});

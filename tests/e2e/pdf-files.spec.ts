/** Files that the PDF reader cannot show, or not as they are: each gets a clear sentence, and nothing is lost. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { painted, tagByKeys, tagging } from '../../scripts/ui.mjs';
import { type Bearing, expect } from '../support/extension';
import { fill } from '../support/own-pages';
import { PDF, type PdfHost, status, whole } from '../support/pdf-host';
import {
  everythingStored,
  openReader,
  readerPath,
  requestsOf,
  startHere,
  test,
  untilRead,
} from '../support/pdf-reader';
import {
  cipheredPdf,
  LongPdf,
  namelessPdf,
  OVER_COLUMN,
  paperPdf,
  scanPdf,
  TITLE,
  titlelessPdf,
} from '../support/pdf-samples';
import { lock } from '../support/rc4';
import { nextStatement } from '../support/tagging';

const MB = 1e6;
/** What a file's name and folder would betray. */
const SECRET = 'patient-4711';
const NAME = `${SECRET}.pdf`;

/** An earlier tag, which has to be there afterwards. */
const earlierTag = (bearing: Bearing) =>
  fill(bearing, { papers: 1, tags: 1, influences: ['psw.pay'], codebookId: 'psw-core' }).then(
    (page) => page.close(),
  );

async function expectNothingLost(bearing: Bearing, more = 0): Promise<void> {
  expect(await bearing.records('tags')).toHaveLength(1 + more);
}

/** Serves what a case is about. @returns its address */
type Serve = (host: PdfHost, path: string) => string;

const good = paperPdf();
const LOGIN = '<!doctype html><title>Sign in</title><form></form>';

/** What is wrong, what is served, the heading, and words of the sentence. */
const PROBLEMS: readonly [string, Serve, string, RegExp][] = [
  [
    'a broken file',
    (host, at) => host.serve(at, whole(Buffer.from(`%PDF-1.7\n${'nothing '.repeat(99)}`))),
    'This PDF is damaged',
    /may have been cut off .* Your tags are safe\. Download it again, or open the original\./,
  ],
  [
    'a truncated file',
    (host, at) => host.serve(at, whole(good.subarray(0, good.length / 3))),
    'This PDF is damaged',
    /may have been cut off .* Your tags are safe\./,
  ],
  [
    'an empty file',
    (host, at) => host.serve(at, whole('')),
    'This file is empty',
    /It has 0 bytes\. Your tags are safe\./,
  ],
  [
    'something else',
    (host, at) => host.serve(at, whole('GIF89a', PDF)),
    'This is not a PDF',
    /holds something else\. Your tags are safe\./,
  ],
  [
    'a web page that claims to be a PDF',
    (host, at) => host.serve(at, whole(LOGIN, PDF)),
    'The server sent a web page instead of the PDF',
    /127\.0\.0\.1:\d+ may want you to sign in .* drop the file here\. Your tags are safe\./,
  ],
  [
    'a page to sign in on, behind a redirect',
    (host, at) => {
      host.serve(`${at}/login`, whole(LOGIN, 'text/html'));
      return host.serve(at, status(302, { location: `${host.url}${at}/login` }));
    },
    'The server sent a web page instead of the PDF',
    /may want you to sign in/,
  ],
  [
    'a file that is given only to who has signed in',
    (host, at) => host.serve(at, status(401)),
    'The server refused to send the PDF',
    /answered with error 401\. You may have to sign in: open the original, then come back\./,
  ],
  [
    'a file that is given only to some',
    (host, at) => host.serve(at, status(403)),
    'The server refused to send the PDF',
    /answered with error 403\. You may have to sign in/,
  ],
  [
    'a file that only a form’s button fetches',
    (host, at) =>
      host.serve(at, (request, response) =>
        request.method === 'POST' ? whole(good)(request, response) : status(405)(request, response),
      ),
    'The server refused to send the PDF',
    /error 405\. Some PDFs can be fetched only by a button on their page: download it there, and drop the file here\. Your tags are safe\./,
  ],
  [
    'a file that is not there',
    (host, at) => host.serve(at, status(404)),
    'The PDF was not found',
    /error 404\./,
  ],
  [
    'a server that fails',
    (host, at) => host.serve(at, status(503)),
    'The server refused to send the PDF',
    /error 503\. .*try again/i,
  ],
  [
    'no server',
    () => 'http://127.0.0.1:9/paper.pdf',
    'The PDF could not be fetched',
    /127\.0\.0\.1:9 did not answer, or the connection was cut\. Your tags are safe\./,
  ],
  [
    'a connection that is cut in the middle',
    (host, at) =>
      host.serve(at, (_, response) => {
        response.writeHead(200, { 'content-type': PDF, 'content-length': good.length });
        response.write(good.subarray(0, 2_000), () => response.destroy());
      }),
    'The PDF could not be fetched',
    /did not answer, or the connection was cut\. Your tags are safe\./,
  ],
];

test('a file that cannot be opened is reported with what can be done, and another can be opened in its place', async ({
  bearing,
  host,
}) => {
  await earlierTag(bearing);
  const page = await bearing.openOwn(readerPath());
  for (const [index, [what, serve, heading, words]] of PROBLEMS.entries())
    await test.step(what, async () => {
      const url = serve(host, `/case/${index}`);
      await page.goto(`chrome-extension://${bearing.id}/${readerPath(url)}`);
      const told = page.getByRole('alert');
      await expect(told.getByRole('heading')).toHaveText(heading);
      await expect(told).toContainText(words);
      await expect(told.getByRole('link', { name: 'Open the original' })).toHaveAttribute(
        'href',
        url,
      );
    });
  await dropFile(page, good);
  await untilRead(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await expectNothingLost(bearing);
});

/** Answers the browser's window for a file, which something opens. */
async function choose(page: Page, opens: () => Promise<void>, buffer: Buffer, name = NAME) {
  const chooser = page.waitForEvent('filechooser');
  await opens();
  await (await chooser).setFiles({ name, mimeType: PDF, buffer });
}

/** By the button of the page, which may have a file open. */
const chooseFile = (page: Page, buffer: Buffer, name?: string) =>
  choose(
    page,
    () => page.getByRole('button', { name: /^(Choose a|Open another) file/ }).click(),
    buffer,
    name,
  );

const chooseByKeys = (page: Page, buffer: Buffer, name?: string) =>
  choose(page, () => page.keyboard.press('Control+o'), buffer, name);

/** Lets go of a file over the page. */
const dropFile = (page: Page, buffer: Buffer, name = NAME) =>
  page.evaluate(
    ({ bytes, name }) => {
      const dataTransfer = new DataTransfer();
      const content = Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0));
      dataTransfer.items.add(new File([content], name, { type: 'application/pdf' }));
      const init = { bubbles: true, cancelable: true, dataTransfer };
      const over = document.querySelector('main') as HTMLElement;
      over.dispatchEvent(new DragEvent('dragover', init));
      over.dispatchEvent(new DragEvent('drop', init));
    },
    { bytes: buffer.toString('base64'), name },
  );

test('an address that is none of a file is refused, and asks for nothing', async ({ bearing }) => {
  const page = await bearing.openOwn(readerPath());
  for (const address of [
    'javascript:alert(1)',
    'chrome://settings',
    'about:blank',
    'data:application/pdf;base64,JVBERi0xLjc=',
    `blob:chrome-extension://${bearing.id}/1`,
    `chrome-extension://${bearing.id}/popup.html`,
    'ftp://127.0.0.1/paper.pdf',
    'http://',
    'paper.pdf',
  ]) {
    await page.goto(`chrome-extension://${bearing.id}/${readerPath(address)}`);
    const told = page.getByRole('alert');
    await expect(told.getByRole('heading'), address).toHaveText('This address cannot be opened');
    await expect(told).toContainText('Only addresses that begin with http, https or file are.');
    await expect(page.getByRole('link')).toHaveCount(0);
  }
  expect(requestsOf(bearing)).toEqual([]);
});

test('a password is asked for until it is right, and is stored nowhere', async ({
  bearing,
  host,
}) => {
  await earlierTag(bearing);
  const password = 'open sesame';
  const page = await bearing.openOwn(
    readerPath(host.serve('/locked.pdf', whole(paperPdf({ lock: (id) => lock(password, id) })))),
  );
  await expect(page.getByRole('heading', { name: 'locked.pdf is locked' })).toBeVisible();
  for (const wrong of ['', 'open', 'Open Sesame']) {
    await page.getByLabel('Password').fill(wrong);
    await page.keyboard.press('Enter');
    await expect(page.getByText('That is not its password.')).toBeVisible();
  }
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await untilRead(page);
  await startHere(page);
  expect(await nextStatement(page)).toBe(OVER_COLUMN);
  await tagByKeys(page, { stance: 'supporting', slot: 1 });
  await expectNothingLost(bearing, 1);
  expect((await everythingStored(bearing)).text).not.toContain(password);
});

test('a file of 300 MB: refused where it comes only whole, shown where it comes in parts; never fetched as a whole', async ({
  bearing,
  host,
}) => {
  await earlierTag(bearing);
  const long = new LongPdf(good, 300 * MB);
  /** What the browser, the proxy and the network hold ahead of a reader that has stopped. */
  const few = 60 * MB;
  const refused = await bearing.openOwn(
    readerPath(host.serveLong('/whole', long, { parts: false })),
  );
  const told = refused.getByRole('alert');
  await expect(told.getByRole('heading')).toHaveText('This PDF is too large to be opened here');
  await expect(told).toContainText(/It has 300 MB, .* drop the file here\. Your tags are safe\./);
  expect(host.sent.get('/whole')).toBeLessThan(few);

  const page = await openReader(bearing, host.serveLong('/parts', long, { parts: true }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await startHere(page);
  expect(await nextStatement(page)).toBe(OVER_COLUMN);
  expect(host.sent.get('/parts')).toBeLessThan(few);
  await expectNothingLost(bearing);
});

for (const [what, file, words] of [
  [
    'pages that are pictures',
    scanPdf(),
    /no text in this file: its pages are pictures\. You can read it, but not tag it\./,
  ],
  [
    'letters in a cipher',
    cipheredPdf(),
    /text in this file is gibberish: .* cipher, .* You can read it, but not tag it\./,
  ],
] as const)
  test(`${what} are shown, with a note that they cannot be tagged`, async ({ bearing, host }) => {
    const page = await openReader(bearing, host.serve('/odd', whole(file)));
    await expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
    await expect(page.locator('.page canvas').first()).toBeVisible();
  });

test.describe('a file of the reader’s own machine', () => {
  const tagIt = async (page: Page) => {
    await startHere(page);
    const statement = await nextStatement(page);
    await tagByKeys(page, { stance: 'supporting', slot: 1 });
    return statement;
  };

  /** Fails where anything that is stored names the file or its folder. */
  const expectNoName = async (bearing: Bearing) => {
    const { text } = await everythingStored(bearing);
    expect(text).toContain('fingerprint');
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain('file:');
  };

  for (const [how, give] of [
    ['chosen', chooseFile],
    ['dropped', dropFile],
  ] as const)
    test(`is opened when it is ${how}, known by its fingerprint, and found again`, async ({
      bearing,
    }) => {
      await earlierTag(bearing);
      const page = await bearing.openOwn(readerPath());
      await page.getByRole('heading', { name: 'Read a PDF and tag it' }).waitFor();
      await give(page, namelessPdf());
      await untilRead(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
      await expect(page.getByRole('link', { name: 'Open the original' })).toHaveCount(0);
      const statement = await tagIt(page);
      // A half-typed note is kept as well.
      await page.keyboard.press('n');
      await tagging.app(page).getByRole('textbox').pressSequentially('half a n');
      await expect.poll(async () => (await everythingStored(bearing)).text).toContain('half a n');
      await expectNothingLost(bearing, 1);
      await expectNoName(bearing);
      expect(requestsOf(bearing)).toEqual([]);

      // Another file in the same tab, and the same one again under another name.
      await give(page, titlelessPdf());
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAME);
      await untilRead(page);
      await expect.poll(() => painted(page)).toMatchObject({ supporting: [] });
      await give(page, namelessPdf(), `${SECRET}-copy.pdf`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
      await expect.poll(() => painted(page)).toMatchObject({ supporting: [statement] });
      await page.reload();
      await page.getByRole('heading', { name: 'Read a PDF and tag it' }).waitFor();
      await give(page, namelessPdf());
      await expect.poll(() => painted(page)).toMatchObject({ supporting: [statement] });
      await expectNoName(bearing);
    });

  test('is opened by keys alone, and another one in its place', async ({ bearing }) => {
    const page = await bearing.openOwn(readerPath());
    await page.getByRole('heading', { name: 'Read a PDF and tag it' }).waitFor();
    const title = page.getByRole('heading', { level: 1 });
    for (const [file, name] of [
      [titlelessPdf(), NAME],
      [namelessPdf(), TITLE],
    ] as const) {
      await chooseByKeys(page, file);
      await untilRead(page);
      await expect(title).toHaveText(name);
    }
  });

  test('without a title is named on its page alone', async ({ bearing }) => {
    const page = await bearing.openOwn(readerPath());
    await chooseFile(page, titlelessPdf());
    await untilRead(page);
    await expect(page).toHaveTitle(NAME);
    await tagIt(page);
    const [paper] = await bearing.records('papers');
    expect(paper?.title).toBe('A PDF without a title');
    await expectNoName(bearing);
  });

  test('that is not a PDF is reported', async ({ bearing }) => {
    await earlierTag(bearing);
    for (const [file, heading] of [
      [Buffer.from('plain words'), 'This is not a PDF'],
      [Buffer.from(LOGIN), 'This is not a PDF'],
      [Buffer.alloc(0), 'This file is empty'],
      [good.subarray(0, 400), 'This PDF is damaged'],
    ] as const) {
      const page = await bearing.openOwn(readerPath());
      await chooseFile(page, file as Buffer);
      await expect(page.getByRole('alert').getByRole('heading')).toHaveText(heading);
      await page.close();
    }
    await expectNothingLost(bearing);
  });

  test.describe('in a tab', () => {
    test.use({ ownBrowser: true });

    test('is opened where the browser lets Bearing read files, and else told how', async ({
      bearing,
    }, testInfo) => {
      await earlierTag(bearing);
      const folder = testInfo.outputPath(SECRET);
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, NAME), namelessPdf());
      const url = pathToFileURL(path.join(folder, NAME)).href;

      const page = await bearing.open(url);
      const popup = await bearing.popup(page);
      await popup
        .getByRole('button', { name: 'Read it in Bearing' })
        .click()
        .catch((error) => {
          if (!popup.isClosed()) throw error;
        });
      await untilRead(page);
      await tagIt(page);
      await expectNothingLost(bearing, 1);
      await expectNoName(bearing);
      await page.reload();
      await untilRead(page);
      await expect.poll(async () => (await painted(page)).supporting).toHaveLength(1);
      await page.getByRole('link', { name: 'Open the original' }).click();
      await expect(page).toHaveURL(url);

      const gone = await bearing.openOwn(readerPath(url.replace(NAME, `no-${NAME}`)));
      const told = gone.getByRole('alert');
      await expect(told.getByRole('heading')).toHaveText('This file cannot be read');
      await expect(told).toContainText(/moved, renamed or deleted.* Your tags are safe\./);

      await forbidFiles(bearing);
      const shut = await bearing.openOwn(readerPath(url));
      await expect(shut.getByRole('alert').getByRole('heading')).toHaveText(
        'The browser does not let Bearing read this file by its address',
      );
      await expect(shut.getByRole('alert')).toContainText(
        /Choose the file here, or drop it .* allow “Access to file URLs”/,
      );
      await chooseFile(shut, namelessPdf());
      await expect.poll(async () => (await painted(shut)).supporting).toHaveLength(1);
      await expectNothingLost(bearing, 1);
    });
  });
});

declare const chrome: {
  developerPrivate: {
    updateExtensionConfiguration(of: { extensionId: string; fileAccess: boolean }): Promise<void>;
  };
};

/** Takes the permission to read files away, as the switch in the browser's list of extensions does. */
async function forbidFiles(bearing: Bearing): Promise<void> {
  const list = await bearing.open('chrome://extensions');
  const restarted = bearing.context.waitForEvent('serviceworker');
  await list.evaluate(
    (extensionId) =>
      chrome.developerPrivate.updateExtensionConfiguration({ extensionId, fileAccess: false }),
    bearing.id,
  );
  await restarted;
}

/** One paper as a web page and as a PDF: what is tagged on one is highlighted on the other. */
import { painted } from '../../scripts/ui.mjs';
import { expect } from '../support/extension';
import { whole } from '../support/pdf-host';
import { openReader, startHere, tagStatement, test } from '../support/pdf-reader';
import { DOI, IN_LINE, OVER_COLUMN, OVER_PAGE, paperPdf, TITLE } from '../support/pdf-samples';
import { startTagging } from '../support/tagging';

/** The paper's page, with three of the statements that its PDF sets over columns and pages. */
const HTML = `<!doctype html><html lang="en"><head><title>${TITLE}</title>
<meta name="citation_title" content="${TITLE}"><meta name="citation_doi" content="${DOI}">
<meta name="citation_author" content="Smith, Ada B."><meta name="citation_journal_title" content="Journal of Invented Care">
</head><body><main><h1>${TITLE}</h1><h2>Results</h2>
${[OVER_COLUMN, IN_LINE, OVER_PAGE].map((quote) => `<p>${quote}</p>`).join('\n')}
</main></body></html>`;

test('a tag made on the page of a paper is highlighted in its PDF, and one made there on the page', async ({
  bearing,
  host,
}) => {
  const url = host.serve('/article', whole(HTML, 'text/html'));
  const article = await startTagging(bearing, url);
  await tagStatement(article, OVER_COLUMN);
  const pdf = await openReader(bearing, host.serve('/article/pdf', whole(paperPdf())));
  await expect.poll(() => painted(pdf)).toMatchObject({ supporting: [OVER_COLUMN] });

  await pdf.bringToFront();
  await startHere(pdf);
  await tagStatement(pdf, OVER_PAGE);
  await expect.poll(() => painted(article)).toMatchObject({ supporting: [OVER_COLUMN, OVER_PAGE] });
  expect(await bearing.records('papers')).toHaveLength(1);
});

test('a size that fits follows the window, and the place in a file is kept when another takes its place', async ({
  bearing,
  host,
}) => {
  const url = host.serve('/first', whole(paperPdf()));
  const page = await openReader(bearing, url);
  const width = () =>
    page
      .locator('.pdfViewer .page')
      .first()
      .evaluate((one) => one.clientWidth);
  const frame = () => page.locator('main').evaluate((one) => one.clientWidth);
  await page.getByRole('button', { name: 'Fit the whole page' }).click();
  await page.getByRole('button', { name: 'Fit the width' }).click();
  for (const wide of [1_200, 700]) {
    await page.setViewportSize({ width: wide, height: 800 });
    await expect.poll(async () => (await frame()) - (await width())).toBeLessThan(60);
    expect(await width()).toBeLessThanOrEqual(await frame());
  }
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByText('(2 of 3)')).toBeVisible();
  const other = paperPdf({ info: { Title: 'Another' } }).toString('base64');
  await page.locator('main').evaluate((over, bytes) => {
    const dataTransfer = new DataTransfer();
    const data = Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0));
    dataTransfer.items.add(new File([data], 'another.pdf', { type: 'application/pdf' }));
    over.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, other);
  await expect(page.getByText('(1 of 3)')).toBeVisible();
  const again = await openReader(bearing, url);
  await expect(again.getByText('(2 of 3)')).toBeVisible();
});

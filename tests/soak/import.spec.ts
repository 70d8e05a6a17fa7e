/** A backup of 41 MB: tests/e2e/import.spec.ts brings in half of it. */
import { expect, test } from '../support/extension';
import { expectUsableThroughout, largeFile } from '../support/large-import';

/** 39,000 tags. */
const PAPERS = 390;

test('while 41 MB are read, checked, compared, brought in and taken back, and afterwards, the page draws and answers', async ({
  bearing,
}, testInfo) => {
  testInfo.setTimeout(600_000);
  const file = testInfo.outputPath('huge.json');
  expect(largeFile(file, PAPERS)).toBeGreaterThan(41_000_000);
  expect(await expectUsableThroughout(bearing, file, PAPERS)).toEqual([]);
});

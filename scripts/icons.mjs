/**
 * Draws public/icon/*.png from the SVG sources in scripts/icon, with the same Chromium the tests use.
 * Run `node scripts/icons.mjs` after changing a source; the PNGs are committed.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser, ensureDeps, root } from './browser.mjs';

const SIZES = [
  { px: 16, source: 'icon-small.svg' },
  { px: 32, source: 'icon.svg' },
  { px: 48, source: 'icon.svg' },
  { px: 128, source: 'icon.svg' },
];

ensureDeps();
const executablePath = await ensureBrowser();
const { chromium } = await import('@playwright/test');
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const target = path.join(root, 'public', 'icon');
mkdirSync(target, { recursive: true });
for (const { px, source } of SIZES) {
  const svg = readFileSync(path.join(root, 'scripts', 'icon', source), 'utf8');
  const page = await browser.newPage({ viewport: { width: px, height: px } });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${px}px;height:${px}px}</style>${svg}`,
  );
  await page.screenshot({ path: path.join(target, `${px}.png`), omitBackground: true });
  console.log(`public/icon/${px}.png`);
  await page.close();
}
await browser.close();

/** A reader at work, for the benches: one browser with the extension of one side in it. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from '../../scripts/browser.mjs';
import { clickToolbarButton, surface, until } from '../../scripts/drive.mjs';
import { launchWithExtension, makeProfile, removeProfile } from '../../scripts/launch.mjs';
import { atExit } from './at-exit.mjs';

/** A restore of thousands of tags, or twenty tabs at once, on a busy machine. */
const LONG_MS = 60_000;

export class Reader {
  /** @param {import('./sides.mjs').Side} side */
  static async start(side) {
    const reader = new Reader();
    reader.side = side;
    reader.ui = side.ui;
    reader.profile = makeProfile(side.extension);
    reader.forget = atExit(() => removeProfile(reader.profile));
    Object.assign(
      reader,
      await launchWithExtension({
        executablePath: await findBrowser(),
        extension: side.extension,
        profile: reader.profile,
      }),
    );
    reader.context.setDefaultTimeout(LONG_MS);
    return reader;
  }

  async open(url) {
    const page = await this.context.newPage();
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return page;
  }

  openOwn(file) {
    return this.open(`chrome-extension://${this.id}/${file}`);
  }

  async popup(page) {
    await clickToolbarButton(this.context, this.id, page);
    return surface(this.profile, `chrome-extension://${this.id}/popup.html`);
  }

  /**
   * Restores a backup as a reader does.
   * @returns {Promise<{ ms: number, longest: number }>} how long it took, and the page's longest task meanwhile, in
   * milliseconds; tasks under 50 do not count as long, and give 0
   */
  async restore(text, ms = LONG_MS) {
    const page = await this.openOwn('workspace.html#/exchange');
    // From the disk, as a reader has it: given as bytes, the driver would unpack them in the page.
    const file = path.join(this.profile, 'backup.json');
    writeFileSync(file, text);
    try {
      // The room's own start is not the import's.
      await page.getByLabel('Files to import').waitFor();
      await page.evaluate(watchLongTasks);
      const took = await timed(() => this.ui.importBackup(page, file, ms));
      return { ms: took, longest: await page.evaluate(() => globalThis.longestTask) };
    } finally {
      await page.close();
    }
  }

  /** Waits until a page has as many painted tags. */
  untilPainted(page, count) {
    return until(
      `${count} tags to be painted on ${page.url()}`,
      async () => ((await this.ui.paintedCount(page)) === count ? true : undefined),
      LONG_MS,
    );
  }

  async startTagging(page) {
    await this.ui.startFromPopup(await this.popup(page), page);
  }

  async close() {
    await this.context.close();
    this.forget();
  }
}

/** Runs in a page. */
export function watchLongTasks() {
  globalThis.longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      globalThis.longestTask = Math.max(globalThis.longestTask, duration);
  }).observe({ type: 'longtask' });
}

/** Milliseconds that `work` took. */
export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

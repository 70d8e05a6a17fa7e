/** Tags statement after statement of one page by keys, as fast as Bearing says "saved". */

export class Tagger {
  saves = 0;

  /**
   * @param {import('./reader.mjs').Reader} reader
   * @param {import('@playwright/test').Page} page  in tagging mode, with `painted` tags on it
   */
  constructor(reader, page, painted) {
    Object.assign(this, { reader, page, painted });
  }

  /**
   * Chooses the next statement and tags it.
   * @returns {Promise<number>} milliseconds from the last key until the tag counts as saved
   */
  async save() {
    const { page, saves } = this;
    const { CHOSEN_LOOK, STANCE_LINES, STANCE_KEYS, chosenText, namesByLook } = this.reader.ui;
    const inPage = (work, ...given) =>
      page.evaluate(`(${work})(${namesByLook}, ...${JSON.stringify(given)})`);
    const before = await chosenText(page);
    await page.keyboard.press('j');
    this.chosen = await inPage(untilOther, CHOSEN_LOOK, before);
    await page.keyboard.press(String(1 + (saves % 3)));
    const counted = inPage(untilCount, Object.values(STANCE_LINES), this.painted + saves + 1);
    const start = performance.now();
    await page.keyboard.press(Object.values(STANCE_KEYS)[saves % 3]);
    await counted;
    this.saves += 1;
    return performance.now() - start;
  }
}

/* Both run in the page. A tag is painted in the colours of its stance only once it is saved. */

function untilOther(namesByLook, chosen, before) {
  return new Promise((resolve) => {
    const look = () => {
      const text = [...(CSS.highlights.get(namesByLook()[chosen]) ?? [])].map(String).join(' ');
      const now = text.replace(/\s+/g, ' ').trim();
      if (now && now !== before) resolve(now);
      else setTimeout(look);
    };
    look();
  });
}

function untilCount(namesByLook, lines, count) {
  return new Promise((resolve) => {
    let names = [];
    let registered = 0;
    const look = () => {
      // Looks are asked for when there are new names only: asking costs the page a layout of its styles.
      if (CSS.highlights.size !== registered) {
        const byLook = namesByLook();
        registered = CSS.highlights.size;
        names = lines.flatMap((line) => byLook[line] ?? []);
      }
      const now = names.reduce((sum, name) => sum + (CSS.highlights.get(name)?.size ?? 0), 0);
      if (now >= count) resolve();
      else setTimeout(look);
    };
    look();
  });
}

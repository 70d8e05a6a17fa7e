/** Accessibility of what a reader sees, by axe: the extension's own pages, and the toolbar in its frame. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { untilBar } from '../../scripts/ui.mjs';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What depends on the colours, and so is asked in the dark too. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

declare const axe: {
  run(
    within: string,
    options: { runOnly?: string[] },
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
};

/** Fails where axe finds something in the toolbar over a page, in the dark or in the light; leaves it light. */
export async function expectToolbarAccessible(page: Page): Promise<void> {
  const bar = await untilBar(page);
  // Evaluated by the debugger, which the policy of the extension's pages does not hold.
  await bar.evaluate(source);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    const found = await bar.evaluate(
      async (options) => {
        await Promise.allSettled(document.getAnimations().map((a) => a.finished));
        const { violations } = await axe.run('.app', options);
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      },
      colorScheme === 'dark' ? { runOnly: OF_COLOURS } : {},
    );
    expect(found).toEqual([]);
  }
}

async function expectNothingFound(page: Page, rules?: string[]): Promise<void> {
  // What is still fading in has no contrast yet.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((a) => a.finished)));
  const builder = new AxeBuilder({ page })
    // Otherwise axe opens a page of its own for each analysis, which the panel's client cannot.
    .setLegacyMode(true)
    // Menus and tooltips are in a portal beside the landmarks, with sentinels that turn focus around.
    .disableRules(['region'])
    .exclude('[data-base-ui-focus-guard]');
  const { violations, passes } = await (rules ? builder.withRules(rules) : builder).analyze();
  expect(
    violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`),
  ).toEqual([]);
  expect(passes.length).toBeGreaterThan(rules ? 0 : 5);
}

/** Fails where axe finds something on one of the extension's pages, in the light or in the dark; leaves it light. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNothingFound(page, OF_COLOURS);
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNothingFound(page);
}

/** Accessibility of the toolbar, which sits in a frame that axe cannot reach from the page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { untilBar } from '../../scripts/ui.mjs';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare const axe: {
  run(within: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
};

/** What axe finds wrong in the toolbar over a page, one line each. */
export async function toolbarViolations(page: Page): Promise<string[]> {
  const bar = await untilBar(page);
  // Evaluated by the debugger, which the policy of the extension's pages does not hold.
  await bar.evaluate(source);
  return bar.evaluate(async () => {
    const { violations } = await axe.run('.app');
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

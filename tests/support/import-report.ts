/** What the import control reports, before and after an import. */
import type { Page } from '@playwright/test';

/** The numbers by the name of their row: `{ New: 84, Unchanged: 3, … }`. */
export function importRows(page: Page): Promise<Record<string, number>> {
  return page.locator('[aria-labelledby="import-title"] dl > div').evaluateAll((rows) =>
    Object.fromEntries(
      rows.flatMap((row) => {
        const [name, count] = [row.querySelector('dt'), row.querySelector('dd')];
        // Names have no number.
        return count?.textContent
          ? [[name?.textContent ?? '', Number(count.textContent.replace(/\D/g, ''))]]
          : [];
      }),
    ),
  );
}

/** What kind of document a tab shows, whatever its address promises. */
import { browser } from 'wxt/browser';

/** The type of the document in a tab; null where the browser lets no script in. */
export async function contentTypeOf(tabId: number): Promise<string | null> {
  try {
    const [asked] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => document.contentType,
    });
    return asked?.result ?? null;
  } catch {
    return null;
  }
}

/** Has the reader come to a tab's document by Back or Forward? False where the browser lets no script in. */
export async function cameBack(tabId: number): Promise<boolean> {
  try {
    const [asked] = await browser.scripting.executeScript({
      target: { tabId },
      func: () =>
        performance
          .getEntriesByType('navigation')
          .some((entry) => (entry as PerformanceNavigationTiming).type === 'back_forward'),
    });
    return asked?.result === true;
  } catch {
    return false;
  }
}

/** What kind of document a tab shows, whatever its address promises. */
import { browser } from 'wxt/browser';

export const PDF_TYPE = 'application/pdf';

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

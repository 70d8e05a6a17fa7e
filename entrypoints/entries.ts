/**
 * The entries of a result list: put into a page by the popup or the side panel, which want its papers. It reads them once,
 * gives them as its result, and leaves nothing behind. Tagging mode reads them itself.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { yieldNow } from '../lib/dom';
import { readList, reportOfEntry } from '../lib/page';

export default defineUnlistedScript({
  async main() {
    const { entries, unread, isCut } = await readList(document, location.href, yieldNow);
    return { reports: entries.map(reportOfEntry), unread, isCut };
  },
});

/**
 * The reader: put into a document by the background where the notice script's glance does not rule a paper out. It only
 * hands its function to the notice script, which reads the page with it at once, and whenever the page has changed.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { shared } from '../lib/messaging/page/shared';
import { notice } from '../lib/page';
import { pageKey } from '../lib/text';

export default defineUnlistedScript({
  main() {
    const ours = shared();
    ours.readPage = notice;
    ours.readAt = pageKey(location.href);
    ours.onReader?.(notice);
  },
});

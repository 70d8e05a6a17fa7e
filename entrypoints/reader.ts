/**
 * The reader of the visible page: put into a tab by the background when the notice script cannot tell from
 * the metadata. It only leaves its function where the notice script finds it.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { shared } from '../lib/messaging/page/shared';
import { notice } from '../lib/page';

export default defineUnlistedScript({
  main() {
    shared().readPage = notice;
  },
});

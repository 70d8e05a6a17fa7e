/**
 * The reader of the visible page: put into a tab by the background when the notice script cannot tell from
 * what machines are told. It only leaves its function where the notice script finds it.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PageReport } from '../lib/model';
import { notice } from '../lib/page';

declare global {
  // Shared by our scripts in this page's isolated world; the page's own scripts cannot see it.
  var bearingReadPage: (() => PageReport) | undefined;
}

export default defineUnlistedScript({
  main() {
    globalThis.bearingReadPage = () => notice(document, location.href);
  },
});

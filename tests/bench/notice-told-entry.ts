/** The notice bench on commits that have no glance: there every page's metadata was read, and then perhaps the page. */
import { notice, noticeTold } from '../../lib/page';
import { installBench } from './notice-page';

installBench(noticeTold, (doc, url) => {
  const { report, more } = noticeTold(doc, url);
  return more ? notice(doc, url) : report;
});

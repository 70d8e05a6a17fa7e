/** Which paper the page shows, and which one a passage is of: asked of the script that owns the answer. */
import { shared } from '../../../lib/messaging/page/shared';
import type { PageReport } from '../../../lib/model';
import { noticeHere } from '../../../lib/page';
import { PageOwner } from '../../../lib/page/content/owner';
import type { ShownPage } from '../../../lib/page/types';

/** The notice script's answer; where that does not run (yet), one of our own. */
export function shownPage(doc: Document, signal: AbortSignal): ShownPage {
  shared().page ??= new PageOwner(doc, signal, (reading) => noticeHere(doc, reading));
  return shared().page as ShownPage;
}

/** The report under which a page is tagged. */
export function taggedAs(report: PageReport, title: string): PageReport {
  if (report.paper) return report;
  // The reader may tag any page: one that is not an article is remembered by its address and title.
  const name = title.trim().slice(0, 2000);
  return {
    ...report,
    paper: {
      url: report.url,
      authors: [],
      ...(name && { title: name }),
      sources: name ? { title: 'visible' } : {},
    },
  };
}

/** A page that is not known yet has no paper and no tags. */
export function notYetRead(url: string): PageReport {
  return { kind: 'none', reasons: ['the page is loading'], url, paper: null, conflicts: [] };
}

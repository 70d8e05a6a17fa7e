/**
 * The page as tagging mode sees it, whatever kind of page it is: its paper, its text, the statements that it offers as
 * such, and a passage with all that is saved of it.
 */
import { describe, locate } from '../../../lib/anchor';
import type { PageNow, PageReport, Selectors } from '../../../lib/model';
import { reportedReference } from '../../../lib/model/records/quote';
import { readPassage } from '../../../lib/page/reading';
import type { ShownPage } from '../../../lib/page/types';
import type { Held } from '../mode/state';
import { overlap } from './overlap';
import { PageText, type Passage } from './page-text';
import { readsAs } from './reads-as';
import { citingReport, type ScitePassage, scitePassages } from './scite-reader';
import { notYetRead, shownPage, taggedAs } from './shown';

type ReadPage = Extract<PageNow, { state: 'read' }>;

export class PageSource {
  readonly text: PageText;
  private readonly page: ShownPage;
  /** The content whose tags are shown; null until the page has been read. */
  content: ReadPage | null;
  /** The statements that a scite report offers; empty on every other page. */
  private offered: ScitePassage[] = [];

  constructor(
    private readonly doc: Document,
    signal: AbortSignal,
  ) {
    this.page = shownPage(doc, signal);
    const now = this.now();
    this.content = now.state === 'read' ? now : null;
    this.text = new PageText(doc, signal, () => this.offered);
  }

  /** What the page shows at this moment; `content` follows when tagging mode has taken notice of it. */
  now(): PageNow {
    return this.page.now();
  }

  subscribe(listener: (now: PageNow, restored: boolean) => void, signal: AbortSignal): void {
    this.page.subscribe(listener, signal);
  }

  /** The paper under which this page's statements are filed. */
  get report(): PageReport {
    return this.reportOf(this.content);
  }

  private reportOf(content: Pick<ReadPage, 'report' | 'title'> | null): PageReport {
    const { href } = (this.doc.defaultView ?? window).location;
    return content ? taggedAs(content.report, content.title) : notYetRead(href);
  }

  /** Reads the statements that the page offers as such. */
  readOffered(): readonly Passage[] {
    const isReport = this.report.representation === 'scite-report';
    this.offered = isReport ? scitePassages(this.doc) : [];
    return this.offered;
  }

  /** A passage as it is now: what is saved, whatever the page does to its text meanwhile. */
  hold({ range, quote }: Passage): Held {
    const content = readsAs(readPassage(range)?.text ?? '', quote)
      ? this.page.contentAt([range.startContainer, range.endContainer])
      : null;
    const report = this.reportOf(content);
    const offered = this.offered.find((one) => one.range === range || overlap(one.range, range));
    const { representation = 'html', url } = report;
    return {
      page: content && (offered ? citingReport(report, offered) : report),
      contentId: content?.id ?? null,
      statement: {
        quote,
        ...this.text.contextOf(range),
        ...(offered && {
          section: offered.section,
          machineLabels: offered.machineLabels,
          cites: [reportedReference(report.paper, url)],
        }),
        target: { representation, url, selectors: describe(range) },
      },
    };
  }

  /** Where held words are on the page now; null where they are not. */
  find({ statement }: Held): Range | null {
    const [located] = locate([statement.target.selectors as Selectors], this.doc.body);
    return located?.range ?? null;
  }
}

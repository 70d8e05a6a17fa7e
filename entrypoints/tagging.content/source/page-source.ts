/**
 * The page as tagging mode sees it, whatever kind of page it is: its paper, its text, the statements that it offers as
 * such, and a passage with all that is saved of it.
 */
import { describe, locate } from '../../../lib/anchor';
import type { PageNow, PageReport, Selectors } from '../../../lib/model';
import { reportedReference } from '../../../lib/model/records/quote';
import { readPassage } from '../../../lib/page/reading';
import type { Held } from '../mode/state';
import type { Medium } from './medium';
import { overlap } from './overlap';
import { PageText, type Passage } from './page-text';
import { readsAs } from './reads-as';
import { citingReport, type ScitePassage, scitePassages } from './scite-reader';
import { notYetRead, taggedAs } from './shown';

type ReadPage = Extract<PageNow, { state: 'read' }>;

export class PageSource {
  readonly text: PageText;
  /** The content whose tags are shown; null until the page has been read. */
  content: ReadPage | null;
  /** The statements that a scite report offers; empty on every other page. */
  private offered: ScitePassage[] = [];

  constructor(
    private readonly doc: Document,
    private readonly medium: Medium,
    signal: AbortSignal,
  ) {
    const now = this.now();
    this.content = now.state === 'read' ? now : null;
    this.text = new PageText(medium, signal, () => this.offered);
  }

  /** What the page shows at this moment; `content` follows when tagging mode has taken notice of it. */
  now(): PageNow {
    return this.medium.page.now();
  }

  subscribe(listener: (now: PageNow, restored: boolean) => void, signal: AbortSignal): void {
    this.medium.page.subscribe(listener, signal);
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
      ? this.medium.page.contentAt([range.startContainer, range.endContainer])
      : null;
    const report = this.reportOf(content);
    const page = this.medium.pageOf?.(range).page;
    const offered = this.offered.find((one) => one.range === range || overlap(one.range, range));
    const { representation = 'html', url } = report;
    return {
      page: content && (offered ? citingReport(report, offered) : report),
      contentId: content?.id ?? null,
      statement: {
        quote,
        ...this.text.contextOf(range),
        ...(page && { page }),
        ...(offered && {
          section: offered.section,
          machineLabels: offered.machineLabels,
          cites: [reportedReference(report.paper, url)],
        }),
        target: { representation, url, selectors: this.selectorsOf(range) },
      },
    };
  }

  /** What finds a passage again. */
  selectorsOf(range: Range): Selectors {
    const { selectors } = this.medium.pageOf?.(range) ?? {};
    return { ...describe(range, this.medium.root()), ...selectors };
  }

  /** Where held words are on the page now; null where they are not. */
  find({ statement }: Held): Range | null {
    const [located] = locate([statement.target.selectors as Selectors], this.medium.root());
    return located?.range ?? null;
  }
}

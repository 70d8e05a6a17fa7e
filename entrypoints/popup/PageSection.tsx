/** The upper half: what the page behind the popup is, and the one thing to do next. */

import { browser } from 'wxt/browser';
import { PDF_PRIVATE, PDF_SENTENCE, PDF_TITLE, PdfOffer } from '@/components/paper/PdfOffer';
import { counted } from '@/components/text/count';
import { Button } from '@/components/ui/Button';
import { Kbd } from '@/components/ui/Kbd';
import { Message } from '@/components/ui/Message';
import { Skeleton } from '@/components/ui/Skeleton';
import { useAct } from '@/components/ui/use-act';
import { useLate } from '@/components/ui/use-late';
import { type Page, tellPage } from '@/lib/browser';
import { ask } from '@/lib/messaging';
import { Problem } from '@/lib/model';
import { pdfReport } from '@/lib/page/pdf';
import type { LeftOut } from '@/lib/store';
import { displayText } from '@/lib/text';
import { ArticleSection } from './ArticleSection';
import { openRoom } from './doors';
import styles from './PageSection.module.css';
import { PrivateWindow } from './PrivateWindow';

export function PageSection({
  page,
  reviewId,
  shortcut,
  nothingYet,
  onLeftOut,
}: {
  page: Page;
  reviewId: string | undefined;
  shortcut: string;
  nothingYet: boolean;
  onLeftOut: (leftOut: readonly LeftOut[]) => void;
}) {
  const asking = page.state === 'asking' || (page.state === 'silent' && page.loading);
  const late = useLate(asking);
  const { problem, act, busy } = useAct();

  const tag = (words = 'Tag this page', look: 'primary' | 'plain' = 'primary') => {
    if (page.state !== 'read') return null;
    const { tabId, tagging } = page;
    const press = () =>
      void act(async () => {
        if (tagging) await stopTagging(tabId);
        else await ask('tagging/start', { tabId });
        window.close();
      });
    return (
      <TagButton
        shortcut={shortcut}
        busy={busy}
        look={tagging ? 'plain' : look}
        text={tagging ? 'Stop tagging' : words}
        onClick={press}
      />
    );
  };

  const inPrivate = 'privateWindow' in page ? page.privateWindow : null;
  const privateNote = inPrivate ? <PrivateWindow {...inPrivate} /> : null;

  if (page.state === 'asking')
    return late ? <Skeleton lines={3} label="Reading this page" /> : null;
  if (page.state === 'read' && page.report.paper && page.report.kind === 'article')
    return (
      <section className={styles.section} aria-label="This page">
        <ArticleSection
          report={page.report}
          reviewId={reviewId}
          privateWindow={page.privateWindow}
          tag={tag()}
          onLeftOut={onLeftOut}
        />
        {privateNote}
        {problem ? <Message kind="error">{problem}</Message> : null}
      </section>
    );

  const { title, text, action } = sentences(page, nothingYet);
  return (
    <section className={styles.section} aria-label="This page">
      <div className={styles.state}>
        <h1 className={styles.stateTitle} dir="auto">
          {displayText(title)}
        </h1>
        <p className={styles.soft}>{text}</p>
        {page.state === 'pdf' ? (
          <PdfOffer
            tabId={page.tabId}
            url={page.url}
            onOpened={() => window.close()}
            report={pdfReport(page.url)}
            reviewId={reviewId}
            privateWindow={page.privateWindow}
          />
        ) : null}
        <div className={styles.row}>
          {action === 'reload' && page.state === 'silent' ? (
            <Button
              onClick={() =>
                void act(async () => {
                  await browser.tabs.reload(page.tabId);
                })
              }
            >
              Reload this page
            </Button>
          ) : null}
          {action === 'tag' && page.state === 'read'
            ? page.report.kind === 'citation-list'
              ? tag()
              : tag('Tag it anyway', 'plain')
            : null}
          {action === 'codebooks' ? (
            <Button onClick={() => void openRoom('codebooks')}>
              See the influences you can tag
            </Button>
          ) : null}
        </div>
      </div>
      {privateNote}
      {problem ? <Message kind="error">{problem}</Message> : null}
    </section>
  );
}

async function stopTagging(tabId: number): Promise<void> {
  const answer = await tellPage(tabId, 'to-page/stop-tagging');
  if (answer?.tagging !== false)
    throw new Problem(
      'unreachable',
      'The page did not answer, so tagging may still be on there. Reload the page.',
    );
}

function TagButton({
  shortcut,
  busy,
  look,
  text,
  onClick,
}: {
  shortcut: string;
  busy: boolean;
  look: 'primary' | 'plain';
  text: string;
  onClick: () => void;
}) {
  return (
    <Button
      id="tag-this-page"
      className={styles.tag}
      look={look}
      onClick={onClick}
      aria-disabled={busy}
      aria-keyshortcuts={shortcut || undefined}
    >
      <span className={styles.tagText}>{text}</span>
      {shortcut ? <Kbd keys={shortcut} /> : null}
    </Button>
  );
}

interface State {
  title: string;
  text: string;
  action: 'none' | 'tag' | 'reload' | 'codebooks';
}

/** One sentence for each kind of page that is not an article, and at most one button. */
function sentences(page: Exclude<Page, { state: 'asking' }>, nothingYet: boolean): State {
  if (page.state === 'forbidden')
    return {
      title: 'Bearing cannot run here',
      text: nothingYet
        ? 'The browser keeps extensions out of this page. Open an article in a tab, then come back.'
        : 'The browser keeps extensions out of this page. Your map is below.',
      action: nothingYet ? 'codebooks' : 'none',
    };
  if (page.state === 'pdf')
    return {
      title: PDF_TITLE,
      text: page.privateWindow ? PDF_PRIVATE : PDF_SENTENCE,
      action: 'none',
    };
  if (page.state === 'changing')
    return {
      title: page.host,
      text: page.pdf
        ? 'This PDF is being opened. Its paper is shown here as soon as its text has been read.'
        : 'This page is loading another text. Its paper is shown here as soon as the text has arrived.',
      action: 'none',
    };
  if (page.state === 'silent')
    return page.loading
      ? { title: page.host, text: 'This page is still loading.', action: 'none' }
      : {
          title: page.host,
          text: page.late
            ? 'This page has not answered yet. Its paper is shown here as soon as it does; if it does not, reload the page.'
            : 'This page was open before Bearing was. Reload it, and Bearing can read it.',
          action: 'reload',
        };
  const { report } = page;
  if (report.kind === 'citation-list') {
    const entries = (report as { entries?: number }).entries;
    const papers = entries === undefined ? 'papers' : counted(entries, 'paper');
    return {
      title: report.paper?.title ?? `A list of ${papers}`,
      text: report.paper?.title
        ? `A list of ${papers} about this one. Tag a statement here, or open a paper from the list.`
        : 'Open a paper from the list to tag it, or tag a statement that is shown here.',
      action: 'tag',
    };
  }
  if (nothingYet && !page.tagging)
    return {
      title: 'Start with an article',
      text: 'Open an article you want to read; Bearing notices it, and you tag it from here.',
      action: 'codebooks',
    };
  return {
    title: 'Not an article',
    text: `Nothing on ${page.host} looks like an article or a list of papers.`,
    action: 'tag',
  };
}

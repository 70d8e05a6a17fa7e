/** The upper half: what the page behind the popup is, and the one thing to do next. */

import { useState } from 'react';
import { browser } from 'wxt/browser';
import { PDF_PRIVATE, PDF_SENTENCE, PDF_TITLE, PdfOffer } from '@/components/paper/PdfOffer';
import type { PlaceOfPaper } from '@/components/paper/use-place';
import { counted } from '@/components/text/count';
import { Button } from '@/components/ui/Button';
import { Kbd } from '@/components/ui/Kbd';
import { Message } from '@/components/ui/Message';
import { Skeleton } from '@/components/ui/Skeleton';
import { useAct } from '@/components/ui/use-act';
import { useLate } from '@/components/ui/use-late';
import { type Page, tellPage } from '@/lib/browser';
import { ask } from '@/lib/messaging';
import { isQuietAt, Problem, type Settings } from '@/lib/model';
import { pdfReport } from '@/lib/page/pdf';
import { displayText } from '@/lib/text';
import { ArticleSection } from './ArticleSection';
import { openHelp } from './doors';
import { ListSection } from './ListSection';
import styles from './PageSection.module.css';
import { PrivateWindow } from './PrivateWindow';

export function PageSection({
  page,
  reviewId,
  shortcut,
  nothingYet,
  quiet,
  place,
}: {
  page: Page;
  reviewId: string | undefined;
  shortcut: string;
  nothingYet: boolean;
  /** Where pages are looked at only when asked. */
  quiet: Pick<Settings, 'quietHosts' | 'onlyWhenAsked'> | undefined;
  /** Of this page's paper. */
  place: PlaceOfPaper;
}) {
  const asking = page.state === 'asking' || (page.state === 'silent' && page.loading);
  const late = useLate(asking);
  const { problem, act, busy } = useAct();
  const [looked, setLooked] = useState(false);

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
          place={place}
        />
        {privateNote}
        {problem ? <Message kind="error">{problem}</Message> : null}
      </section>
    );

  const isUnread =
    page.state === 'read' &&
    page.report.kind === 'none' &&
    !looked &&
    quiet !== undefined &&
    isQuietAt(quiet, page.report.url);
  const { title, text, action } =
    isUnread && page.state === 'read'
      ? unread(page.host, quiet.onlyWhenAsked)
      : sentences(page, nothingYet);
  const look = (tabId: number) =>
    void act(async () => {
      await ask('page/look', { tabId });
      setLooked(true);
    });
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
        {page.state === 'read' && page.report.kind === 'citation-list' ? (
          <ListSection
            {...{ tabId: page.tabId, url: page.report.url, reviewId }}
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
          {action === 'look' && page.state === 'read' ? (
            <Button look="primary" onClick={() => look(page.tabId)}>
              Look at this page
            </Button>
          ) : null}
          {action === 'tag' && page.state === 'read'
            ? page.report.kind === 'citation-list'
              ? tag()
              : tag('Tag it anyway', 'plain')
            : null}
          {nothingYet && action !== 'reload' && action !== 'look' ? (
            <Button look="quiet" onClick={() => void openHelp('start')}>
              Try it on an example
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
  action: 'none' | 'tag' | 'reload' | 'look';
}

/** A page that nobody has asked to be looked at. */
const unread = (host: string, everywhere: boolean): State => ({
  title: host,
  text: everywhere
    ? 'Pages are looked at only when you ask, as you have it in Settings.'
    : 'Bearing is quiet on this site: it looks at a page when you ask.',
  action: 'look',
});

/** One sentence for each kind of page that is not an article, and at most one button. */
function sentences(page: Exclude<Page, { state: 'asking' }>, nothingYet: boolean): State {
  if (page.state === 'forbidden')
    return {
      title: 'Nothing to tag on this page',
      text: 'Browsers keep extensions out of their own pages. Open an article in a tab, and you tag it from here.',
      action: 'none',
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
  return {
    title: page.host,
    text: nothingYet
      ? 'Articles are recognised by themselves, and this page was not. You can tag any page all the same.'
      : 'This page was not recognised as an article. You can tag it all the same.',
    action: 'tag',
  };
}

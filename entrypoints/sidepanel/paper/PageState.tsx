/** What stands in place of the list where there is nothing to list: one sentence, and the next step. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { ReactNode } from 'react';
import { browser } from 'wxt/browser';
import { PDF_PRIVATE, PDF_SENTENCE, PDF_TITLE, PdfOffer } from '@/components/paper/PdfOffer';
import { Button } from '@/components/ui/Button';
import type { Page } from '@/lib/browser';
import { pdfReport } from '@/lib/page/pdf';
import { currentReview } from '@/lib/store';
import styles from './PageState.module.css';

export function PageState({
  title,
  children,
  action,
  heading: Heading = 'h2',
}: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
  heading?: 'h1' | 'h2';
}) {
  return (
    <div className={styles.state}>
      <Heading className={styles.title} dir="auto">
        {title}
      </Heading>
      <p className={styles.text}>{children}</p>
      {action}
    </div>
  );
}

/** A tab whose page says nothing: it may not be read, or it is not there yet. */
export function NoPage({ page }: { page: Exclude<Page, { state: 'asking' | 'read' }> }) {
  if (page.state === 'forbidden')
    return (
      <PageState heading="h1" title="Bearing cannot run here">
        The browser keeps extensions out of this page. Open an article in this tab, and its
        statements are listed here.
      </PageState>
    );
  if (page.state === 'pdf')
    return (
      <PageState heading="h1" title={PDF_TITLE} action={<PdfPaper {...page} />}>
        {page.privateWindow ? PDF_PRIVATE : PDF_SENTENCE}
      </PageState>
    );
  if (page.state === 'changing')
    return (
      <PageState heading="h1" title={page.host}>
        {page.pdf ? 'This PDF is being opened. ' : 'This page is loading another text. '}
        Its statements are listed here as soon as the text has arrived.
      </PageState>
    );
  if (page.loading)
    return (
      <PageState heading="h1" title={page.host}>
        This page is still loading.
      </PageState>
    );
  return (
    <PageState
      heading="h1"
      title={page.host}
      action={
        <Button onClick={() => void browser.tabs.reload(page.tabId)}>Reload this page</Button>
      }
    >
      {page.late
        ? 'This page has not answered yet. Its statements are listed here as soon as it does; if it does not, reload the page.'
        : 'This page was open before Bearing was. Reload it, and Bearing can read it.'}
    </PageState>
  );
}

function PdfPaper({
  tabId,
  url,
  privateWindow,
}: {
  tabId: number;
  url: string;
  privateWindow: { id: number } | null;
}) {
  const review = useLiveQuery(currentReview, []);
  return (
    <PdfOffer
      tabId={tabId}
      url={url}
      report={pdfReport(url)}
      reviewId={review?.id}
      privateWindow={privateWindow}
    />
  );
}

/** What stands in place of the list where there is nothing to list: one sentence, and the next step. */
import type { ReactNode } from 'react';
import { browser } from 'wxt/browser';
import { Button } from '@/components/ui/Button';
import type { Page } from '@/lib/browser';
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
      This page was open before Bearing was. Reload it, and Bearing can read it.
    </PageState>
  );
}

/** The side panel's frame: what the tab shows decides what stands in it. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Boundary } from '@/components/ui/Boundary';
import { Skeleton } from '@/components/ui/Skeleton';
import { useLate } from '@/components/ui/use-late';
import { shortcutOf } from '@/lib/browser';
import { ensureReview } from '@/lib/store';
import styles from './App.module.css';
import { NoPage } from './paper/PageState';
import { PaperView } from './paper/PaperView';
import { useTab } from './use-tab';

export function App() {
  return (
    <main className={styles.panel}>
      <Boundary what="The side panel">
        <Body />
      </Boundary>
    </main>
  );
}

const nothing = () => null;
const noSubscription = () => () => {};

function Body() {
  const { page, link, linking } = useTab();
  const outline = useSyncExternalStore(
    link?.subscribe ?? noSubscription,
    link?.snapshot ?? nothing,
  );
  const [shortcut, setShortcut] = useState('');
  const late = useLate(page.state === 'asking');
  useEffect(() => {
    void shortcutOf('toggle-tagging').then(setShortcut);
    // The background makes the first review when Bearing is installed; this covers a panel that is quicker.
    void ensureReview();
  }, []);
  if (page.state === 'asking')
    return late ? <Skeleton lines={4} label="Reading this page" /> : null;
  if (page.state !== 'read') return <NoPage page={page} />;
  return (
    <PaperView
      // Filters and the place in the list belong to one page.
      key={`${page.tabId} ${(outline?.report ?? page.report).url}`}
      page={page}
      link={link}
      linking={linking}
      outline={outline}
      shortcut={shortcut}
    />
  );
}

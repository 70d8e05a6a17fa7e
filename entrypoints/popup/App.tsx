/** The popup's frame: header, this page, the map, the way out. Data comes in live from the store. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { BackupDue } from '@/components/backup/BackupDue';
import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { NewerNote } from '@/components/left-out/NewerNote';
import { useEvidenceMap } from '@/components/map/use-evidence-map';
import { useMapOptions } from '@/components/map/use-map-options';
import { Boundary } from '@/components/ui/Boundary';
import { shortcutOf } from '@/lib/browser';
import { ensureReview, type LeftOut, listReviews, withLeftOut } from '@/lib/store';
import styles from './App.module.css';
import { Footer } from './Footer';
import { MapSection } from './MapSection';
import { PageSection } from './PageSection';
import { ReviewHeader } from './ReviewHeader';
import { useFitWindow } from './use-fit-window';
import { usePage } from './use-page';
import { usePopupKeys } from './use-popup-keys';

export function App() {
  const popup = useRef<HTMLElement>(null);
  useFitWindow(popup);
  return (
    <main ref={popup} className={styles.popup}>
      <Boundary what="The popup">
        <Body />
      </Boundary>
    </main>
  );
}

function Body() {
  const page = usePage();
  const [options, changeOptions] = useMapOptions();
  const live = useEvidenceMap(options);
  const reviews = useLiveQuery(() => withLeftOut(listReviews), []);
  const [shortcut, setShortcut] = useState('');
  const [help, setHelp] = useState(false);
  const [ofPage, setOfPage] = useState<readonly LeftOut[]>([]);

  useEffect(() => {
    void shortcutOf('toggle-tagging').then(setShortcut);
  }, []);
  useEffect(() => {
    // The background makes the first review when Bearing is installed; this covers a popup that is quicker.
    if (live === null) void ensureReview();
  }, [live]);
  usePopupKeys({ onHelp: () => setHelp((open) => !open) });

  return (
    <>
      <ReviewHeader review={live?.review} reviews={reviews?.value ?? []} />
      <NewerNote place="beside-page" />
      <BackupDue place="beside-page" />
      <Boundary what="This page's paper">
        <PageSection
          page={page}
          reviewId={live?.review.id}
          shortcut={shortcut}
          nothingYet={live ? live.listed === 0 : false}
          onLeftOut={setOfPage}
        />
      </Boundary>
      <Boundary what="The evidence map">
        <MapSection
          live={live}
          options={options}
          onChange={changeOptions}
          onArticle={page.state === 'read' && page.report.kind === 'article'}
          asking={page.state === 'asking'}
        />
      </Boundary>
      <LeftOutNote
        records={[...ofPage, ...(live?.leftOut ?? []), ...(reviews?.leftOut ?? [])]}
        place="beside-page"
      />
      <Footer live={live} help={help} onHelp={setHelp} shortcut={shortcut} />
    </>
  );
}

/** The popup's frame: header, this page, the map, the way out. Data comes in live from the store. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { BackupDue } from '@/components/backup/BackupDue';
import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { NewerNote } from '@/components/left-out/NewerNote';
import { useEvidenceMap } from '@/components/map/use-evidence-map';
import { useMapOptions } from '@/components/map/use-map-options';
import { onDemand } from '@/components/page/on-demand';
import { usePlace } from '@/components/paper/use-place';
import { ComingBack } from '@/components/review/ComingBack';
import { Boundary } from '@/components/ui/Boundary';
import { shortcutOf } from '@/lib/browser';
import { ensureReview, listReviews, settings, withLeftOut } from '@/lib/store';
import styles from './App.module.css';
import { Footer } from './Footer';
import { MapSection } from './MapSection';
import { OnThisPaper } from './OnThisPaper';
import { PageSection } from './PageSection';
import { ReviewHeader } from './ReviewHeader';
import { useFitWindow } from './use-fit-window';
import { usePage } from './use-page';
import { usePopupKeys } from './use-popup-keys';

const Jump = onDemand(async () => (await import('./Jump')).Jump);

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
  const stored = useLiveQuery(settings, []);
  const [shortcut, setShortcut] = useState('');
  const [help, setHelp] = useState(false);
  const article =
    page.state === 'read' && page.report.kind === 'article' && page.report.paper ? page : null;
  const place = usePlace(article?.report, live?.review.id, article?.privateWindow ?? null);
  const { paper, own } = place.state ?? {};

  useEffect(() => {
    void shortcutOf('toggle-tagging').then(setShortcut);
  }, []);
  useEffect(() => {
    // The background makes the first review when Bearing is installed; this covers a popup that is quicker.
    if (live === null) void ensureReview();
  }, [live]);
  const [jumping, setJumping] = useState(false);
  usePopupKeys({
    isOff: jumping,
    onHelp: () => setHelp((open) => !open),
    onJump: () => setJumping(true),
  });
  // Who types at once means the search: its code is there when the map is.
  const isLoaded = live !== undefined;
  useEffect(() => {
    if (isLoaded) Jump.preload();
  }, [isLoaded]);

  return (
    <>
      <ReviewHeader
        review={live?.review}
        reviews={reviews?.value ?? []}
        page={page}
        stored={stored}
        onJump={() => setJumping(true)}
      />
      {jumping ? (
        <Jump
          reviewId={live?.review.id}
          codebooks={live?.codebooks ?? []}
          onClose={() => setJumping(false)}
        />
      ) : null}
      <NewerNote place="beside-page" />
      <BackupDue place="beside-page" />
      <Boundary what="This page's paper">
        <PageSection
          page={page}
          reviewId={live?.review.id}
          shortcut={shortcut}
          quiet={stored}
          nothingYet={live ? live.listed === 0 : false}
          place={place}
        />
      </Boundary>
      <Boundary what="The evidence map">
        <MapSection
          live={live}
          options={options}
          onChange={changeOptions}
          onArticle={article !== null}
          asking={page.state === 'asking'}
          above={
            live && paper && own ? (
              <OnThisPaper paperId={paper.id} tags={own} codebooks={live.codebooks} />
            ) : live && !article && page.state !== 'asking' ? (
              <ComingBack live={live} place="beside-page" onOpened={() => window.close()} />
            ) : null
          }
        />
      </Boundary>
      <LeftOutNote
        records={[...place.leftOut, ...(live?.leftOut ?? []), ...(reviews?.leftOut ?? [])]}
        place="beside-page"
      />
      <Footer live={live} help={help} onHelp={setHelp} shortcut={shortcut} />
    </>
  );
}

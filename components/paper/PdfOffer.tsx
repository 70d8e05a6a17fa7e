/** What can be done with a PDF in the browser's viewer: it is opened in the reader; its paper goes on the reading list. */

import { openInReader } from '@/lib/browser';
import type { PageReport } from '@/lib/model';
import { Button } from '../ui/Button';
import { Message } from '../ui/Message';
import { useAct } from '../ui/use-act';
import { titleOf } from './cite';
import { PlaceMenu } from './PlaceMenu';
import { usePlace } from './use-place';

export const PDF_TITLE = 'A PDF';
export const PDF_SENTENCE =
  'The browser’s own viewer lets nobody tag what it shows. Bearing’s reader does: it fetches this document, and nothing else.';
export const PDF_PRIVATE =
  'The browser keeps Bearing’s reader out of private windows. Open the PDF in an ordinary window to tag it.';

export function PdfOffer({
  tabId,
  url,
  report,
  onOpened,
  reviewId,
  privateWindow,
}: {
  tabId: number;
  url: string;
  report: PageReport;
  onOpened?: () => void;
  reviewId: string | undefined;
  privateWindow: { id: number } | null;
}) {
  const { state, loading, setPlace, add } = usePlace(report, reviewId, privateWindow);
  const { problem, act } = useAct();
  const paper = state?.paper ?? report.paper;
  return (
    <>
      {privateWindow ? null : (
        <Button
          look="primary"
          onClick={() =>
            void act(async () => {
              await openInReader(tabId, url);
              onOpened?.();
            })
          }
        >
          Read it in Bearing
        </Button>
      )}
      {paper ? (
        <>
          <p>The address names this paper: {nameOf(paper)}</p>
          <PlaceMenu
            id="status-menu"
            listed={state?.listed}
            loading={loading}
            onAdd={() => void act(add)}
            reviewId={reviewId}
            onChange={(place) => void act(() => setPlace(place))}
          />
        </>
      ) : null}
      {problem ? <Message kind="error">{problem}</Message> : null}
    </>
  );
}

function nameOf(paper: NonNullable<PageReport['paper']>): string {
  const { title, doi, pmid, pmcid, arxiv } = paper;
  if (title || doi) return titleOf(paper);
  return pmcid ?? (arxiv ? `arXiv:${arxiv}` : `PMID ${pmid}`);
}

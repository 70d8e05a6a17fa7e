/** What can be done with a PDF: where its address names the paper, that goes on the reading list. */
import type { PageReport } from '@/lib/model';
import { Message } from '../ui/Message';
import { useAct } from '../ui/use-act';
import { titleOf } from './cite';
import { PlaceMenu } from './PlaceMenu';
import { usePlace } from './use-place';

export const PDF_TITLE = 'A PDF';
export const PDF_SENTENCE = 'PDFs are not read yet, so nothing can be tagged in this tab.';

export function PdfOffer({
  report,
  reviewId,
  privateWindow,
}: {
  report: PageReport;
  reviewId: string | undefined;
  privateWindow: { id: number } | null;
}) {
  const { state, setPlace } = usePlace(report, reviewId, privateWindow);
  const { problem, act } = useAct();
  const paper = state?.paper ?? report.paper;
  if (!paper) return null;
  return (
    <>
      <p>The address names this paper: {nameOf(paper)}</p>
      <PlaceMenu
        id="status-menu"
        listed={state?.listed}
        reviewId={reviewId}
        onChange={(place) => void act(() => setPlace(place))}
      />
      {problem ? <Message kind="error">{problem}</Message> : null}
    </>
  );
}

function nameOf(paper: NonNullable<PageReport['paper']>): string {
  const { title, doi, pmid, pmcid, arxiv } = paper;
  if (title || doi) return titleOf(paper);
  return pmcid ?? (arxiv ? `arXiv:${arxiv}` : `PMID ${pmid}`);
}

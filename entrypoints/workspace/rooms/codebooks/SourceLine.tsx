/** Where a codebook comes from: its citation, its DOI as a link, and on what terms it may be used. */
import { Foreign } from '@/components/text/Foreign';
import type { Codebook } from '@/lib/model';
import { displayText, doiUrl } from '@/lib/text';

export function SourceLine({
  source: { citation, doi, licence },
  className,
}: {
  source: Codebook['source'];
  className: string | undefined;
}) {
  return (
    <p className={className}>
      <Foreign text={citation} />{' '}
      {doi ? (
        <a href={doiUrl(doi)} target="_blank" rel="noreferrer">
          {displayText(doi)}
        </a>
      ) : null}
      {licence ? (
        <>
          {' · '}
          <Foreign text={licence} />
        </>
      ) : null}
    </p>
  );
}

/** What leaves of the review, how, and in which format. */
import { useState } from 'react';
import {
  copyMap,
  exportReview,
  type Part,
  reviewFormats,
  type ShownFormat,
} from '@/components/exchange/export-actions';
import { type ExportChoices, useExportChoices } from '@/components/exchange/export-choices';
import { type LastExport, newSince, useLastExports } from '@/components/exchange/last-exports';
import type { useEvidenceMap } from '@/components/map/use-evidence-map';
import type { ShownMapOptions } from '@/components/map/use-map-options';
import { counted } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import { momentInWords } from '@/components/text/when';
import { Button } from '@/components/ui/Button';
import type { Review } from '@/lib/model';
import { chooseTags, useChosenTags } from '../../export-part';
import { roomStyles } from '../../Room';
import styles from './ExchangeRoom.module.css';
import { ExportHow } from './ExportHow';
import { ExportPresets } from './ExportPresets';

type Scope = 'all' | 'tags' | 'news';

export function ExportReview({
  review,
  options,
  live,
  run,
  busy,
}: {
  review: Review;
  options: ShownMapOptions;
  live: ReturnType<typeof useEvidenceMap>;
  run: (work: () => Promise<string>) => void;
  busy: boolean;
}) {
  const chosen = useChosenTags(review.id);
  const [asked, setAsked] = useState<Scope>(chosen ? 'tags' : 'all');
  // The tags that were chosen may have been let go.
  const scope = asked === 'tags' && !chosen ? 'all' : asked;
  const last = useLastExports(review.id);
  const { excluded } = useExportChoices();
  const formats = reviewFormats();
  const part: Part = {
    ...(scope === 'tags' && chosen && { tags: chosen }),
    ...(scope === 'news' && { isNews: true }),
  };
  const write = (format: string, choices?: ExportChoices) =>
    run(() => exportReview(format, review.id, options, part, choices));

  return (
    <section className={roomStyles.section} aria-labelledby="export-title">
      <h2 id="export-title" className={roomStyles.sectionTitle}>
        Export “<Foreign text={review.name} />”
      </h2>
      <fieldset className={styles.scope}>
        <legend>What leaves</legend>
        <Choice {...{ scope, setAsked }} value="all">
          The whole review
        </Choice>
        {chosen ? (
          <div className={styles.row}>
            <Choice {...{ scope, setAsked }} value="tags">
              {counted(chosen.ids.length, 'tag')} on {counted(chosen.statements, 'statement')}:{' '}
              <Foreign text={chosen.words} />
            </Choice>
            <Button look="link" onClick={() => chooseTags(null)}>
              Clear
            </Button>
          </div>
        ) : null}
        <Choice {...{ scope, setAsked }} value="news">
          Only what is new since the last export in the same format
        </Choice>
        {chosen ? null : (
          <p className={styles.hint}>
            To export a part, filter or select statements in Statements, then choose “Export these”.
          </p>
        )}
      </fieldset>
      <ExportHow />
      <ExportPresets formats={formats} onExport={write} busy={busy} />
      <ul className={styles.list}>
        {formats.map((format) => (
          <li key={format.id} className={styles.item}>
            <div className={styles.words}>
              <div>{format.name}</div>
              <div className={styles.hint}>
                {format.hint}
                {scope === 'news' ? ` ${newsWords(format, last.get(format.id), excluded)}` : ''}
              </div>
              {format.lacks ? (
                <details className={styles.lacks}>
                  <summary>What is not in it</summary>
                  {format.lacks}
                </details>
              ) : null}
            </div>
            <Button
              disabled={busy}
              aria-label={`Export: ${format.name}`}
              onClick={() => write(format.id)}
            >
              Export
            </Button>
          </li>
        ))}
        <li className={styles.item}>
          <div className={styles.words}>
            <div>Map as text</div>
            <div className={styles.hint}>Aligned lines for an e-mail, with n/N and %.</div>
          </div>
          <Button
            disabled={!live}
            aria-label="Copy the map as text"
            onClick={() => run(async () => (live ? copyMap(live.map) : ''))}
          >
            Copy
          </Button>
        </li>
      </ul>
    </section>
  );
}

function newsWords(
  { hasParts }: ShownFormat,
  last: LastExport | undefined,
  excluded: boolean,
): string {
  if (!hasParts) return 'What is counted is always counted over the whole review.';
  if (last && !newSince(last, { excluded }))
    return 'The last file had no excluded papers: all of it leaves.';
  return last ? `New since ${momentInWords(last.at)}.` : 'Not exported yet: all of it leaves.';
}

function Choice({
  value,
  scope,
  setAsked,
  children,
}: {
  value: Scope;
  scope: Scope;
  setAsked: (scope: Scope) => void;
  children: React.ReactNode;
}) {
  return (
    <label className={styles.choice}>
      <input
        type="radio"
        name="export-scope"
        checked={scope === value}
        onChange={() => setAsked(value)}
      />
      <span>{children}</span>
    </label>
  );
}

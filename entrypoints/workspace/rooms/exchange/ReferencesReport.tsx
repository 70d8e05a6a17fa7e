/** What becomes of the references of a file, in words: as a preview, and afterwards as what was done. */
import type { ReactNode } from 'react';
import type { ShownReferences } from '@/components/exchange/import-messages';
import { aboutPaper } from '@/components/paper/cite';
import { counted, figure } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import { Message } from '@/components/ui/Message';
import { type BrokenReference, LONGEST_TEXT, type ReferenceFate } from '@/lib/model';
import type { ReferenceDoubt } from '@/lib/store';
import { Row } from './ImportReport';
import styles from './ImportReport.module.css';

/** `isPart`: under the report of what names them, where only what there is counts. */
export function ReferencesReport({
  report,
  isPart = false,
}: {
  report: ShownReferences;
  isPart?: boolean;
}) {
  const { counts, lines, broken, filled, cut, remark } = report;
  const row = (fate: ReferenceFate, name: string, note?: string, summary = 'Show them') =>
    isPart && !counts[fate] ? null : (
      <Row
        key={fate}
        name={name}
        count={counts[fate]}
        note={
          counts[fate] ? (
            <>
              {note ? <p>{note}</p> : null}
              <Lines summary={summary} count={counts[fate]}>
                {lines[fate].map(({ line, name: title, doubt }) => (
                  <Line
                    key={line}
                    line={line}
                    text={title}
                    why={doubt ? <Why {...doubt} /> : null}
                  />
                ))}
              </Lines>
            </>
          ) : null
        }
      />
    );
  return (
    <>
      {remark ? <Message kind="caution">{remark}</Message> : null}
      <dl className={styles.rows}>
        {row('new', 'New')}
        {row('listed', 'Already listed')}
        {row('known', 'Known, not yet on this list')}
        {row('doubtful', 'Doubtful', DOUBTFUL, 'Show them, and why')}
        {counts.repeated ? row('repeated', 'Twice in the file', REPEATED) : null}
        {isPart ? null : (
          <BrokenRow summary="They cannot be read: why" count={counts.broken} broken={broken} />
        )}
      </dl>
      {cut ? (
        <Message kind="caution">
          The notes of {counted(cut, 'paper')} are longer than Bearing can keep (
          {figure(LONGEST_TEXT)} characters for each paper): what is beyond that is left out.
        </Message>
      ) : null}
      {filled ? (
        <p className={styles.sub}>
          {counted(filled, 'paper')} that {filled === 1 ? 'is' : 'are'} here{' '}
          {filled === 1 ? 'gains' : 'gain'} what {filled === 1 ? 'it lacks' : 'they lack'}: fields
          or notes. What was read from a paper’s own page is not changed.
        </p>
      ) : null}
    </>
  );
}

const DOUBTFUL =
  'Each has the title of another paper, and something speaks against it being that one. They become papers of their own; the reading list offers to join those that report one study.';
const REPEATED = 'The same work as an earlier reference of this file: one paper.';

/** What of a file cannot come in: `broken` has the first of `count`. */
export function BrokenRow({
  summary,
  count,
  broken,
}: {
  summary: string;
  count: number;
  broken: readonly BrokenReference[];
}) {
  const why = (
    <Lines summary={summary} count={count}>
      {broken.map(({ line, text, problem }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one line may be broken twice, and the list never changes
        <Line key={i} line={line} text={text} why={problem} />
      ))}
    </Lines>
  );
  return <Row name="Broken" count={count} note={count ? why : null} />;
}

export function Lines({
  summary,
  count,
  children,
}: {
  summary: string;
  count: number;
  children: ReactNode[];
}) {
  return (
    <details>
      <summary>{summary}</summary>
      <ul className={styles.lines}>{children}</ul>
      {count > children.length ? <p>… and {figure(count - children.length)} more.</p> : null}
    </details>
  );
}

export function Line({ line, text, why }: { line: number; text: string; why: ReactNode }) {
  return (
    <li>
      <span className={styles.lineOf}>Line {figure(line)}</span>
      <div className={styles.lineText}>
        <Foreign text={text} />
        {why ? <div className={styles.sub}>{why}</div> : null}
      </div>
    </li>
  );
}

const WHY: Readonly<Record<ReferenceDoubt['why'], string>> = {
  id: 'Same title, another identifier',
  year: 'Same title, another year',
  author: 'Same title, another first author',
  place: 'Same title, another place in print',
  unsure: 'Same title, and nothing else to compare',
};

function Why({ why, like, line }: ReferenceDoubt) {
  const about = aboutPaper(like, like.doi);
  const where = line === undefined ? '' : ` (line ${figure(line)})`;
  return (
    <>
      {WHY[why]}
      {about ? ': ' : ''}
      <Foreign text={about} />
      {where}.
    </>
  );
}

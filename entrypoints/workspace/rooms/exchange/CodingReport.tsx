/** What becomes of earlier coding, in words: as a preview, and afterwards as what was done. */
import type { ReactNode } from 'react';
import type { ShownCoding } from '@/components/exchange/import-messages';
import { counted, figure } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import type { FieldEdit, PassageFate, PassageLine, WhyLeft } from '@/lib/store';
import { Row } from './ImportReport';
import styles from './ImportReport.module.css';
import { BrokenRow, Line, Lines, ReferencesReport } from './ReferencesReport';

/** More than anyone reads of names. */
const MOST_NAMES = 200;

export function CodingReport({ report }: { report: ShownCoding }) {
  const { counts, lines, broken, matched, made, coders, papers } = report;
  const row = (fate: PassageFate, name: string, summary = 'Show them') => (
    <Row
      key={fate}
      name={name}
      count={counts[fate]}
      note={
        counts[fate] ? (
          <Lines summary={summary} count={counts[fate]}>
            {lines[fate].map((line, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one row may have several codes, and the list never changes
              <PassageOf key={i} {...line} />
            ))}
          </Lines>
        ) : null
      }
    />
  );
  const seen = Object.values(papers.counts).some(Boolean);
  return (
    <>
      <dl className={styles.rows}>
        {row('new', 'New tags')}
        {row('changed', 'Changed tags', 'Show what changes')}
        {row('same', 'Unchanged')}
        {counts.repeated ? row('repeated', 'Twice in the file') : null}
        {counts.left ? row('left', 'Left as they are', 'Show them, and why') : null}
        <BrokenRow summary="They cannot come in: why" count={counts.broken} broken={broken} />
        {matched.length ? (
          <Row name="Known codes" count={matched.length} note={<Matched of={matched} />} />
        ) : null}
        {made ? (
          <Row
            name="New codes"
            count={made.influences.length}
            note={
              <>
                <p>
                  They become influences of a new codebook of yours, “
                  <Foreign text={made.name} />
                  ”, which this review uses from then on.
                </p>
                <Names summary="Show them" count={made.influences.length}>
                  {made.influences.map(({ label, passages }, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: two may share a label, and the list never changes
                    <li key={i}>
                      <Foreign text={label} /> <Passages count={passages} />
                    </li>
                  ))}
                </Names>
              </>
            }
          />
        ) : null}
        {coders.length ? (
          <Row
            name="Coders"
            count={coders.length}
            note={
              <ul className={styles.names}>
                {coders.map(({ name, passages, is }, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
                  <li key={i}>
                    {is === 'reader' ? 'you' : <Foreign text={name} />}
                    {is === 'new' ? ', new here' : ''} <Passages count={passages} />
                  </li>
                ))}
              </ul>
            }
          />
        ) : null}
      </dl>
      {seen ? (
        <section aria-label="Papers">
          <h4>Papers</h4>
          <ReferencesReport report={papers} isPart />
        </section>
      ) : null}
    </>
  );
}

const Passages = ({ count }: { count: number }) => (
  <span className={styles.sub}>({counted(count, 'passage')})</span>
);

function Names({
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
      <ul className={styles.names}>{children.slice(0, MOST_NAMES)}</ul>
      {count > MOST_NAMES ? <p>… and {figure(count - MOST_NAMES)} more.</p> : null}
    </details>
  );
}

function Matched({ of: matched }: { of: ShownCoding['matched'] }) {
  return (
    <>
      <p>Influences of this review that have the same name.</p>
      <details>
        <summary>Show which</summary>
        <ul className={styles.lines}>
          {matched.slice(0, MOST_NAMES).map(({ code, influence, codebook, passages }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <li key={i}>
              <Foreign text={code} />
              <div className={styles.lineText}>
                <Foreign text={influence} /> <Passages count={passages} />
                <p className={styles.sub}>
                  <Foreign text={codebook} />
                </p>
              </div>
            </li>
          ))}
        </ul>
        {matched.length > MOST_NAMES ? (
          <p>… and {figure(matched.length - MOST_NAMES)} more.</p>
        ) : null}
      </details>
    </>
  );
}

function PassageOf({ line, quote, code, why, names, edits }: PassageLine) {
  return (
    <Line
      line={line}
      text={quote}
      why={
        <>
          <Foreign text={code} />
          {why ? <WhyIsLeft why={why} names={names ?? []} /> : null}
          {edits?.map((edit) => (
            <Edit key={edit.field} {...edit} />
          ))}
        </>
      }
    />
  );
}

const WHY: Readonly<Record<WhyLeft, string>> = {
  several: ': several influences have this name',
  others: ': it is another coder’s tag',
  elsewhere: ': its tag is in another review',
  deleted: ': its tag was deleted here since, and stays deleted',
  twice:
    ': its tag is in this file more than once, with different content. Clear its tag id to import it as a new tag',
  quote: ': its quote is not this tag’s',
  newer:
    ': the tag was changed here since this file was written. To edit it in a table, export it again',
  library: ': the tag here is as you left it. Edit the evidence table to change it',
  unnamed: ': no influence of this review has this name',
  taken: ': its coder has tagged the passage with this influence already',
};

function WhyIsLeft({ why, names }: { why: WhyLeft; names: readonly string[] }) {
  return (
    <>
      {WHY[why]}
      {names.length ? (
        <>
          {' ('}
          <Foreign text={names.join('; ')} />)
        </>
      ) : null}
      .
    </>
  );
}

function Edit({ field, before, after }: FieldEdit) {
  return (
    <p>
      {field}: <Foreign text={before || 'none'} /> → <Foreign text={after || 'none'} />
    </p>
  );
}

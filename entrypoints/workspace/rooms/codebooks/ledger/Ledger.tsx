/** The framework-fit ledger of a codebook, to be read, printed, copied into a paper, or taken as CSV. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { shortCitation, titleOf } from '@/components/paper/cite';
import { Foreign } from '@/components/text/Foreign';
import { Button, buttonClass } from '@/components/ui/Button';
import { saveFile } from '@/components/ui/save-file';
import { type LedgerTable, ledgerTable, writeLedgerCsv } from '@/lib/exchange';
import { frameworkFit } from '@/lib/map';
import type { Codebook } from '@/lib/model';
import { reviewData } from '@/lib/store';
import { displayText } from '@/lib/text';
import { Empty, RoomHead, roomStyles } from '../../../Room';
import type { RoomProps } from '../../../room-props';
import { routeHash } from '../../../use-route';
import styles from './Ledger.module.css';

// One order on every machine: it numbers the papers.
const byName = new Intl.Collator('en', { numeric: true }).compare;

export function Ledger({ review, book }: Pick<RoomProps, 'review'> & { book: Codebook }) {
  const data = useLiveQuery(() => reviewData(review.id), [review]);
  const [only, setOnly] = useState(false);
  const [named, setNamed] = useState(false);
  const [secondHand, setSecondHand] = useState(false);
  const table = useMemo((): LedgerTable | null => {
    if (!data) return null;
    const kept = new Set(
      data.reviewPapers.flatMap((one) => (one.eligibility === 'excluded' ? [] : [one.paperId])),
    );
    const papers = data.papers
      .filter(({ id }) => kept.has(id))
      .map((paper) => ({ id: paper.id, citation: shortCitation(paper), title: titleOf(paper) }))
      .sort((a, b) => byName(a.citation, b.citation) || byName(a.title, b.title));
    const fit = frameworkFit(
      { book, tags: data.tags, paperIds: papers.map(({ id }) => id) },
      { secondHand },
    );
    return ledgerTable(fit, papers, { onlyChanged: only, cite: named ? 'author-year' : 'number' });
  }, [data, book, only, named, secondHand]);
  const day = new Date().toISOString().slice(0, 10);
  return (
    <>
      <RoomHead
        title="Framework fit"
        sub={
          <>
            <Foreign text={book.name} /> · version <Foreign text={book.version} />
          </>
        }
      >
        <Button onClick={() => print()}>Print</Button>
        <Button
          disabled={!table}
          onClick={() =>
            table && saveFile(`framework-fit-${day}.csv`, 'text/csv', writeLedgerCsv(table))
          }
        >
          CSV
        </Button>
        <a className={buttonClass('plain')} href={routeHash('codebooks', { edit: book.id })}>
          Done
        </a>
      </RoomHead>
      <div className={roomStyles.body}>
        <div className={styles.controls}>
          <label>
            <input type="checkbox" checked={only} onChange={(e) => setOnly(e.target.checked)} />{' '}
            only what was changed
          </label>
          <label>
            <input type="checkbox" checked={named} onChange={(e) => setNamed(e.target.checked)} />{' '}
            papers by author and year
          </label>
          <label>
            <input
              type="checkbox"
              checked={secondHand}
              onChange={(e) => setSecondHand(e.target.checked)}
            />{' '}
            count second-hand statements
          </label>
        </div>
        {table && !table.rows.length ? (
          <Empty>
            <p>{only ? 'No influence of this codebook was changed.' : 'This codebook is empty.'}</p>
          </Empty>
        ) : null}
        {table?.rows.length ? <Table table={table} day={day} /> : null}
      </div>
    </>
  );
}

function Table({
  table: { columns, rows, notes, references },
  day,
}: {
  table: LedgerTable;
  day: string;
}) {
  return (
    <>
      <div className={styles.wide}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, cells, spans, isDomain, isUnder }) => (
              <tr key={id}>
                {cells.map((cell, i) =>
                  i === 0 && (spans === 0 || isDomain) ? null : (
                    <td
                      // biome-ignore lint/suspicious/noArrayIndexKey: a row's cells are its columns
                      key={i}
                      rowSpan={i === 0 && spans > 1 ? spans : undefined}
                      colSpan={i === 1 && isDomain ? 2 : undefined}
                      dir="auto"
                    >
                      {i === 0 && isUnder ? null : displayText(cell)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          <Foreign text={note} />
        </p>
      ))}
      <p className={styles.note}>{day}</p>
      {references.length ? (
        <ol className={styles.references}>
          {references.map(({ number, citation }) => (
            <li key={number} value={number} dir="auto">
              {displayText(citation)}
            </li>
          ))}
        </ol>
      ) : null}
    </>
  );
}

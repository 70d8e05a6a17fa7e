/** What an import brings in, in words: as a preview, and afterwards as what was done. */
import { type ReactNode, useEffect, useRef } from 'react';
import type { ImportPreview, ShownReport } from '@/components/exchange/import-messages';
import { countsInWords } from '@/components/left-out/kind-words';
import { RecordList } from '@/components/left-out/RecordList';
import { counted, figure } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import { Message } from '@/components/ui/Message';
import type { KindCounts } from '@/lib/store';
import styles from './ImportReport.module.css';

/**
 * One state of an import. It takes the place of what the reader has just pressed, so its heading takes the focus, and all
 * of it is brought into view, the buttons at its foot included.
 */
export function ImportCard({
  head,
  sub,
  children,
}: {
  head: ReactNode;
  sub?: ReactNode;
  children: ReactNode;
}) {
  const card = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={card} className={styles.card}>
      <div>
        <h3 ref={title} tabIndex={-1} className={styles.head}>
          {head}
        </h3>
        {sub ? <p className={styles.sub}>{sub}</p> : null}
      </div>
      {children}
    </div>
  );
}

/** What a reader looks for first comes first: the tags, not what they refer to. */
const inWords = (counts: KindCounts) =>
  countsInWords(Object.fromEntries(Object.entries(counts).reverse()));

const sumOf = (counts: KindCounts) => Object.values(counts).reduce((sum, n) => sum + n, 0);

export function ImportReport({ report }: { report: ShownReport }) {
  const { added, renewed, unchanged, stayedDeleted, byKind, reviews, coders, aside, ahead } =
    report;
  const { makesRoom, broughtBack, forgets } = report;
  const [removed, joined] = [sumOf(byKind.removed), sumOf(byKind.joined)];
  return (
    <>
      <dl className={styles.rows}>
        <Row name="New" count={added} note={inWords(byKind.added)} />
        <Row name="Renewed" count={renewed} note={inWords(byKind.renewed)} />
        <Row name="Unchanged" count={unchanged} />
        {removed ? (
          <Row
            name="Deleted"
            count={removed}
            note={`${inWords(byKind.removed)}: deleted there since, so here too`}
          />
        ) : null}
        {joined ? (
          <Row
            name="Joined"
            count={joined}
            note={`${inWords(byKind.joined)}: two by one person, of which the later is kept`}
          />
        ) : null}
        {stayedDeleted ? (
          <Row
            name="Left deleted"
            count={stayedDeleted}
            note={`${countsInWords({ tags: stayedDeleted })}: deleted here since`}
          />
        ) : null}
        {aside.count ? (
          <Row name="Set aside" count={aside.count} note={<Aside {...aside} />} />
        ) : null}
        {broughtBack ? (
          <Row
            name="Brought back"
            count={broughtBack}
            note="Set aside before, and can be read now."
          />
        ) : null}
        {reviews.length ? <Row name="Reviews" note={<Names of={reviews} />} /> : null}
        {makesRoom === null ? null : (
          <Row
            name="Makes room"
            note={
              <>
                <Foreign text={makesRoom} />, your first review, which has nothing in it
              </>
            }
          />
        )}
        {forgets ? (
          <Row
            name="Forgotten"
            count={forgets}
            note={`${forgets === 1 ? 'step' : 'steps'} of your history, forgotten there and so here too. This cannot be undone.`}
          />
        ) : null}
        {coders.length ? <Row name="Coders" note={<Names of={coders} />} /> : null}
      </dl>
      {ahead ? (
        <p className={styles.sub}>
          {counted(ahead, 'record')} of the file {ahead === 1 ? 'is' : 'are'} dated in the future,
          because a clock was ahead. {ahead === 1 ? 'Its date decides' : 'Their dates decide'}{' '}
          nothing.
        </p>
      ) : null}
    </>
  );
}

export function Row({ name, count, note }: { name: string; count?: number; note?: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.count}>{count === undefined ? null : figure(count)}</dd>
      {note ? <dd className={styles.note}>{note}</dd> : null}
    </div>
  );
}

function Aside({ count, newer, first }: ShownReport['aside']) {
  const records = first.map((one, index) => ({ ...one, id: String(index) }));
  return (
    <>
      {newer ? <p>{fromNewer(newer, count)}</p> : null}
      <details>
        <summary>
          {count === 1 ? 'It cannot be read or shown: why' : 'They cannot be read or shown: why'}
        </summary>
        <RecordList records={records} />
        {count > first.length ? <p>… and {figure(count - first.length)} more.</p> : null}
      </details>
    </>
  );
}

/** "2 of them appear to be from a newer Bearing." */
function fromNewer(newer: number, count: number): string {
  const who = newer < count ? `${figure(newer)} of them` : count === 1 ? 'It' : 'They';
  const appear = newer === 1 ? 'appears' : 'appear';
  return `${who} ${appear} to be from a newer Bearing. Update Bearing to read ${newer === 1 ? 'it' : 'them'}.`;
}

/** More names than this are a number. */
const MOST_NAMES = 12;

function Names({ of: names }: { of: readonly string[] }) {
  const named = names.filter((name) => name !== '');
  const shown = named.slice(0, MOST_NAMES);
  const more = named.length - shown.length;
  const unnamed = names.length - named.length;
  const rest = [
    ...(more ? [`${figure(more)} more`] : []),
    ...(unnamed
      ? [unnamed === 1 ? 'one without a name' : `${figure(unnamed)} without a name`]
      : []),
  ];
  return (
    <ul className={styles.names}>
      {shown.map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two reviews may share a name, and the list never changes
        <li key={index}>
          <Foreign text={name} />
        </li>
      ))}
      {rest.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

/** Whether the file is as Bearing wrote it. Nothing where it is. */
export function FileState({ state }: { state: ImportPreview['state'] }) {
  const { isBroken, hasSums, altered, missing } = state;
  const said = [
    ...(isBroken ? ['This file is damaged: it was read line by line.'] : []),
    ...(altered
      ? [
          `${counted(altered, 'record')} ${altered === 1 ? 'is' : 'are'} not as Bearing wrote ${altered === 1 ? 'it' : 'them'} (damaged, or changed by hand) and will be set aside.`,
        ]
      : []),
    ...(missing
      ? [`${counted(missing, 'record')} ${missing === 1 ? 'is' : 'are'} missing from it.`]
      : []),
    ...(hasSums
      ? []
      : ['This file has no checksums, so damage or changes made by hand cannot be noticed.']),
  ];
  return said.length ? <Message kind="caution">{said.join(' ')}</Message> : null;
}

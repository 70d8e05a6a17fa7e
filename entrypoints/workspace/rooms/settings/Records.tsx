/** The check of all records: what is damaged, and what the sweep did with it. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import { countsInWords } from '@/components/left-out/kind-words';
import { RecordList } from '@/components/left-out/RecordList';
import { counted } from '@/components/text/count';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import {
  countAside,
  type LeftOut,
  listDamaged,
  type SweepReport,
  setAsideBy,
  sweep,
  total,
} from '@/lib/store';
import { roomStyles } from '../../Room';
import { routeHash, useRoute } from '../../use-route';

export function Records() {
  const [found, setFound] = useState<{ damaged: LeftOut[]; waiting: number }>();
  const damaged = found?.damaged;
  const [report, setReport] = useState<SweepReport | null>(null);
  const { problem, act, busy } = useAct();
  const { query } = useRoute();
  const section = useRef<HTMLElement>(null);
  const wanted = query.get('show') === 'records';

  const aside = useLiveQuery(countAside, []);
  // Not live, for it reads the whole store: once, and again whenever a record was set aside or has come back.
  const look = useCallback(async () => setFound(await listDamaged()), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: their number is the reason to look again
  useEffect(() => void act(look), [look, act, aside]);
  useEffect(() => {
    // Its place is known only when the list is there.
    if (wanted && damaged) section.current?.scrollIntoView({ block: 'start' });
  }, [wanted, damaged]);

  const check = () =>
    void act(async () => {
      setReport(null);
      setReport(await sweep());
      await look();
    });

  return (
    <section ref={section} className={roomStyles.section} aria-labelledby="records-title">
      <h2 id="records-title" className={roomStyles.sectionTitle}>
        Records
      </h2>
      <p className={roomStyles.soft}>
        A damaged record is left out of everything that is shown, counted and exported, and what
        belongs to it waits until it is repaired. Every backup contains both. The check sets damaged
        records aside, unchanged, and counts the map again.
      </p>
      {problem ? <Message kind="error">{problem}</Message> : null}
      {damaged?.length === 0 && !report ? <p>No record is damaged.</p> : null}
      {found?.waiting ? (
        <>
          <p>
            {counted(found.waiting, 'record')} {found.waiting === 1 ? 'waits' : 'wait'} for one that
            is damaged or set aside.
          </p>
          <p>
            <a href={routeHash('settings', { show: 'aside' })}>Show what is set aside</a>
          </p>
        </>
      ) : null}
      <div>
        <Button disabled={busy} onClick={check}>
          {damaged?.length ? 'Set damaged records aside' : 'Check all records'}
        </Button>
      </div>
      <div role="status" className={roomStyles.section}>
        {report ? <Report report={report} /> : null}
      </div>
      {damaged?.length ? (
        <>
          <h3>Damaged: {damaged.length}</h3>
          <RecordList
            records={damaged.map((one) => ({ ...one, id: JSON.stringify([one.table, one.key]) }))}
          />
        </>
      ) : null}
    </section>
  );
}

function Report({ report }: { report: SweepReport }) {
  const { unreadable, stranded, mended, recounted, ahead } = report;
  const aside = setAsideBy(report);
  return (
    <>
      {aside === 0 && !recounted && !total(mended) ? (
        <p>All records were checked. None is damaged.</p>
      ) : null}
      {total(unreadable) ? <p>Set aside because damaged: {countsInWords(unreadable)}.</p> : null}
      {total(stranded) ? (
        <p>
          Set aside because what they belong to is missing, or because only you can tell what is
          meant: {countsInWords(stranded)}.
        </p>
      ) : null}
      {total(mended) ? (
        <p>
          Put right, because an earlier version had other rules: {countsInWords(mended)}. Nothing
          was lost.
        </p>
      ) : null}
      {recounted ? <p>The counts of the map did not match the tags and were corrected.</p> : null}
      {aside ? (
        <p>
          <a href={routeHash('settings', { show: 'aside' })}>Show what was set aside</a>
        </p>
      ) : null}
      {total(ahead) ? (
        <p>
          Dated in the future, because a clock was ahead: {countsInWords(ahead)}. They stay as they
          are.
        </p>
      ) : null}
    </>
  );
}

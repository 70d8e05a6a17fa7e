/** First steps on one page: what a stance is, an example to tag, and the map that grows with it. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useEvidenceMap } from '@/components/map/use-evidence-map';
import { openHelp } from '@/components/page/open-help';
import { helpUrl, roomUrl } from '@/components/page/room-url';
import { usePlace } from '@/components/paper/use-place';
import { StanceShape } from '@/components/stance/StanceMark';
import { counted } from '@/components/text/count';
import { Button, buttonClass } from '@/components/ui/Button';
import { commandKey } from '@/components/ui/command-key';
import { Kbd } from '@/components/ui/Kbd';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { shortcutOf } from '@/lib/browser';
import { unlistPaper } from '@/lib/store';
import { displayText } from '@/lib/text';
import type { TaggingController } from '../tagging.content/controller';
import styles from './App.module.css';
import { Example } from './Example';
import { EXAMPLE_REPORT } from './example';
import { YourMap } from './YourMap';

const NOBODY = () => () => {};

/** Over all papers, whatever was chosen for the reader's own maps. */
const ALL = { unit: 'papers', denominator: 'all', secondHand: true } as const;

export function App() {
  const [tagging, setTagging] = useState<TaggingController | null>(null);
  const isOn = useSyncExternalStore(
    tagging ? (listener) => tagging.subscribe(listener) : NOBODY,
    () => tagging?.isOn ?? false,
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const pressed = commandKey(event);
      if (pressed?.key === '?' && !pressed.isChord) void openHelp('keys');
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const live = useEvidenceMap(ALL);
  const { state } = usePlace(EXAMPLE_REPORT, live?.review.id, null);
  const tags = state?.own ?? [];
  const others = (live?.listed ?? 0) - (state?.listed ? 1 : 0);
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>Tag one sentence, and see your map</h1>
        <p className={styles.lead}>
          Bearing keeps what articles say about <b>influences</b>: the things that help or hinder a
          practice when it is put to work. A tag is a sentence, an influence, and a <b>stance</b>.
        </p>
        <div className={styles.row}>
          <Button
            look={isOn ? 'plain' : 'primary'}
            disabled={!tagging}
            onClick={({ currentTarget }) => {
              // Escape is this page's, and does not leave tagging, while one of its controls has the focus.
              currentTarget.blur();
              if (isOn) tagging?.stop();
              else tagging?.start();
            }}
          >
            {isOn ? 'Stop tagging' : 'Try it on the example'}
          </Button>
          <a className={buttonClass('quiet')} href={roomUrl('papers')}>
            Skip
          </a>
          <p className={styles.soft}>
            It takes four keys. Nothing leaves this browser. The help has this page, too.
          </p>
        </div>
      </header>
      {live && others > 0 ? (
        <Message kind="caution">
          “{displayText(live.review.name)}” has {counted(others, 'paper')}. The example would count
          as one more, in its map and in what you export, until you press “Remove the example”.
        </Message>
      ) : null}
      <Stances />
      <div className={styles.work}>
        <div className={styles.column}>
          <Steps isOn={isOn} hasTag={tags.length > 0} />
          <Example onReady={setTagging} />
        </div>
        <div className={styles.column}>
          <YourMap live={live} tags={tags} />
          {live && state?.listed ? (
            <Remove reviewId={live.review.id} paperId={state.paper.id} />
          ) : null}
          <Next />
        </div>
      </div>
    </main>
  );
}

const STANCES = [
  ['supporting', 'it matters', '“Low pay was why most of them left” on pay.'],
  ['contrasting', 'it does not', '“Training made no difference” on training.'],
  ['mentioning', 'it is only named', '“We also asked about pay” on pay.'],
] as const;

function Stances() {
  return (
    <section className={styles.stances} aria-labelledby="stances">
      <h2 id="stances" className={styles.subtitle}>
        Stance: does the sentence say that the influence matters?
      </h2>
      <dl className={styles.terms}>
        {STANCES.map(([name, means, example]) => (
          <div key={name}>
            <dt>
              <StanceShape stance={name} size={11} /> {name}: {means}
            </dt>
            <dd>{example}</dd>
          </div>
        ))}
      </dl>
      <p>
        <b>Contrasting a barrier</b> is to say that it was no obstacle: “Low pay did not keep anyone
        away”. A barrier that did hinder is <b>supporting</b>, because it mattered. Which way it
        works, helping or hindering, is set apart from the stance.
      </p>
    </section>
  );
}

/** The keys, one step at a time; what has been done is ticked. */
function Steps({ isOn, hasTag }: { isOn: boolean; hasTag: boolean }) {
  const words = hasTag
    ? 'Saved. Your map has its first row. Tag on, or press Escape to leave tagging.'
    : isOn
      ? 'Tagging is on.'
      : '';
  return (
    <section aria-label="Steps">
      <ol className={styles.steps}>
        <li data-done={isOn || hasTag}>Press “Try it on the example”</li>
        <li data-done={hasTag}>
          <Kbd keys="j" boxed /> goes to the first sentence; a click or a selection does, too
        </li>
        <li data-done={hasTag}>
          <Kbd keys="s" boxed /> says supporting, <Kbd keys="1" boxed /> the influence: the second
          key saves
        </li>
      </ol>
      <p role="status" className={styles.said}>
        {words}
      </p>
    </section>
  );
}

function Remove({ reviewId, paperId }: { reviewId: string; paperId: string }) {
  const { problem, act, busy } = useAct();
  return (
    <section className={styles.section} aria-label="The example in your review">
      <p className={styles.soft}>The example is in your review now, like any paper you tag.</p>
      <Button
        aria-disabled={busy}
        onClick={() => void act(async () => unlistPaper(reviewId, paperId))}
      >
        Remove the example
      </Button>
      {problem ? <Message kind="error">{problem}</Message> : null}
    </section>
  );
}

function Next() {
  const [shortcut, setShortcut] = useState('');
  useEffect(() => {
    void shortcutOf('toggle-tagging').then(setShortcut);
  }, []);
  return (
    <section className={styles.section} aria-labelledby="next">
      <h2 id="next" className={styles.subtitle}>
        On an article
      </h2>
      <p>
        Open it, press Bearing’s button in the toolbar, and choose “Tag this page”
        {shortcut ? (
          <>
            , or press <Kbd keys={shortcut} boxed />
          </>
        ) : null}
        . <Kbd keys="?" boxed /> lists the keys wherever you are.
      </p>
      <div className={styles.row}>
        <a className={buttonClass('plain')} href={roomUrl('map')}>
          Open the workspace
        </a>
        <a className={buttonClass('quiet')} href={helpUrl()}>
          Help
        </a>
      </div>
    </section>
  );
}

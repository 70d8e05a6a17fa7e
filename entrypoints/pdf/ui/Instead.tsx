/** What is shown where there are no pages: fetching, a password to be typed, a problem with its ways out, no file yet. */
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { useLate } from '@/components/ui/use-late';
import { displayText } from '@/lib/text';
import { nameOf, type Wanted } from '../open/open';
import type { State } from '../reader';
import styles from './Instead.module.css';
import { Original } from './Original';

type Shown = Exclude<State, { step: 'open' }>;

export function Instead({
  state,
  wanted,
  onChoose,
  onRetry,
}: {
  state: Shown;
  wanted: Wanted | null;
  onChoose: () => void;
  onRetry: () => void;
}) {
  const late = useLate(state.step === 'fetching');
  const name = wanted ? nameOf(wanted) : '';
  if (state.step === 'fetching')
    return late ? (
      <Card title={name ? `Opening ${name}` : 'Opening the file'}>
        <progress
          className={styles.progress}
          value={state.share ?? undefined}
          aria-label="Download progress"
        />
      </Card>
    ) : null;
  if (state.step === 'password')
    return <Password key={String(state.wrong)} {...state} name={name} />;
  if (state.step === 'nothing')
    return (
      <Card title="Read a PDF and tag it">
        <p>
          Choose a file, or drop one anywhere on this page. It is read on this machine and goes
          nowhere; Bearing knows it again by its bytes, not by its name or place.
        </p>
        <p>For a PDF in a tab, use Bearing’s button in that tab.</p>
        <div className={styles.row}>
          <Button look="primary" onClick={onChoose}>
            Choose a file
          </Button>
        </div>
      </Card>
    );
  const { title, sentence, ways } = state.problem;
  const url = wanted && 'url' in wanted ? wanted.url : null;
  return (
    <Card title={title} alert>
      <p>{sentence}</p>
      <div className={styles.row}>
        {ways.includes('original') && url ? <Original url={url} look="primary" /> : null}
        {ways.includes('retry') && wanted ? <Button onClick={onRetry}>Try again</Button> : null}
        {ways.includes('choose') ? <Button onClick={onChoose}>Choose a file</Button> : null}
      </div>
    </Card>
  );
}

function Card({ title, alert, children }: { title: string; alert?: boolean; children: ReactNode }) {
  return (
    <div className={styles.instead}>
      <div className={styles.card} role={alert ? 'alert' : undefined}>
        <h1 className={styles.title} dir="auto">
          {displayText(title)}
        </h1>
        {children}
      </div>
    </div>
  );
}

function Password({
  wrong,
  answer,
  name,
}: Extract<State, { step: 'password' }> & { name: string }) {
  const [typed, setTyped] = useState('');
  return (
    <Card title={name ? `${name} is locked` : 'This PDF is locked'}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          answer(typed);
        }}
      >
        <Field
          label="Password"
          type="password"
          autoComplete="off"
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          problem={wrong ? 'That is not its password.' : undefined}
        />
        <p className={styles.soft}>It is used to open the file, and is not kept.</p>
        <div className={styles.row}>
          <Button type="submit" look="primary">
            Open
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** Where Bearing looks at pages only when it is asked: on some sites, or everywhere. */
import { type FormEvent, useId, useState } from 'react';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { type Settings, siteToKeep, withSite } from '@/lib/model';
import type { SettingsChange } from '@/lib/store';
import { roomStyles } from '../../Room';
import styles from './SettingsRoom.module.css';

export function QuietSites({
  stored: { quietHosts, onlyWhenAsked },
  save,
}: {
  stored: Pick<Settings, 'quietHosts' | 'onlyWhenAsked'>;
  save: (change: SettingsChange) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const add = (event: FormEvent) => {
    event.preventDefault();
    const site = siteToKeep(typed);
    setProblem(site ? undefined : 'A site looks like journal.example.');
    if (!site) return;
    save((now) => ({ quietHosts: withSite(now.quietHosts, site, true) }));
    setTyped('');
  };
  return (
    <section className={roomStyles.section} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={roomStyles.sectionTitle}>
        Quiet
      </h2>
      <div className={styles.tick}>
        <input
          id={`${id}-all`}
          type="checkbox"
          checked={onlyWhenAsked}
          onChange={(event) => save({ onlyWhenAsked: event.target.checked })}
        />
        <label htmlFor={`${id}-all`}>Look at pages only when asked, on every site</label>
      </div>
      <p className={roomStyles.soft}>
        On a quiet site no page is read, and no badge or highlight is shown, until you ask in the
        popup or start tagging. The popup has a switch for the site you are on.
      </p>
      {quietHosts.length ? (
        <ul className={styles.sites} aria-label="Quiet sites">
          {quietHosts.map((host) => (
            <li key={host} className={styles.site}>
              <Foreign text={host} />
              <Button
                look="link"
                aria-label={`Remove ${host}`}
                onClick={({ currentTarget }) => {
                  focusBeside(currentTarget);
                  save((now) => ({ quietHosts: now.quietHosts.filter((one) => one !== host) }));
                }}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <form className={styles.row} onSubmit={add}>
        <div className={styles.grow}>
          <Field
            label="Quiet on another site"
            value={typed}
            maxLength={300}
            placeholder="journal.example"
            problem={problem}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Button type="submit" disabled={!typed.trim()}>
          Add
        </Button>
      </form>
    </section>
  );
}

/** The row of a button goes with it: the keyboard goes to the next one, the one before at the end, and the field after the last. */
function focusBeside(button: HTMLElement): void {
  const row = button.closest('li');
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  const next =
    beside?.querySelector<HTMLElement>('button') ??
    button.closest('section')?.querySelector<HTMLElement>('form input');
  next?.focus();
}

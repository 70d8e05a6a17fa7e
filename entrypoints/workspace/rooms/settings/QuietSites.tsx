/** Where Bearing looks at pages only when it is asked: on some sites, or everywhere. */
import { type FormEvent, useId, useState } from 'react';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { type Settings, siteToKeep, withSite } from '@/lib/model';
import { roomStyles } from '../../Room';
import styles from './SettingsRoom.module.css';

export function QuietSites({
  stored: { quietHosts, onlyWhenAsked },
  save,
}: {
  stored: Pick<Settings, 'quietHosts' | 'onlyWhenAsked'>;
  save: (change: Partial<Settings>) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const add = (event: FormEvent) => {
    event.preventDefault();
    const site = siteToKeep(typed);
    setProblem(site ? undefined : 'A site looks like journal.example.');
    if (!site) return;
    save({ quietHosts: withSite(quietHosts, site, true) });
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
                onClick={() => save({ quietHosts: quietHosts.filter((one) => one !== host) })}
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

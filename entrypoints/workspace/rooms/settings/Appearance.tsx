/** Light or dark, for every page of Bearing. */
import { useId } from 'react';
import { THEMES, type Theme, useTheme } from '@/components/page/theme';
import { roomStyles } from '../../Room';
import styles from './SettingsRoom.module.css';

const WORDS: Readonly<Record<Theme, string>> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
};

export function Appearance() {
  const id = useId();
  const [theme, choose] = useTheme();
  return (
    <section className={roomStyles.section} aria-labelledby={id}>
      <h2 id={id} className={roomStyles.sectionTitle}>
        Appearance
      </h2>
      <fieldset className={styles.choice} aria-labelledby={id}>
        {THEMES.map((one) => (
          <label key={one} className={styles.tick}>
            <input type="radio" name={id} checked={one === theme} onChange={() => choose(one)} />
            {WORDS[one]}
          </label>
        ))}
      </fieldset>
      <p className={roomStyles.soft}>
        For the popup, the side panel, the workspace and the reader of PDFs. The toolbar on a page
        goes by the page.
      </p>
    </section>
  );
}

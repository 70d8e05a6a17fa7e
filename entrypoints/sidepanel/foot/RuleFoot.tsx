/** The codebook's rule of the influence at hand, at the foot of the panel: one line, opened when wanted. */

import { Foreign } from '@/components/text/Foreign';
import { Icon } from '@/components/ui/Icon';
import { caveatsOf } from '@/lib/codebook/caveats';
import type { ListedInfluence } from '@/lib/codebook/influences';
import { ruleLines } from '@/lib/codebook/rule';
import { displayText } from '@/lib/text';
import styles from './RuleFoot.module.css';

export function RuleFoot({
  found,
  open,
  onOpen,
}: {
  found: ListedInfluence | undefined;
  open: boolean;
  onOpen: (open: boolean) => void;
}) {
  if (!found) return null;
  const { influence, codebook, label } = found;
  const lines = ruleLines(influence);
  return (
    <section className={styles.foot} aria-label="Codebook rule">
      <button
        type="button"
        className={styles.head}
        aria-expanded={open}
        onClick={() => onOpen(!open)}
      >
        <Icon name="book" size={14} />
        <span className={styles.label} dir="auto">
          {displayText(label)}
        </span>
        <span className={styles.soft}>rule</span>
        <span className={open ? styles.down : styles.up}>
          <Icon name="chevron" size={14} />
        </span>
      </button>
      {open ? (
        <section
          className={styles.body}
          aria-label={displayText(label)}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
          tabIndex={0}
        >
          <p dir="auto">{displayText(influence.definition || 'No definition yet.')}</p>
          {lines.length ? (
            <dl className={styles.lines}>
              {lines.map(({ term, text, isQuote }) => (
                <div key={`${term} ${text}`}>
                  <dt>{displayText(term)}</dt>
                  <dd dir="auto">{isQuote ? <q>{displayText(text)}</q> : displayText(text)}</dd>
                </div>
              ))}
            </dl>
          ) : null}
          <p className={styles.source}>
            <Foreign text={codebook.name} />, version <Foreign text={codebook.version} />
            {caveatsOf(found).map((words) => ` · ${words}`)}
          </p>
        </section>
      ) : null}
    </section>
  );
}

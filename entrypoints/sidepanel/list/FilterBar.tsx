/** Narrowing the list: words, tagged or not, influence, stance, and what is unsettled. `/` leads here. */
import type { RefObject } from 'react';
import { StanceShape } from '@/components/stance/StanceMark';
import { Hidden } from '@/components/ui/Hidden';
import { Icon } from '@/components/ui/Icon';
import selectStyles from '@/components/ui/Select.module.css';
import { Stance } from '@/lib/model';
import styles from './FilterBar.module.css';
import type { Counts, Filter, Which } from './rows';

export function FilterBar({
  filter,
  counts,
  kinds,
  field,
  onChange,
  onLeave,
  label,
}: {
  filter: Filter;
  /** Null where only words can narrow the list. */
  counts: Counts | null;
  /** How many statements there are of each kind; null where the page lists only tagged ones. */
  kinds: Readonly<Record<Which, number>> | null;
  field: RefObject<HTMLInputElement | null>;
  onChange: (change: Partial<Filter>) => void;
  /** From the field back to the list. */
  onLeave: () => void;
  label: string;
}) {
  return (
    <search className={styles.bar} aria-label={label}>
      <div className={styles.row}>
        <div className={styles.search}>
          <Icon name="search" size={14} />
          <input
            ref={field}
            type="search"
            className={styles.field}
            aria-label={label}
            aria-keyshortcuts="/"
            placeholder={`${label}  /`}
            value={filter.text}
            maxLength={200}
            dir="auto"
            onChange={(event) => onChange({ text: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && filter.text) {
                event.preventDefault();
                onChange({ text: '' });
              } else if (event.key === 'ArrowDown' || event.key === 'Escape') {
                event.preventDefault();
                onLeave();
              }
            }}
          />
        </div>
        {counts && (counts.unsettled > 0 || filter.unsettled) ? (
          <button
            type="button"
            className={styles.unsettled}
            aria-pressed={filter.unsettled}
            title="Statements that are changed, ambiguous or lost on this page"
            onClick={() => onChange({ unsettled: !filter.unsettled })}
          >
            <Icon name="warning" size={13} />
            {counts.unsettled} not as tagged
          </button>
        ) : null}
      </div>
      {kinds ? (
        <fieldset className={styles.kinds} aria-label="Which statements">
          {KINDS.map(([which, word]) => (
            <button
              key={which}
              type="button"
              className={styles.kind}
              aria-pressed={filter.which === which}
              onClick={() => onChange({ which })}
            >
              {word} <span className={styles.number}>{kinds[which]}</span>
            </button>
          ))}
        </fieldset>
      ) : null}
      {counts ? (
        <div className={styles.row}>
          <select
            className={`${selectStyles.select} ${styles.select}`}
            aria-label="Influence"
            value={filter.influence}
            onChange={(event) => onChange({ influence: event.target.value })}
          >
            <option value="">All influences</option>
            {counts.influences.map(({ key, label: name, count }) => (
              <option key={key} value={key}>
                {name} ({count})
              </option>
            ))}
          </select>
          <fieldset className={styles.stances} aria-label="Stance">
            {Stance.options.map((stance) => (
              <button
                key={stance}
                type="button"
                className={styles.toggle}
                title={`Only ${stance}`}
                aria-pressed={filter.stance === stance}
                onClick={() => onChange({ stance: filter.stance === stance ? null : stance })}
              >
                <StanceShape stance={stance} size={9} />
                {counts.stances[stance]}
                <Hidden> {stance}</Hidden>
              </button>
            ))}
          </fieldset>
        </div>
      ) : null}
    </search>
  );
}

const KINDS: readonly (readonly [Which, string])[] = [
  ['all', 'All'],
  ['tagged', 'Tagged'],
  ['untagged', 'Untagged'],
];

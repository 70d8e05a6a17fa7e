/** A tab with one list and a search over it. */
import type { ReactNode } from 'react';
import styles from '../App.module.css';
import { FilterBar } from './FilterBar';
import type { TabProps } from './StatementsTab';

export function SearchedTab({
  filter,
  field,
  middle,
  onFilter,
  onLeave,
  label,
  children,
}: TabProps & { label: string; children: ReactNode }) {
  return (
    <>
      <FilterBar
        {...{ filter, field, label, onLeave }}
        counts={null}
        kinds={null}
        onChange={onFilter}
      />
      <div className={styles.middle} ref={middle}>
        {children}
      </div>
    </>
  );
}

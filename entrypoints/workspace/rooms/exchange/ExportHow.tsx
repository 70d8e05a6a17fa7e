/** How files are written, whatever their format: remembered in this browser. */
import { changeChoices, useExportChoices } from '@/components/exchange/export-choices';
import selectStyles from '@/components/ui/Select.module.css';
import { SEPARATORS, type Separator } from '@/lib/exchange';
import { CITATION_STYLES, type CitationStyle } from '@/lib/text';
import styles from './ExchangeRoom.module.css';

export function ExportHow() {
  const { excluded, separator, style } = useExportChoices();
  return (
    <fieldset className={styles.scope}>
      <legend>How</legend>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={excluded}
          onChange={({ target }) => changeChoices({ excluded: target.checked })}
        />
        Excluded papers too, in every file that lists papers; what is counted leaves them out
      </label>
      <div className={styles.row}>
        <Choose
          label="References, also of copied quotes"
          value={style}
          options={CITATION_STYLES}
          onChange={(next: CitationStyle) => changeChoices({ style: next })}
        />
        <Choose
          label="Between the cells of a CSV"
          value={separator}
          options={SEPARATORS}
          onChange={(next: Separator) => changeChoices({ separator: next })}
        />
      </div>
    </fieldset>
  );
}

export function Choose<V extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: V;
  options: Readonly<Record<V, string>>;
  onChange: (value: V) => void;
}) {
  return (
    <label className={styles.choice}>
      <span className={styles.hint}>{label}</span>
      <select
        className={selectStyles.select}
        value={value}
        onChange={({ target }) => onChange(target.value as V)}
      >
        {Object.entries<string>(options).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Formats with the choices that they are exported with, under names of the reader's. */
import { useState } from 'react';
import type { ShownFormat } from '@/components/exchange/export-actions';
import {
  type ExportChoices,
  exportChoices,
  forgetPreset,
  MOST_PRESETS,
  type Preset,
  rememberPreset,
  usePresets,
} from '@/components/exchange/export-choices';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { SEPARATORS } from '@/lib/exchange';
import { CITATION_STYLES, displayText } from '@/lib/text';
import styles from './ExchangeRoom.module.css';
import { Choose } from './ExportHow';

export function ExportPresets({
  formats,
  onExport,
  busy,
}: {
  formats: readonly ShownFormat[];
  onExport: (format: string, choices: ExportChoices) => void;
  busy: boolean;
}) {
  const all = usePresets();
  const [isNaming, setNaming] = useState(false);
  // A format may be gone with an older Bearing.
  const known = all.filter(({ format }) => formats.some(({ id }) => id === format));
  const nameOf = (id: string) => formats.find((one) => one.id === id)?.name ?? id;
  return (
    <>
      {known.length ? (
        <ul className={styles.list} aria-label="Presets">
          {known.map(({ name, format, ...choices }) => (
            <li key={name} className={styles.item}>
              <div className={styles.words}>
                <Foreign text={name} />
                <div className={styles.hint}>{inWords(nameOf(format), choices)}</div>
              </div>
              <Button
                look="quiet"
                aria-label={`Forget the preset ${displayText(name)}`}
                onClick={() => forgetPreset(name)}
              >
                Forget
              </Button>
              <Button
                disabled={busy}
                aria-label={`Export the preset ${displayText(name)}`}
                onClick={() => onExport(format, choices)}
              >
                Export
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {isNaming ? (
        <NewPreset formats={formats} names={all} onClose={() => setNaming(false)} />
      ) : (
        <div className={styles.row}>
          <Button onClick={() => setNaming(true)}>Remember these choices as a preset…</Button>
        </div>
      )}
    </>
  );
}

function NewPreset({
  formats,
  names,
  onClose,
}: {
  formats: readonly ShownFormat[];
  names: readonly Preset[];
  onClose: () => void;
}) {
  const [format, setFormat] = useState(formats[0]?.id ?? '');
  const [name, setName] = useState('');
  const clean = name.trim();
  const replaces = names.some((one) => one.name === clean);
  const isFull = names.length >= MOST_PRESETS && !replaces;
  return (
    <form
      className={styles.preset}
      onSubmit={(event) => {
        event.preventDefault();
        if (!clean || isFull) return;
        rememberPreset({ ...exportChoices(), name: clean, format });
        onClose();
      }}
    >
      <Choose
        label="Format"
        value={format}
        options={Object.fromEntries(formats.map(({ id, name: text }) => [id, text]))}
        onChange={setFormat}
      />
      <Field
        label="Name of the preset"
        value={name}
        maxLength={80}
        autoFocus
        {...(isFull && { problem: `There are ${MOST_PRESETS} presets: forget one first.` })}
        onChange={({ target }) => setName(target.value)}
      />
      <div className={styles.row}>
        <Button type="submit" disabled={!clean || isFull}>
          {replaces ? 'Replace' : 'Remember'}
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** "Papers (RIS), with excluded papers": what is as usual is not named. */
function inWords(format: string, { excluded, separator, style }: ExportChoices): string {
  return [
    format,
    excluded ? 'with excluded papers' : '',
    style === 'apa' ? '' : `references in ${CITATION_STYLES[style]}`,
    separator === ',' ? '' : `${SEPARATORS[separator].toLowerCase()} between cells`,
  ]
    .filter(Boolean)
    .join(', ');
}

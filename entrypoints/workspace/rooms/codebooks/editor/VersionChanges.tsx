/** What this version changed from the one before it, in words; and, of the versions before, when they ended. */
import { useMemo } from 'react';
import { counted } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import { differences } from '@/lib/codebook/edit';
import { type Codebook, sameVersion } from '@/lib/model';
import styles from './Editor.module.css';

export function VersionChanges({
  book,
  versions,
}: {
  book: Codebook;
  versions: readonly Codebook[];
}) {
  const { basedOn } = book;
  const before = basedOn && versions.find((one) => sameVersion(one, basedOn));
  const lines = useMemo(() => (before ? differences(before, book) : []), [before, book]);
  if (!before) return null;
  return (
    <details className={styles.changes}>
      <summary>
        {lines.length ? counted(lines.length, 'change') : 'No changes'} since version{' '}
        <Foreign text={before.version} />
      </summary>
      <ul>
        {lines.map(({ words, meaning }) => (
          <li key={words}>
            <Foreign text={words} />
            {meaning ? <span className={styles.soft}> · changes what is tagged</span> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

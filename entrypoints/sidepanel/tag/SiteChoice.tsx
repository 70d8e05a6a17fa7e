/** The site that a tag is about, where its paper or its review has sites; and a new one, under the name that is typed. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useId, useRef, useState } from 'react';
import { newId, type Tag, type TagChange } from '@/lib/model';
import { LONGEST_LABEL } from '@/lib/model/limits';
import { sitesForTags } from '@/lib/store';
import { displayText } from '@/lib/text';
import styles from './TagEditor.module.css';

const NEW = 'new';

export function SiteChoice({ tag, onChange }: { tag: Tag; onChange: (change: TagChange) => void }) {
  const { reviewId, paperId, siteId } = tag;
  const sites = useLiveQuery(() => sitesForTags(reviewId, [paperId]), [reviewId, paperId]);
  const [naming, setNaming] = useState(false);
  const id = useId();
  if (!sites || (!sites.length && siteId === undefined)) return null;
  const isKnown = siteId === undefined || sites.some((site) => site.id === siteId);
  return (
    <>
      <label className={styles.name} htmlFor={id}>
        Site
      </label>
      {naming ? (
        <NameField
          id={id}
          onDone={(name) => {
            setNaming(false);
            if (name) onChange({ siteId: newId(), newSite: { name } });
          }}
        />
      ) : (
        <select
          id={id}
          className={styles.select}
          value={siteId ?? ''}
          onChange={({ target: { value } }) => {
            if (value === NEW) setNaming(true);
            else onChange({ siteId: value || null });
          }}
        >
          <option value="">no site</option>
          {isKnown ? null : <option value={siteId}>a site of another paper</option>}
          {sites.map((site) => (
            <option key={site.id} value={site.id}>
              {displayText(site.name)}
            </option>
          ))}
          <option value={NEW}>New site …</option>
        </select>
      )}
    </>
  );
}

/** Answers once: with the name, or with nothing where it was left empty or by Escape. */
function NameField({ id, onDone }: { id: string; onDone: (name: string) => void }) {
  const isDone = useRef(false);
  const done = (typed: string) => {
    // A field that goes is left as well.
    if (isDone.current) return;
    isDone.current = true;
    onDone(typed.trim().replace(/\s+/g, ' '));
  };
  return (
    <input
      id={id}
      className={styles.select}
      aria-label="Name of the new site"
      placeholder="Name of the new site"
      maxLength={LONGEST_LABEL}
      // biome-ignore lint/a11y/noAutofocus: it takes the place of the list that asked for it
      autoFocus
      onBlur={({ target }) => done(target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done(event.currentTarget.value);
        else if (event.key === 'Escape') done('');
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

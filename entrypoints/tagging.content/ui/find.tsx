/** Type-ahead over all influences of the review's codebooks. */
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { searchInfluences } from '../../../lib/codebook/search';
import type { Session } from '../session';
import type { TaggingView } from '../view';

const SHOWN = 5;

export function Find({ session, view }: { session: Session; view: TaggingView }) {
  const [query, setQuery] = useState(view.findFirst);
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  const matches = useMemo(
    () => searchInfluences(query, view.codebooks, { limit: 60 }),
    [query, view.codebooks],
  );
  const active = Math.min(at, matches.length - 1);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const choose = (index: number) => {
    const match = matches[index];
    if (!match) return;
    const { codebook, influence } = match;
    session.influence({ codebook, influence, codebookId: codebook.id, influenceId: influence.id });
  };
  const several = view.codebooks.length > 1;
  return (
    <div className="find">
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={matches.length ? `${id}-${active}` : undefined}
        aria-label="Find an influence"
        placeholder="Find an influence"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setAt((active + 1) % Math.max(1, matches.length));
          else if (event.key === 'ArrowUp')
            setAt((active - 1 + matches.length) % Math.max(1, matches.length));
          else if (event.key === 'Enter') choose(active);
          else return;
          event.preventDefault();
        }}
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label="Influences"
        style={{ maxHeight: `${SHOWN * 32}px` }}
      >
        {matches.map((match, index) => (
          // The keyboard works from the field; the list only follows it.
          // biome-ignore lint/a11y/useKeyWithClickEvents: options of a combobox take no focus
          <div
            key={`${match.codebook.id}/${match.influence.id}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            title={match.influence.definition}
            onClick={() => choose(index)}
            onMouseMove={() => setAt(index)}
          >
            <span className="label">{match.label}</span>
            {match.via ? <span className="soft">{match.via}</span> : null}
            {several ? <span className="soft codebook">{match.codebook.name}</span> : null}
          </div>
        ))}
      </div>
      {matches.length ? null : (
        <p className="soft">
          No influence of this review is called that. Codebooks are chosen in the workspace.
        </p>
      )}
    </div>
  );
}

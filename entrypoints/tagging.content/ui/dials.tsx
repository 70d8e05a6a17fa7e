/** Direction, strength, basis and note: optional, for the tag at hand or the one about to be saved. */
import { useEffect, useRef } from 'react';
import type { Session } from '../session';
import type { TaggingView } from '../view';
import { Key, keyOf } from './key';

export function Dials({ session, view }: { session: Session; view: TaggingView }) {
  const tag = session.target();
  const { direction, strength, basis, note } = tag ?? view.draft;
  const facilitator = direction === 'facilitator' || direction === 'both';
  const barrier = direction === 'barrier' || direction === 'both';
  return (
    <div className="dials">
      <fieldset>
        <legend className="sr">Direction</legend>
        <button
          type="button"
          aria-pressed={facilitator}
          aria-keyshortcuts={keyOf(view, 'facilitator')}
          onClick={() => session.direction('facilitator')}
        >
          facilitator <Key view={view} of="facilitator" />
        </button>
        <button
          type="button"
          aria-pressed={barrier}
          aria-keyshortcuts={keyOf(view, 'barrier')}
          onClick={() => session.direction('barrier')}
        >
          barrier <Key view={view} of="barrier" />
        </button>
      </fieldset>
      <fieldset className="strength">
        <legend className="sr">Strength</legend>
        <output title="CFIR rating, -2 to +2">strength{signed(strength)}</output>
        <button
          type="button"
          aria-label="Weaker"
          aria-keyshortcuts={keyOf(view, 'weaker')}
          onClick={() => session.strength(-1)}
        >
          {keyOf(view, 'weaker') ? <Key view={view} of="weaker" /> : '−'}
        </button>
        <button
          type="button"
          aria-label="Stronger"
          aria-keyshortcuts={keyOf(view, 'stronger')}
          onClick={() => session.strength(1)}
        >
          {keyOf(view, 'stronger') ? <Key view={view} of="stronger" /> : '+'}
        </button>
      </fieldset>
      <button
        type="button"
        aria-pressed={basis === 'second-hand'}
        aria-keyshortcuts={keyOf(view, 'basis')}
        title="The authors cite someone for it"
        onClick={() => session.basis()}
      >
        second-hand <Key view={view} of="basis" />
      </button>
      <button
        type="button"
        aria-expanded={view.panel === 'note'}
        aria-pressed={Boolean(note)}
        aria-keyshortcuts={keyOf(view, 'note')}
        onClick={() => session.set({ panel: view.panel === 'note' ? 'none' : 'note' })}
      >
        note <Key view={view} of="note" />
      </button>
      {view.panel === 'note' ? (
        <NoteField note={note} onSave={(text) => session.note(text)} />
      ) : null}
    </div>
  );
}

function signed(strength: TaggingView['draft']['strength']): string {
  if (strength === undefined) return '';
  if (strength === 'mixed') return ' mixed';
  return strength > 0 ? ` +${strength}` : ` ${strength}`;
}

function NoteField({ note, onSave }: { note: string; onSave(text: string): void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = () => onSave(field.current?.value ?? '');
  return (
    <div className="note">
      <textarea
        ref={field}
        aria-label="Note"
        rows={3}
        maxLength={50_000}
        defaultValue={note}
        placeholder="Why this statement counts so"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            save();
          }
        }}
      />
      <button type="button" onClick={save}>
        keep note <kbd>Enter</kbd>
      </button>
    </div>
  );
}

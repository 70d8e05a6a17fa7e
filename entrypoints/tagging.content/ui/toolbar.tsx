/** The toolbar by the chosen statement: stance, influence, dials. Every control has its key beside it. */
import { useLayoutEffect, useRef } from 'react';
import { StanceShape } from '../../../components/stance/StanceMark';
import type { Stance, Tag } from '../../../lib/model';
import { type Action, type QuickInfluence, sameInfluence } from '../../../lib/tagging';
import type { Session } from '../session';
import type { TaggingView } from '../view';
import { Dials } from './dials';
import { Find } from './find';
import { Key, keyOf } from './key';
import { placeBeside } from './place';
import { Rule } from './rule';

const STANCES: readonly Stance[] = ['supporting', 'contrasting', 'mentioning'];

export function Toolbar(props: {
  session: Session;
  view: TaggingView;
  onAct(action: Action): void;
}) {
  const { session, view, onAct } = props;
  const box = useRef<HTMLDivElement>(null);
  const range = view.current?.range;
  useLayoutEffect(() => {
    if (!box.current || !range) return;
    return placeBeside(
      box.current,
      range,
      box.current.parentElement?.querySelector('.corner') ?? null,
    );
  }, [range]);
  const shown = view.editing ?? view.draft;
  // The search takes the place of list and dials: opened beside them it would stand on the statement.
  const finding = view.panel === 'find';
  // Just saved: what follows is more likely the next statement than another tag, so the text comes first.
  const compact =
    view.savedHere !== null && !view.draft.stance && !view.draft.influence && view.panel !== 'find';
  return (
    // The page must not lose its selection when a button is pressed; fields take the focus themselves.
    <div
      ref={box}
      className="card toolbar"
      role="toolbar"
      aria-label="Tag this statement"
      onMouseDown={(event) => {
        if (!(event.target as Element).closest('input, textarea')) event.preventDefault();
      }}
    >
      <TagsHere session={session} view={view} />
      {view.moving ? (
        <PutDown session={session} view={view} tag={view.moving} />
      ) : compact ? (
        <More session={session} />
      ) : (
        <>
          <div className="row">
            <fieldset className="stances" aria-label="Stance">
              {STANCES.map((stance) => (
                <button
                  key={stance}
                  type="button"
                  className={`stance-button ${stance}`}
                  aria-pressed={shown.stance === stance}
                  aria-keyshortcuts={keyOf(view, stance)}
                  onClick={() => session.stance(stance)}
                >
                  <StanceShape stance={stance} size={11} />
                  <span>{stance}</span>
                  <Key view={view} of={stance} />
                </button>
              ))}
            </fieldset>
            {finding ? <span className="prompt" /> : <Prompt session={session} view={view} />}
            <button
              type="button"
              className="find-button"
              aria-expanded={view.panel === 'find'}
              aria-keyshortcuts={keyOf(view, 'find')}
              onClick={() => session.set({ panel: 'find', findFirst: '' })}
            >
              find <Key view={view} of="find" />
            </button>
          </div>
          {finding ? null : (
            <fieldset className="influences" aria-label="Influence">
              <NumberKeyButtons session={session} view={view} />
            </fieldset>
          )}
        </>
      )}
      {view.panel === 'find' ? <Find session={session} view={view} onAct={onAct} /> : null}
      {view.panel === 'rule' ? <Rule view={view} /> : null}
      {finding || view.moving ? null : <Dials session={session} view={view} />}
    </div>
  );
}

/** While a tag is being moved: put it down here, or leave it where it is. */
function PutDown(props: { session: Session; view: TaggingView; tag: Tag }) {
  const { session, view, tag } = props;
  const home = view.current?.statementId === tag.statementId;
  return (
    <div className="row">
      <span className="prompt saved moving">
        Moving <StanceShape stance={tag.stance} size={10} />
        <span className="sr">{tag.stance}</span>
        <span className="label">
          {session.labelOf(tag)}
          {home ? ': choose the statement it belongs to' : ''}
        </span>
      </span>
      {home ? null : (
        <button type="button" className="primary" onClick={() => session.confirm()}>
          Put it here <kbd>Enter</kbd>
        </button>
      )}
      <button type="button" onClick={() => session.set({ moving: null })}>
        Cancel <kbd>Esc</kbd>
      </button>
    </div>
  );
}

/** Opens the whole toolbar again for another tag on the same statement. */
function More({ session }: { session: Session }) {
  return (
    <div className="row">
      <span className="prompt saved">Saved. The keys still act on this statement.</span>
      <button type="button" className="link" onClick={() => session.edit(null)}>
        another tag
      </button>
    </div>
  );
}

function isShown(view: TaggingView, quick: QuickInfluence): boolean {
  return view.editing
    ? sameInfluence(view.editing, quick)
    : sameInfluence(view.draft.influence, quick);
}

/** What the number keys mean, each in its place; nothing after the last key that has an influence. */
function NumberKeyButtons({ session, view }: { session: Session; view: TaggingView }) {
  const last = view.numberKeys.findLastIndex((key) => key.state !== 'free');
  return view.numberKeys.slice(0, last + 1).map((key) =>
    key.state === 'set' ? (
      <InfluenceButton
        key={key.number}
        quick={key.quick}
        number={key.number}
        pressed={isShown(view, key.quick)}
        onClick={() => session.influence(key.quick)}
      />
    ) : (
      <span key={key.number} className="influence none">
        <kbd>{key.number}</kbd>
        <span className="soft">{key.state === 'off' ? 'codebook not in use' : 'free'}</span>
      </span>
    ),
  );
}

function InfluenceButton(props: {
  quick: QuickInfluence;
  number: number;
  pressed: boolean;
  onClick(): void;
}) {
  const { quick, number, pressed, onClick } = props;
  return (
    <button
      type="button"
      className="influence"
      aria-pressed={pressed}
      aria-keyshortcuts={String(number)}
      title={`${quick.influence.label} (${quick.codebook.name})\n${quick.influence.definition}`}
      onClick={onClick}
    >
      <kbd>{number}</kbd>
      <span className="label">{quick.influence.label}</span>
    </button>
  );
}

/** One line that says what the next key does. */
function Prompt({ session, view }: { session: Session; view: TaggingView }) {
  const { draft, last, editing } = view;
  if (editing) return <span className="prompt">Editing this tag. Esc when done.</span>;
  if (draft.stance && !draft.influence)
    return (
      <span className="prompt">
        {last ? (
          <button type="button" className="link" onClick={() => session.confirm()}>
            <kbd>Enter</kbd> {session.labelOf(last)}
          </button>
        ) : (
          'Which influence?'
        )}
      </span>
    );
  if (draft.influence && !draft.stance) return <span className="prompt">Which stance?</span>;
  return null;
}

/** The tags that this statement carries already. */
function TagsHere({ session, view }: { session: Session; view: TaggingView }) {
  const tags = view.current?.tags ?? [];
  if (!tags.length) return null;
  return (
    <ul className="tags-here" aria-label="Tags on this statement">
      {tags.map(({ tag }) => (
        <li key={tag.id} className={`chip ${tag.stance}`}>
          <button
            type="button"
            aria-pressed={view.editing?.id === tag.id}
            title={describeTag(session, tag)}
            onClick={() => session.edit(view.editing?.id === tag.id ? null : tag)}
          >
            <StanceShape stance={tag.stance} size={9} />
            <span className="sr">{tag.stance}</span>
            <span className="label">{session.labelOf(tag)}</span>
          </button>
          <button
            type="button"
            className="remove"
            aria-label={`Delete the tag ${session.labelOf(tag)}, ${tag.stance}`}
            onClick={() => void session.tags.remove(tag)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}

function describeTag(session: Session, tag: Tag): string {
  const parts = [`${session.labelOf(tag)}: ${tag.stance}`];
  if (tag.direction !== 'unstated') parts.push(tag.direction);
  if (tag.strength !== undefined) parts.push(`strength ${tag.strength}`);
  if (tag.basis === 'second-hand') parts.push('second-hand');
  if (tag.note) parts.push(tag.note);
  return parts.join(' · ');
}

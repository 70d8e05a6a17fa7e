/** The toolbar by the chosen statement: stance, influence, dials. Every control has its key beside it. */

import { useMemo, useRef, useState } from 'react';
import { StanceShape } from '@/components/stance/StanceMark';
import { booksInUse, type ListedInfluence } from '@/lib/codebook/influences';
import type { StatementOnBar } from '@/lib/messaging';
import type { Stance, Tag } from '@/lib/model';
import { meaningOf, sameInfluence } from '@/lib/tagging';
import { displayText } from '@/lib/text';
import type { BarClient, Shown } from '../client';
import { draftOf, editedIn } from '../hand';
import { Definition } from './definition';
import { describeTag } from './describe-tag';
import { Dials } from './dials';
import { Doubt } from './doubt';
import { Find } from './find';
import { Key, keyOf } from './key';
import { usePlaceBeside } from './place';
import { Rule } from './rule';
import { siteName } from './sites';
import { Likely } from './suggested';

const STANCES: readonly Stance[] = ['supporting', 'contrasting', 'mentioning'];

interface Parts {
  client: BarClient;
  view: Shown;
  /** The one that is chosen. */
  statement: StatementOnBar;
}

export function Toolbar({ client, view, statement }: Parts) {
  const box = useRef<HTMLDivElement>(null);
  const { hand, panel } = view;
  /** The one that the pointer or the keyboard is on. */
  const [looked, setLooked] = useState<ListedInfluence | null>(null);
  const draft = draftOf(view);
  const shown = editedIn(view) ?? draft;
  // The search takes the place of list and dials: opened beside them it would cover the statement. So do sites of the list.
  const finding = panel.kind === 'find';
  const listing = !finding && panel.kind !== 'site';
  const inUse = useMemo(
    () => (view.review ? booksInUse(view.review, view.codebooks) : []),
    [view.review, view.codebooks],
  );
  // Just saved: what follows is more likely the next statement than another tag, so the text comes first.
  const compact = hand.kind === 'saved' && !draft.stance && !draft.influence && !finding;
  usePlaceBeside(box, client, compact ? 'read-on' : 'current');
  const inHand = looked ?? client.find(shownInfluence(view) ?? view.last);
  return (
    <div ref={box} className="card toolbar" role="toolbar" aria-label="Tag this statement">
      {statement.elsewhere ? (
        <p className="elsewhere">
          <span className="soft">For</span>{' '}
          <cite title={displayText(statement.elsewhere)}>{displayText(statement.elsewhere)}</cite>
          <q>{displayText(statement.quote)}</q>
        </p>
      ) : null}
      <div className="tags-row">
        <TagsHere client={client} view={view} statement={statement} />
        {compact && panel.kind !== 'doubt' ? <More client={client} /> : null}
      </div>
      {hand.kind === 'moving' ? (
        <PutDown client={client} statement={statement} tag={hand.tag} />
      ) : panel.kind === 'doubt' ? (
        <Doubt client={client} why={panel.why} />
      ) : compact ? null : (
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
                  title={meaningOf(stance)}
                  onClick={() => client.run(stance)}
                >
                  <StanceShape stance={stance} size={11} />
                  <span>{stance}</span>
                  <Key view={view} of={stance} />
                </button>
              ))}
            </fieldset>
            {finding ? <span className="prompt" /> : <Prompt client={client} view={view} />}
            <button
              type="button"
              className="find-button"
              aria-expanded={finding}
              aria-keyshortcuts={keyOf(view, 'find')}
              onClick={() => client.run('find')}
            >
              find <Key view={view} of="find" />
            </button>
          </div>
          {listing ? (
            <fieldset className="influences" aria-label="Influence">
              <NumberKeyButtons client={client} view={view} onLook={setLooked} />
            </fieldset>
          ) : null}
          {listing && panel.kind !== 'rule' ? <Definition of={inHand ?? undefined} /> : null}
          {view.suggestUnasked && listing && !editedIn(view) && !draft.influence ? (
            <Likely client={client} quote={statement.quote} codebooks={inUse} />
          ) : null}
        </>
      )}
      {panel.kind === 'find' ? (
        <Find client={client} view={view} first={panel.first} suggest={panel.suggest === true} />
      ) : null}
      {panel.kind === 'rule' ? <Rule client={client} view={view} /> : null}
      {finding || hand.kind === 'moving' ? null : <Dials client={client} view={view} />}
    </div>
  );
}

/** While a tag is being moved: put it down here, or leave it where it is. */
function PutDown(props: { client: BarClient; statement: StatementOnBar; tag: Tag }) {
  const { client, statement, tag } = props;
  const home = statement.statementId === tag.statementId;
  return (
    <div className="row">
      <span className="prompt saved moving">
        Moving <StanceShape stance={tag.stance} size={10} />
        <span className="sr">{tag.stance}</span>
        <span className="label">
          {client.labelOf(tag)}
          {home ? ': choose the statement it belongs to' : ''}
        </span>
      </span>
      {home ? null : (
        <button type="button" className="primary" onClick={() => client.run('confirm')}>
          Put it here <kbd>Enter</kbd>
        </button>
      )}
      <button type="button" onClick={() => client.cancelMove()}>
        Cancel <kbd>Esc</kbd>
      </button>
    </div>
  );
}

/** Opens the whole toolbar again for another tag on the same statement. */
function More({ client }: { client: BarClient }) {
  return (
    <div className="row">
      <span className="prompt saved">Saved. The keys still act on this statement.</span>
      <button type="button" className="link" onClick={() => client.edit(null)}>
        another tag
      </button>
    </div>
  );
}

const shownInfluence = (view: Shown) => editedIn(view) ?? draftOf(view).influence;

const isShown = (view: Shown, quick: ListedInfluence): boolean =>
  sameInfluence(shownInfluence(view), quick);

/** What the number keys mean, each in its place; nothing after the last key that has an influence. */
function NumberKeyButtons(props: {
  client: BarClient;
  view: Shown;
  onLook(at: ListedInfluence | null): void;
}) {
  const { client, view, onLook } = props;
  const last = view.numberKeys.findLastIndex((key) => key.state !== 'free');
  return view.numberKeys.slice(0, last + 1).map((key) =>
    key.state === 'set' ? (
      <InfluenceButton
        key={key.number}
        quick={key.quick}
        number={key.number}
        pressed={isShown(view, key.quick)}
        onClick={() => client.influence(key.quick)}
        onLook={onLook}
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
  quick: ListedInfluence;
  number: number;
  pressed: boolean;
  onClick(): void;
  onLook(at: ListedInfluence | null): void;
}) {
  const { quick, number, pressed, onClick, onLook } = props;
  return (
    <button
      type="button"
      className="influence"
      aria-pressed={pressed}
      aria-keyshortcuts={String(number)}
      title={displayText(`${quick.label} (${quick.codebook.name})\n${quick.influence.definition}`)}
      onClick={onClick}
      onPointerEnter={() => onLook(quick)}
      onPointerLeave={() => onLook(null)}
      onFocus={() => onLook(quick)}
      onBlur={() => onLook(null)}
    >
      <kbd>{number}</kbd>
      <span className="label">{displayText(quick.label)}</span>
    </button>
  );
}

/** One line that says what the next key does. */
function Prompt({ client, view }: { client: BarClient; view: Shown }) {
  const { last } = view;
  const draft = draftOf(view);
  if (editedIn(view)) return <span className="prompt">Editing this tag. Esc when done.</span>;
  if (!draft.influence && last)
    return (
      <span className="prompt">
        <button
          type="button"
          className="link"
          title="The influence used last"
          onClick={() => client.run('confirm')}
        >
          <kbd>Enter</kbd> <span className="label">{client.labelOf(last)}</span>
        </button>
      </span>
    );
  if (draft.stance && !draft.influence) return <span className="prompt">Which influence?</span>;
  if (draft.influence && !draft.stance) return <span className="prompt">Which stance?</span>;
  if (!view.newcomer) return null;
  return (
    <span className="prompt">
      <button type="button" className="link" onClick={() => client.show('meanings')}>
        What do these mean? <Key view={view} of="meanings" />
      </button>
    </span>
  );
}

/** The tags that this statement carries already. */
function TagsHere({ client, view, statement }: Parts) {
  const { tags } = statement;
  const edited = editedIn(view)?.id;
  if (!tags.length) return null;
  return (
    <ul className="tags-here" aria-label="Tags on this statement">
      {tags.map(({ tag }) => (
        <li key={tag.id} className={`chip ${tag.stance}`}>
          <button
            type="button"
            aria-pressed={edited === tag.id}
            title={describeTag(client, tag, siteName(tag, statement.sites))}
            onClick={() => client.edit(edited === tag.id ? null : tag)}
          >
            <StanceShape stance={tag.stance} size={9} />
            <span className="sr">{tag.stance}</span>
            <span className="label">{client.labelOf(tag)}</span>
          </button>
          <button
            type="button"
            className="remove"
            aria-label={`Delete the tag ${client.labelOf(tag)}, ${tag.stance}`}
            onClick={() => client.remove(tag)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The part of tagging mode's state that the toolbar shows, as plain data: no ranges, no elements. */
import type { BarView, HandOnBar, StatementOnBar } from '../../../../lib/messaging';
import type { PageReport, StanceCounts } from '../../../../lib/model';
import {
  type Chosen,
  EMPTY_HAND,
  type EmptyHand,
  type Hand,
  handOf,
  influenceOf,
  type LeftDraft,
  type Peek,
  panelOf,
  peekOf,
  type ReferenceCard,
  type State,
  type Stored,
  sitesFor,
  type Tagging,
  tagsOn,
  type UnsavedTag,
} from '../../mode/state';
import { isOpen, isReady, noteOf } from '../../write/left';

/** A part that has not changed stays the same object, so that it is not sent again. */
function remembered<In extends object, Out>(make: (from: In) => Out): (from: In) => Out {
  const made = new WeakMap<In, { out: Out }>();
  return (from) => {
    const known = made.get(from);
    if (known) return known.out;
    const out = make(from);
    made.set(from, { out });
    return out;
  };
}

/** The hand with the tags that it knows by id, and what is offered for them: it is another as soon as one of these is. */
const handWith = remembered((tags: State['tags']) =>
  remembered((stored: Stored) =>
    remembered((hand: Hand): HandOnBar => handOnBar(hand, { tags, stored })),
  ),
);

type Of = Pick<State, 'tags' | 'stored'>;

function handOnBar(hand: Hand, of: Of): HandOnBar {
  if (hand.kind === 'empty' || hand.kind === 'composing') return newOnBar(hand, of);
  const { tag } = of.tags.get(hand.tagId) ?? {};
  // No hand holds a tag that is not there.
  if (!tag) return EMPTY_HAND;
  if (hand.kind === 'moving') return { kind: 'moving', tag, under: newOnBar(hand.under, of) };
  const { chosen, tagId: _, ...rest } = hand;
  return { ...rest, statement: statementOf(chosen, of), tag };
}

function newOnBar(hand: EmptyHand | Extract<Hand, { kind: 'composing' }>, of: Of) {
  if (hand.kind === 'empty') return hand;
  const { chosen, ...rest } = hand;
  return { ...rest, statement: statementOf(chosen, of) };
}

const statementOf = (chosen: Chosen, { tags, stored }: Of): StatementOnBar => ({
  statementId: chosen.statementId,
  quote: chosen.quote,
  tags: tagsOn(tags, chosen.statementId),
  sites: sitesFor(stored, chosen),
  elsewhere: chosen.left && chosen.held.page ? paperName(chosen.held.page) : null,
});

const countsOf = remembered((tags: State['tags']): StanceCounts => {
  const counts: StanceCounts = { supporting: 0, contrasting: 0, mentioning: 0 };
  for (const { tag } of tags.values()) counts[tag.stance] += 1;
  return counts;
});

const cardOf = remembered(({ references, known, cited }: ReferenceCard) => ({
  references: references.map(({ id, label, title, text, firstAuthor, year, doi }) => ({
    ...{ id, label, title, text, firstAuthor, year, doi },
  })),
  ...{ known, cited },
}));

const peekedAt = remembered((tags: State['tags']) =>
  remembered((peek: Peek) => tagsOn(tags, peek.statementId)),
);

const listedOf = remembered((works: NonNullable<Tagging['list']>['works']) =>
  works.map(({ known }) => ({ known })),
);
const NONE: BarView['listed'] = [];

const unsavedOf = remembered((unsaved: readonly UnsavedTag[]) =>
  unsaved.map(({ tag, state, sentence, orphaned }) => ({
    tagId: tag.tagId,
    influence: influenceOf(tag),
    stance: tag.stance,
    quote: tag.statement.quote,
    state,
    sentence,
    orphaned,
  })),
);

const leftOf = remembered((left: readonly LeftDraft[]) =>
  left.filter(isOpen).map((one) => ({
    id: one.id,
    paper: one.held.page && paperName(one.held.page),
    quote: one.held.statement.quote,
    stance: one.draft.stance,
    influence: one.draft.influence,
    note: noteOf(one),
    ofTag: one.tagId !== null,
    ready: isReady(one),
    state: one.state,
  })),
);

/** What a reader calls a paper. */
const paperName = ({ paper, url }: PageReport): string =>
  paper?.title || url.replace(/^\w+:\/\//, '');

export function barView(state: State): BarView {
  const { mode, stored, tags, notFound, last, toast, problem, unsaved, left } = state;
  const { review, codebooks, numberKeys, newcomer, suggestUnasked, shortcut, chosenKeys } = stored;
  const peek = peekOf(state);
  const { card, list, paused } = mode.kind === 'tagging' ? mode : NOTHING_SHOWN;
  return {
    ...{ mode: mode.kind, review, codebooks, numberKeys, newcomer, shortcut, keys: chosenKeys },
    suggestUnasked,
    ...{ notFound, last, toast, problem, paused },
    tagged: tags.size,
    counts: countsOf(tags),
    hand: handWith(tags)(stored)(handOf(state)),
    panel: panelOf(state),
    card: card && cardOf(card),
    peek: peek && peekedAt(tags)(peek),
    listed: list ? listedOf(list.works) : NONE,
    listAt: list?.at ?? null,
    unsaved: unsavedOf(unsaved),
    left: leftOf(left),
  };
}

const NOTHING_SHOWN: Pick<Tagging, 'card' | 'list' | 'paused'> = {
  ...{ card: null, list: null, paused: false },
};

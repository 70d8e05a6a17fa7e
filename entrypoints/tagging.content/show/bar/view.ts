/** The part of tagging mode's state that the toolbar shows, as plain data: no ranges, no elements. */
import type { BarView } from '../../../../lib/messaging';
import type { PageReport } from '../../../../lib/model';
import type { TaggingView } from '../../mode/view';
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

const currentOf = remembered((current: NonNullable<TaggingView['current']>) => ({
  statementId: current.statementId,
  quote: current.quote,
  tags: current.tags,
  elsewhere: current.left && current.held.page ? paperName(current.held.page) : null,
}));

const cardOf = remembered(({ references, known }: NonNullable<TaggingView['card']>) => ({
  references,
  known,
}));

const listedOf = remembered((listed: TaggingView['listed']) =>
  listed.map(({ known }) => ({ known })),
);

const unsavedOf = remembered((unsaved: TaggingView['unsaved']) =>
  unsaved.map(({ tag, state, sentence, orphaned }) => ({
    tagId: tag.tagId,
    influence: { codebookId: tag.codebookId, influenceId: tag.influenceId },
    stance: tag.stance,
    quote: tag.statement.quote,
    state,
    sentence,
    orphaned,
  })),
);

const leftOf = remembered((left: TaggingView['left']) =>
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

export function barView(view: TaggingView): BarView {
  const {
    mode,
    review,
    codebooks,
    numberKeys,
    newcomer,
    counts,
    shortcut,
    notFound,
    draft,
    panel,
  } = view;
  const { editing, savedHere, moving, last, findFirst, typed, toast, listAt, problem } = view;
  return {
    ...{ mode, review, codebooks, numberKeys, newcomer, counts, shortcut, notFound, draft, panel },
    ...{ editing, savedHere, moving, last, findFirst, typed, toast, listAt, problem },
    tagged: view.tags.length,
    keys: view.chosenKeys,
    paused: view.paused,
    current: view.current && currentOf(view.current),
    card: view.card && cardOf(view.card),
    listed: listedOf(view.listed),
    unsaved: unsavedOf(view.unsaved),
    left: leftOf(view.left),
  };
}

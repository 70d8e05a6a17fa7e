/**
 * Tagging mode in one page: holds its state, and carries out commands on the tag at hand. What is written goes
 * through `tags`.
 */

import { booksInUse, type ListedInfluence } from '../../../lib/codebook/influences';
import { ownCodebook } from '../../../lib/codebook/own';
import { ask } from '../../../lib/messaging';
import type { ChosenSite, Stance, Tag } from '../../../lib/model';
import { newId } from '../../../lib/model/id';
import {
  type CommandContext,
  type CompleteDraft,
  type Draft,
  isComplete,
  type NumberKey,
  nextVoice,
  stepStrength,
  toggleDirection,
} from '../../../lib/tagging';
import type { Passage } from '../source/page-text';
import { asPage } from '../write/as-page';
import { type BegunDraft, fromKept } from '../write/left';
import { LeftDrafts } from '../write/left-drafts';
import { TagWriter } from '../write/tag-writer';
import { dialsOf, Unfinished } from '../write/unfinished';
import { addCue } from './cue';
import type { PageSide } from './page-side';
import { Panels } from './panels';
import {
  begunIn,
  type Chosen,
  chosenOf,
  EMPTY_STATE,
  type Held,
  handOf,
  type LeftDraft,
  newDraft,
  panelOf,
  type State,
  tagsOn,
  targetOf,
} from './state';
import { LeftOutReport, storedFrom } from './stored';
import { type ModeEvent, transition } from './transition';

type TagVerbs = CommandContext['tag'];

export class Session implements TagVerbs {
  state: State = EMPTY_STATE;
  /** Seals what cannot be saved for the next copy of this script. */
  handoverKey = '';
  /** The papers whose tags are shown, or were until a moment ago: a change of one of them is news here. */
  readonly papers = new Set<string>();
  readonly tags: TagWriter;
  readonly unfinished: Unfinished;
  readonly left: LeftDrafts;
  private readonly listeners = new Set<() => void>();
  readonly panels: Panels;
  private readonly leftOut = new LeftOutReport();

  constructor(private readonly page: PageSide) {
    this.tags = new TagWriter(this, page);
    this.unfinished = new Unfinished(() => this.state.left);
    this.left = new LeftDrafts(this, page);
    this.panels = new Panels(this);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A step over the page may have to read it first; what is typed meanwhile is meant for where it arrives. */
  private step: Promise<void> | null = null;

  /** Whether a step is under way, which will choose a statement. */
  get isWalking(): boolean {
    return this.step !== null;
  }

  /** A step is under way until this resolves. */
  walkUntil(arrival: Promise<void>): void {
    const step = arrival.finally(() => {
      if (this.step === step) this.step = null;
    });
    this.step = step;
  }

  readonly whenStill: CommandContext['whenStill'] = (then) => {
    if (this.step) void this.step.then(then);
    else then();
  };

  /** The one way in which the state changes. */
  dispatch(event: ModeEvent): void {
    const { tags } = this.state;
    this.state = transition(this.state, event);
    if (this.state.tags !== tags)
      for (const { tag } of this.state.tags.values()) this.papers.add(tag.paperId);
    for (const listener of this.listeners) listener();
  }

  /** Reports what went wrong; null where all is well again. */
  tell(problem: string | null): void {
    this.dispatch({ type: 'problem', problem });
  }

  get isOn(): boolean {
    return this.state.mode.kind === 'tagging';
  }

  /** Loads review, codebooks and this paper's tags; again whenever tags changed somewhere. */
  async load(): Promise<void> {
    const report = this.page.report();
    const told = await asPage(report, () => ask('page/tagging-state', { report }));
    this.handoverKey = told.handoverKey;
    this.papers.clear();
    if (told.paperId) this.papers.add(told.paperId);
    this.dispatch({
      ...{ type: 'loaded', tags: told.tags, last: told.last },
      ...{ stored: storedFrom(told), problem: this.leftOut.of(told) },
    });
    this.page.paint();
    if (told.show) this.page.show(told.show);
  }

  /** Makes a passage of the page the statement that keys act on; null for none. */
  choose(passage: Passage | null, statementId: string | null = null): void {
    if (passage) this.chooseHeld(passage, statementId, this.page.hold(passage));
    else this.take(null);
  }

  /** Chooses a passage as it was held before, wherever its words are now. */
  chooseHeld(passage: Passage, statementId: string | null, held: Held): void {
    this.take({ ...passage, statementId, held });
  }

  /**
   * As `chooseHeld`, with the draft as it was left.
   * @param elsewhere the words are of another paper than the one that is shown
   */
  chooseLeft(left: LeftDraft, range: Range, elsewhere: boolean): void {
    const { held, statementId, draft, typed, tagId } = left;
    // The question outlives tagging mode, and its answer may need it.
    this.page.start();
    this.putBack();
    const of = elsewhere ? { left: left.id } : { resumed: true };
    const chosen = { range, quote: held.statement.quote, statementId, held, ...of };
    this.dispatch({ type: 'chosen', chosen, draft, typed });
    if (tagId && this.tagOf(tagId)) this.dispatch({ type: 'edited', tagId, typed });
    if (typed !== null) this.panels.show('note');
    this.noteBegun();
    this.page.paint();
  }

  /** The page shows another content: what is begun stays with its paper, and what was chosen is chosen no more. */
  leaveContent(): void {
    this.left.leaveChosen();
    this.choose(null);
  }

  /** Keeps what is begun on the chosen statement, once: with the draft that is being finished, or as the statement's. */
  private noteBegun(): void {
    const begun = begunIn(handOf(this.state));
    if (begun?.chosen.left) this.left.keep(begun.chosen.left, begun.draft, begun.typed);
    else this.unfinished.note(begun);
  }

  /** Something else is chosen than the draft that was being finished: the question about it is there again. */
  private putBack(): void {
    const begun = begunIn(handOf(this.state));
    if (begun?.chosen.left) this.left.putBack(begun.chosen.left, begun.draft, begun.typed);
  }

  /** Makes a passage the one that keys act on, with what had been begun on it before and nothing of the last one. */
  private take(chosen: Chosen | null): void {
    this.putBack();
    if (!chosen) this.dispatch({ type: 'unchosen' });
    else {
      const begun = this.unfinished.of(chosen, null);
      const resumed = begun?.keys ? { ...chosen, resumed: true } : chosen;
      this.dispatch({ type: 'chosen', chosen: resumed, ...this.begunOn(chosen) });
    }
    this.page.paint();
  }

  /** What had been begun on a statement for a new tag. */
  private begunOn(chosen: Chosen): { draft: Draft; typed: string | null } {
    const begun = this.unfinished.of(chosen, null);
    return { draft: begun ? dialsOf(begun) : newDraft(chosen), typed: begun?.typed ?? null };
  }

  /** A letter was typed into the note. */
  type(typed: string): void {
    const begun = begunIn(handOf(this.state));
    const kept = targetOf(this.state)?.note ?? begun?.draft.note;
    this.dispatch({ type: 'typed', typed: typed === kept ? null : typed });
    this.noteBegun();
  }

  stance(stance: Stance): void {
    const { state } = this;
    const hand = handOf(state);
    if (hand.kind === 'editing') return void this.tags.change(hand.tagId, { stance });
    const draft = begunIn(hand)?.draft;
    if (!draft) return;
    // The same stance key twice: again with the influence used last.
    const influence = draft.influence ?? (draft.stance === stance ? state.last : null);
    this.draft({ ...draft, stance, influence });
  }

  influence(chosen: ListedInfluence): void {
    const { codebookId, influenceId, codebook } = chosen;
    this.panels.show('none');
    const hand = handOf(this.state);
    if (hand.kind === 'editing') {
      const codebookVersion = codebook.version;
      return void this.tags.change(hand.tagId, { codebookId, influenceId, codebookVersion });
    }
    const draft = begunIn(hand)?.draft;
    if (draft) this.draft({ ...draft, influence: { codebookId, influenceId } });
  }

  /** The words in the search are an influence of the reader's own from now on. */
  newInfluence(newLabel: string): void {
    const { review, codebooks } = this.state.stored;
    if (!review) return;
    this.panels.show('none');
    const { id: codebookId } = ownCodebook(booksInUse(review, codebooks), review.id);
    const influence = { codebookId, influenceId: newId() };
    const hand = handOf(this.state);
    if (hand.kind === 'editing') {
      const newInfluence = { label: newLabel };
      return void this.tags.change(hand.tagId, { ...influence, newInfluence });
    }
    const draft = begunIn(hand)?.draft;
    if (draft) this.draft({ ...draft, influence: { ...influence, newLabel } });
  }

  addCue(): void {
    addCue(this);
  }

  slot(index: number): void {
    const key = this.state.stored.numberKeys[index];
    if (key?.state === 'set') this.influence(key.quick);
    else this.tell(emptyKey(index + 1, key));
  }

  confirm(): void {
    const { last } = this.state;
    const hand = handOf(this.state);
    if (hand.kind === 'moving') return void this.tags.moveHere(hand.tagId);
    const draft = begunIn(hand)?.draft;
    if (panelOf(this.state).kind === 'doubt') this.panels.show('none');
    if (draft && isComplete(draft)) this.saveUnlessDoubtful(draft);
    else if (last && draft && !draft.influence) this.draft({ ...draft, influence: last });
  }

  private draft(draft: Draft): void {
    this.dispatch({ type: 'drafted', draft });
    if (isComplete(draft)) this.saveUnlessDoubtful(draft);
    this.noteBegun();
  }

  /** What the reader has been asked about, by the words as they were chosen. */
  private readonly asked = new WeakSet<Held>();

  private saveUnlessDoubtful(draft: CompleteDraft): void {
    const chosen = chosenOf(this.state);
    const why = chosen && !this.asked.has(chosen.held) && this.page.doubt?.(chosen);
    if (why) {
      this.asked.add(chosen.held);
      this.dispatch({ type: 'opened', panel: { kind: 'doubt', why } });
      return;
    }
    // A note that is still in its field belongs to the tag as well.
    const typed = begunIn(handOf(this.state))?.typed;
    void this.tags.save({ ...draft, note: typed ?? draft.note });
  }

  direction(pressed: 'facilitator' | 'barrier'): void {
    this.turn(({ direction }) => ({ direction: toggleDirection(direction, pressed) }));
  }

  strength(by: 1 | -1): void {
    this.turn((of) => ({ strength: stepStrength(of.strength, by) }));
  }

  basis(): void {
    this.turn((of) => ({ basis: of.basis === 'own' ? 'second-hand' : 'own' }));
  }

  voice(): void {
    this.turn((of) => ({ voice: nextVoice(of.voice) }));
  }

  /** The site that the tag is about; null for none. */
  site(site: ChosenSite | null): void {
    this.panels.show('none');
    this.turn(() => ({ siteId: site?.siteId, newSite: site?.newSite }));
  }

  note(note: string): void {
    this.panels.show('none');
    this.dispatch({ type: 'typed', typed: null });
    this.turn(() => ({ note }));
    this.noteBegun();
  }

  /** Turns a dial of the tag at hand, or of the one that is being put together. */
  private turn(change: (of: Tag | Draft) => Partial<Draft>): void {
    const tag = targetOf(this.state);
    const draft = begunIn(handOf(this.state))?.draft;
    if (tag) void this.tags.change(tag.id, asChange(change(tag)));
    else if (draft) {
      this.dispatch({ type: 'turned', change: change(draft) });
      this.noteBegun();
    }
  }

  /** The tag that is deleted or moved: the one at hand, or the only one of the chosen statement. */
  private tagHere(): Tag | null {
    const tags = tagsOn(this.state.tags, chosenOf(this.state)?.statementId ?? null);
    return targetOf(this.state) ?? (tags.length === 1 ? (tags[0]?.tag ?? null) : null);
  }

  /** Makes a tag of the chosen statement the one that keys change; null: they make a new one. */
  edit(tagId: string | null): void {
    const chosen = chosenOf(this.state);
    if (!chosen) return;
    if (tagId) {
      const typed = this.unfinished.of(chosen, tagId)?.typed ?? null;
      this.dispatch({ type: 'edited', tagId, typed });
    } else this.dispatch({ type: 'composed', ...this.begunOn(chosen) });
  }

  /** The tag of this id on the page. */
  tagOf(id: string): Tag | undefined {
    return this.state.tags.get(id)?.tag;
  }

  move(): void {
    const hand = handOf(this.state);
    if (hand.kind === 'moving') return void this.tags.moveHere(hand.tagId);
    const tag = this.tagHere();
    if (!tag) {
      this.tell('Choose the tag to move first: click it, or choose its statement.');
      return;
    }
    // What is begun beside it is there again when it has been put down.
    if (hand.kind === 'editing') this.edit(null);
    this.dispatch({ type: 'picked-up', tagId: tag.id });
  }

  remove(): void {
    const tag = this.tagHere();
    if (tag) void this.tags.remove(tag);
  }

  /** Takes over what was begun before. */
  adopt(drafts: readonly BegunDraft[]): void {
    this.unfinished.adopt(drafts);
    for (const draft of drafts) {
      const left = fromKept(draft);
      if (left) this.left.add(left);
    }
  }

  /** The document goes, for good or into the browser's cache. */
  leaveDocument(): void {
    this.left.leaveDocument();
    this.unfinished.flush();
  }

  end(): void {
    this.tags.steps.end();
    this.unfinished.end();
    this.listeners.clear();
  }
}

/** A dial of a tag that is taken away: what is undefined would not arrive. */
function asChange({ newSite, ...dials }: Partial<Draft>): Record<string, unknown> {
  const named = Object.entries(dials).map(([name, value]) => [name, value ?? null]);
  return { ...Object.fromEntries(named), ...(newSite && { newSite }) };
}

/** Why a number key does nothing. */
function emptyKey(number: number, key: NumberKey | undefined): string {
  return key?.state === 'off'
    ? `The influence of key ${number} is in a codebook that is not in use. Codebooks are chosen in the workspace.`
    : `No influence has the key ${number}. Number keys are set in the workspace, under Codebooks.`;
}

/**
 * Tagging mode's state and what changes it. The interface renders `view` and calls these methods; what is
 * written goes through `tags`.
 */

import { missingAre, NEWER_RECORDS } from '../../../components/left-out/words';
import { booksInUse, type ListedInfluence } from '../../../lib/codebook/influences';
import { ask, type TaggingState } from '../../../lib/messaging';
import type { Stance, Tag } from '../../../lib/model';
import {
  type Draft,
  EMPTY_DRAFT,
  isComplete,
  keyMap,
  type NumberKey,
  readNumberKeys,
  stepStrength,
  toggleDirection,
} from '../../../lib/tagging';
import type { Passage } from '../source/page-text';
import { asPage } from '../write/as-page';
import { type BegunDraft, fromKept } from '../write/left';
import { LeftDrafts } from '../write/left-drafts';
import { countStances, TagWriter } from '../write/tag-writer';
import { dialsOf, Unfinished } from '../write/unfinished';
import type { PageSide } from './page-side';
import { type Chosen, EMPTY_VIEW, type Held, type LeftDraft, type TaggingView } from './view';

export class Session {
  view: TaggingView = EMPTY_VIEW;
  /** Seals what cannot be saved for the next copy of this script. */
  handoverKey = '';
  /** The papers whose tags are shown, or were until a moment ago: a change of one of them is news here. */
  readonly papers = new Set<string>();
  readonly tags: TagWriter;
  readonly unfinished: Unfinished;
  readonly left: LeftDrafts;
  private readonly listeners = new Set<() => void>();
  /** Damaged records that have been reported to the reader. */
  private toldOf = 0;

  constructor(private readonly page: PageSide) {
    this.tags = new TagWriter(this, page);
    this.unfinished = new Unfinished(() => this.view.left);
    this.left = new LeftDrafts(this, page);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): TaggingView => this.view;

  set(change: Partial<TaggingView>): void {
    for (const { tag } of change.tags ?? []) this.papers.add(tag.paperId);
    this.view = { ...this.view, ...change };
    for (const listener of this.listeners) listener();
  }

  /** Loads review, codebooks and this paper's tags; again whenever tags changed somewhere. */
  async load(): Promise<void> {
    const report = this.page.report();
    const state = await asPage(report, () => ask('page/tagging-state', { report }));
    this.handoverKey = state.handoverKey;
    this.papers.clear();
    if (state.paperId) this.papers.add(state.paperId);
    const { current } = this.view;
    this.set({
      problem: this.tellOf(state) ?? this.view.problem,
      review: state.review,
      codebooks: state.codebooks,
      numberKeys: readNumberKeys(
        state.numberKeys,
        booksInUse(state.review, state.codebooks),
        state.codebooks,
      ),
      tags: state.tags,
      counts: countStances(state.tags),
      shortcut: state.shortcut,
      keys: keyMap(state.keys),
      chosenKeys: state.keys,
      newcomer: state.newcomer,
      last: this.view.last ?? state.last,
      current: current && {
        ...current,
        tags: state.tags.filter((t) => t.statement.id === current.statementId),
      },
    });
    this.page.paint();
  }

  /** What must be known of the records: about those that are left out it is said once for each number of them. */
  private tellOf({ leftOut, newer }: TaggingState): string | null {
    if (newer) return NEWER_RECORDS;
    const count = leftOut.damaged + leftOut.waiting;
    const news = count > this.toldOf;
    this.toldOf = count;
    return news ? `${missingAre(leftOut)} left out here: see Settings in the workspace.` : null;
  }

  choose(passage: Passage | null, statementId: string | null = null): void {
    const current: Chosen | null = passage && {
      ...passage,
      statementId,
      tags: statementId ? this.view.tags.filter((t) => t.statement.id === statementId) : [],
      held: this.page.hold(passage),
    };
    this.take(current);
  }

  /** Chooses a passage as it was held before, wherever its words are now. */
  chooseHeld(passage: Passage, statementId: string | null, held: Held): void {
    const tags = this.view.tags.filter((t) => t.statement.id === statementId);
    this.take({ ...passage, statementId, tags, held });
  }

  /**
   * As `chooseHeld`, with the draft as it was left.
   * @param elsewhere the words are of another paper than the one that is shown
   */
  chooseLeft(left: LeftDraft, range: Range, elsewhere: boolean): void {
    const { held, statementId, draft, typed, tagId } = left;
    this.chooseHeld({ range, quote: held.statement.quote }, statementId, held);
    const editing = (tagId && this.tagOf(tagId)) || null;
    const { current } = this.view;
    this.set({
      draft: editing ? EMPTY_DRAFT : draft,
      typed,
      editing,
      panel: typed === null ? 'none' : 'note',
      current: current && { ...current, ...(elsewhere ? { left: left.id } : { resumed: true }) },
    });
    this.noteBegun();
  }

  /** The page shows another content: what is begun stays with its paper, and what was chosen is chosen no more. */
  leaveContent(): void {
    this.left.leaveChosen();
    this.choose(null);
  }

  /** Keeps what is begun on the chosen statement, once: with the draft that is being finished, or as the statement's. */
  private noteBegun(): void {
    const { current, draft, typed } = this.view;
    if (current?.left) this.left.keep(current.left, draft, typed);
    else this.unfinished.note(this.view);
  }

  /** Makes a passage the one that keys act on, with what had been begun on it before. */
  private take(current: Chosen | null): void {
    const { current: before, draft, typed } = this.view;
    if (before?.left) this.left.putBack(before.left, draft, typed);
    const begun = current && this.unfinished.of(current, null);
    this.set({
      current: current && begun?.keys ? { ...current, resumed: true } : current,
      // What was half chosen for the last statement does not leak into this one.
      draft: begun ? dialsOf(begun) : { ...EMPTY_DRAFT, basis: current?.basis ?? 'own' },
      typed: begun?.typed ?? null,
      editing: null,
      panel: 'none',
      problem: null,
      savedHere: null,
    });
    this.page.paint();
  }

  /** The page has replaced the text of the chosen statement: it is found again, or held as it was. */
  moveTo(range: Range): void {
    const { current } = this.view;
    if (current) this.set({ current: { ...current, range } });
  }

  /** Shows or closes a panel of the toolbar. */
  show(panel: TaggingView['panel']): void {
    this.set({ panel });
  }

  /** A letter was typed into the note. */
  type(typed: string): void {
    const kept = this.target()?.note ?? this.view.draft.note;
    this.set({ typed: typed === kept ? null : typed });
    this.noteBegun();
  }

  stance(stance: Stance): void {
    const { draft, last, editing } = this.view;
    if (editing) return void this.tags.change(editing, { stance });
    // The same stance key twice: again with the influence used last.
    const influence = draft.influence ?? (draft.stance === stance ? last : null);
    this.draft({ ...draft, stance, influence });
  }

  influence(chosen: ListedInfluence): void {
    const { editing } = this.view;
    const { codebookId, influenceId } = chosen;
    this.set({ panel: 'none' });
    if (editing)
      return void this.tags.change(editing, {
        codebookId,
        influenceId,
        codebookVersion: chosen.codebook.version,
      });
    this.draft({ ...this.view.draft, influence: { codebookId, influenceId } });
  }

  slot(index: number): void {
    const key = this.view.numberKeys[index];
    if (key?.state === 'set') this.influence(key.quick);
    else this.set({ problem: emptyKey(index + 1, key) });
  }

  /** Enter: puts down the tag that is being moved, else takes the influence used last. */
  confirm(): void {
    const { last, draft, moving } = this.view;
    if (moving) return void this.tags.moveHere(moving);
    if (!last || draft.influence) return;
    this.draft({ ...draft, influence: last });
  }

  private draft(draft: Draft): void {
    // Whoever tags on has left a tag that was being moved where it is.
    this.set({ draft, problem: null, savedHere: null, moving: null });
    if (!isComplete(draft)) {
      this.noteBegun();
      return;
    }
    // A note that is still in its field belongs to the tag as well.
    const whole = { ...draft, note: this.view.typed ?? draft.note };
    this.set({ draft: whole, typed: null });
    void this.tags.save(whole);
    this.noteBegun();
  }

  direction(pressed: 'facilitator' | 'barrier'): void {
    const turned = (now: Tag['direction']) => ({ direction: toggleDirection(now, pressed) });
    this.turn((tag) => turned(tag.direction));
  }

  strength(by: 1 | -1): void {
    this.turn((tag) => ({ strength: stepStrength(tag.strength, by) }));
  }

  basis(): void {
    this.turn((tag) => ({ basis: tag.basis === 'own' ? 'second-hand' : 'own' }));
  }

  note(note: string): void {
    this.set({ panel: 'none', typed: null });
    this.turn(() => ({ note }));
    this.noteBegun();
  }

  /** Turns a dial of the tag at hand, or of the one that is being put together. */
  private turn(change: (of: Tag | Draft) => Partial<Draft>): void {
    const tag = this.target();
    if (tag) void this.tags.change(tag, change(tag));
    else {
      this.set({ draft: { ...this.view.draft, ...change(this.view.draft) } });
      this.noteBegun();
    }
  }

  /** The tag that the dials turn: the one being edited, or the one just saved. */
  target(): Tag | null {
    const { editing, savedHere, tags } = this.view;
    const id = editing?.id ?? savedHere?.id;
    return (id && tags.find((t) => t.tag.id === id)?.tag) || null;
  }

  /** The tag that is deleted or moved: the one at hand, or the only one of the chosen statement. */
  tagHere(): Tag | null {
    const tags = this.view.current?.tags ?? [];
    return this.target() ?? (tags.length === 1 ? (tags[0]?.tag ?? null) : null);
  }

  edit(tag: Tag | null): void {
    const { current } = this.view;
    const begun = current && this.unfinished.of(current, tag?.id ?? null);
    this.set({
      editing: tag,
      draft: begun && !tag ? dialsOf(begun) : EMPTY_DRAFT,
      typed: begun?.typed ?? null,
      savedHere: null,
      panel: 'none',
    });
  }

  /** The tag of this id on the page. */
  tagOf(id: string): Tag | undefined {
    return this.view.tags.find(({ tag }) => tag.id === id)?.tag;
  }

  /** Picks a tag up to be put down at another passage; puts down the one that is held. */
  move(): void {
    const { moving } = this.view;
    if (moving) return void this.tags.moveHere(moving);
    const tag = this.tagHere();
    if (tag) this.set({ moving: tag, editing: null, savedHere: null, panel: 'none' });
    else this.set({ problem: 'Choose the tag to move first: click it, or choose its statement.' });
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

/** Why a number key does nothing. */
function emptyKey(number: number, key: NumberKey | undefined): string {
  return key?.state === 'off'
    ? `The influence of key ${number} is in a codebook that is not in use. Codebooks are chosen in the workspace.`
    : `No influence has the key ${number}. Number keys are set in the workspace, under Codebooks.`;
}

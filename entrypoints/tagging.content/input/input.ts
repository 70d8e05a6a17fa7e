/** What the reader does on the page while tagging mode is on: selecting, clicking, typing. */
import * as dom from '../../../lib/dom';
import { documentsOf } from '../../../lib/paint';
import { type CommandContext, type KeyMeaning, keyMeaning, runCommand } from '../../../lib/tagging';
import type { Session } from '../mode/session';
import { chosenOf, handOf, panelOf, type State, situationOf } from '../mode/state';
import type { Bar } from '../show/bar/bar';
import type { Highlights } from '../show/highlights';
import type { PageText, Passage } from '../source/page-text';
import { Markers, watchMarkers } from './hover';
import { isEditor, keyboardOwner } from './keyboard-owner';
import { hear } from './listen';

const SELECTION_SETTLES_MS = 60;

/** What selecting, clicking and typing act on. */
interface Parts {
  bar: Bar;
  session: Session;
  highlights: Highlights;
  text: PageText;
  context: CommandContext;
}

export class Input {
  /** The document in which the reader selected last. */
  private selectedIn: Document | null = null;
  /** The timer of a selection that has not settled yet; 0 for none. */
  private settling = 0;
  private readonly view: Window;
  private readonly markers: Markers;

  constructor(
    private readonly doc: Document,
    private readonly parts: Parts,
  ) {
    this.view = doc.defaultView ?? window;
    this.markers = new Markers(parts.text, parts.session, (event) => parts.bar.host.owns(event));
    parts.bar.onKey = this.onKey;
  }

  /** Tagging mode ends: what was selected last no longer counts. */
  forget(): void {
    this.selectedIn = null;
  }

  /** Hears the reader in one document of the page: its own, or one that a frame shows (now). */
  enter(doc: Document, signal: AbortSignal): void {
    // The article may have come with it.
    if (doc !== this.doc) this.parts.text.forget();
    const ears = {
      key: doc === this.doc ? null : this.onKey,
      click: (event: MouseEvent) => this.onClick(event, doc),
      selecting: () => {
        this.view.clearTimeout(this.settling);
        this.selectedIn = doc;
        this.settling = this.view.setTimeout(() => this.settle(), SELECTION_SETTLES_MS);
      },
    };
    hear(doc, ears, signal);
    watchMarkers(doc, this.markers, signal);
  }

  /** Takes what is selected now as the statement that is meant. */
  settle(): void {
    this.view.clearTimeout(this.settling);
    this.settling = 0;
    if (!this.parts.session.isOn || this.parts.bar.typing.active) return;
    const passage = this.selected();
    if (!passage) return;
    const chosen = chosenOf(this.parts.session.state);
    if (chosen && sameRange(chosen.range, passage.range)) return;
    this.parts.session.choose(passage, this.parts.highlights.statementAtRange(passage.range));
    // In an editable article the passage is chosen, but every key is text.
    this.pause(keyboardOwner(this.doc, []) !== 'reader');
  }

  /** What is selected: where the reader selected last, else wherever there is something. */
  private selected(): Passage | null {
    const docs = documentsOf(this.doc);
    const last = this.selectedIn && docs.includes(this.selectedIn) ? [this.selectedIn] : docs;
    for (const doc of last) {
      const passage = this.parts.text.selected(doc);
      if (passage) return passage;
    }
    return null;
  }

  private onClick(event: MouseEvent, within: Document): void {
    if (this.parts.bar.host.owns(event) || !event.isTrusted || event.button !== 0) return;
    const { clientX: x, clientY: y } = event;
    if (!within.getSelection()?.isCollapsed) return;
    const target = event.target as Element | null;
    if (
      (target && isEditor(target)) ||
      dom.closest(target, 'a[href], button, summary, label, video, audio')
    )
      return;
    const tagged = this.parts.highlights.at(x, y, within);
    if (tagged) {
      this.parts.session.choose(tagged, tagged.statementId);
      return;
    }
    void this.parts.text.ready().then(() => {
      if (this.parts.session.isOn)
        this.parts.session.choose(this.parts.text.sentenceAt(x, y, within));
    });
  }

  /** Carries out what a key asks for. True when it did: the page does not hear of it. */
  readonly onKey = (event: KeyboardEvent): boolean => {
    const { session, context } = this.parts;
    if (!event.isTrusted || !session.isOn) return false;
    // Our frame may be the active element for a moment after the page has its keys back.
    const owner = this.parts.bar.host.focused
      ? 'reader'
      : keyboardOwner(this.doc, event.composedPath());
    this.pause(owner === 'unknown');
    if (owner !== 'reader') return false;
    // A hand faster than the selection's settling means what it has just selected, not the last statement.
    if (this.settling) this.settle();
    const { state } = session;
    const now = situationOf(state);
    // A walk that is under way will have chosen something.
    const situation = { ...now, chosen: now.chosen || session.isWalking };
    const meaning = keyMeaning(event, situation, state.stored.keys);
    // What has the focus (a player, a list) keeps its keys as long as they mean nothing here.
    if (!meaning || (mayBeThePages(meaning, state) && this.pageHasFocus())) return false;
    if (meaning === 'choose-first') session.tags.steps.toast(meaning, null);
    else if (meaning !== 'held') runCommand(meaning, context);
    return true;
  };

  /** Whether something on the page has the focus, and not just the page. */
  private pageHasFocus(): boolean {
    const { activeElement, body, documentElement } = this.doc;
    return (
      activeElement !== null &&
      activeElement !== body &&
      activeElement !== documentElement &&
      !this.parts.bar.host.focused
    );
  }

  /** Says in the bar that keys are no commands now, or that they are again. */
  private pause(paused: boolean): void {
    const { session } = this.parts;
    const { mode } = session.state;
    if (mode.kind === 'tagging' && mode.paused !== paused)
      session.dispatch({ type: 'paused', paused });
  }
}

/**
 * When Escape has nothing to go back to here, it belongs to what the page shows: a lightbox, a menu. Enter on a link
 * of the page does not answer a question in the toolbar.
 */
function mayBeThePages(meaning: KeyMeaning, state: State): boolean {
  if (meaning === 'choose-first') return true;
  if (meaning === 'held' || !meaning) return false;
  const { command } = meaning;
  if (command === 'keep-draft' || command === 'discard-draft') return true;
  const isIdle = handOf(state).kind === 'empty' && panelOf(state).kind === 'none';
  return command === 'back' && isIdle;
}

function sameRange(a: Range, b: Range): boolean {
  return (
    a.startContainer === b.startContainer &&
    a.startOffset === b.startOffset &&
    a.endContainer === b.endContainer &&
    a.endOffset === b.endOffset
  );
}

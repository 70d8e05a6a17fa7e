/** What the reader does on the page while tagging mode is on: selecting, clicking, typing. */
import type { Pause } from '../../../lib/messaging';
import { documentsOf } from '../../../lib/paint';
import { type CommandContext, type KeyMeaning, keyMeaning, runCommand } from '../../../lib/tagging';
import type { Session } from '../mode/session';
import { chosenOf, handOf, panelOf, type State, situationOf } from '../mode/state';
import type { Bar } from '../show/bar/bar';
import type { Highlights } from '../show/highlights';
import type { CitedReader } from '../source/cited-reader';
import { type PageText, type Passage, standing } from '../source/page-text';
import { selectedRange } from '../source/shadow';
import { Markers, watchMarkers } from './hover';
import { keyboardOwner } from './keyboard-owner';
import { deselectUnder, LastSelection } from './last-selection';
import { hear } from './listen';
import { PageLayers } from './page-layer';
import { isForPage, targetOf } from './peek';
import { focusBeside } from './tab-order';
import { watchUnreadable, whyUnreadable } from './unreadable';

const SELECTION_SETTLES_MS = 60;

/** What selecting, clicking and typing act on. */
interface Parts {
  bar: Bar;
  session: Session;
  highlights: Highlights;
  text: PageText;
  context: CommandContext;
  cited: CitedReader;
}

export class Input {
  /** The document in which the reader selected last. */
  private selectedIn: Document | null = null;
  /** The timer of a selection that has not settled yet; 0 for none. */
  private settling = 0;
  private readonly view: Window;
  private readonly markers: Markers;
  private readonly layers: PageLayers;
  private readonly last = new LastSelection();

  constructor(
    private readonly doc: Document,
    private readonly parts: Parts,
  ) {
    this.view = doc.defaultView ?? window;
    const { text, session, cited } = parts;
    this.markers = new Markers(text, session, cited, (event) => parts.bar.host.owns(event));
    this.layers = new PageLayers(doc, (element) => parts.bar.host.holds(element));
    parts.bar.onKey = this.onKey;
    parts.bar.onTaken = () => this.pause('taken');
    parts.bar.onTabOut = (back) => {
      const at = standing(chosenOf(parts.session.state)?.range ?? null);
      if (at) focusBeside(at, back);
    };
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
      pressed: (event: PointerEvent) => this.onPress(event, doc),
      released: (event: PointerEvent) => this.last.released(event, doc),
      selecting: () => {
        this.view.clearTimeout(this.settling);
        this.selectedIn = doc;
        this.settling = this.view.setTimeout(() => this.settleRead(), SELECTION_SETTLES_MS);
      },
    };
    hear(doc, ears, signal);
    watchUnreadable(doc, (sentence) => this.parts.session.tell(sentence), signal);
    watchMarkers(doc, this.markers, signal);
  }

  /** The same once what came to the page since has been read, so that a late section and what it cites are known. */
  private settleRead(): void {
    const { text } = this.parts;
    if (text.hasRead) void text.ready().then(() => this.settling && this.settle());
    else this.settle();
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
    this.pause(keyboardOwner(this.doc, []) !== 'reader' && 'page');
  }

  /** What is selected: where the reader selected last, else wherever there is something. */
  private selected(): Passage | null {
    const docs = documentsOf(this.doc);
    const last = this.selectedIn && docs.includes(this.selectedIn) ? [this.selectedIn] : docs;
    for (const doc of last) {
      const passage = this.parts.text.selected(doc, this.last.take(doc));
      if (passage) return passage;
    }
    return null;
  }

  /** A drag inside of what has just been tagged chooses a part of it. */
  private onPress(event: PointerEvent, doc: Document): void {
    this.last.pressed(event);
    const isPlain = event.button === 0 && !event.shiftKey && event.pointerType === 'mouse';
    if (isPlain && chosenOf(this.parts.session.state)?.statementId) deselectUnder(event, doc);
  }

  private onClick(event: MouseEvent, within: Document): void {
    if (this.parts.bar.host.owns(event) || !event.isTrusted || event.button !== 0) return;
    const { clientX: x, clientY: y } = event;
    const target = targetOf(event);
    if (selectedRange(within) || this.last.holds(within)) return;
    if (isForPage(event)) return;
    const tagged = this.parts.highlights.at(x, y, within);
    if (tagged) {
      this.parts.session.choose(tagged, tagged.statementId);
      return;
    }
    void this.parts.text.ready().then(() => {
      const { session, text } = this.parts;
      if (!session.isOn) return;
      const sentence = text.sentenceAt(x, y, within);
      session.choose(sentence);
      const why = !sentence && target && whyUnreadable(target);
      if (why) session.tell(why);
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
    const composes = owner === 'reader' && isComposed(event);
    // Another extension was first, and has seen to it that the key does nothing more. In a frame it may have been the page.
    const isFirst = event.view === this.view;
    const isTaken = owner === 'reader' && isFirst && event.defaultPrevented;
    this.pause(owner === 'unknown' ? 'page' : composes ? 'input-method' : isTaken && 'taken');
    if (owner !== 'reader' || composes || isTaken) return false;
    // A hand faster than the selection's settling means what it has just selected, not the last statement.
    if (this.settling) this.settle();
    const { state } = session;
    if (isTab(event) && chosenOf(state) && !this.pageHasFocus()) return this.parts.bar.enter();
    const now = situationOf(state);
    // A walk that is under way will have chosen something.
    const situation = { ...now, chosen: now.chosen || session.isWalking };
    const meaning = keyMeaning(event, situation, state.stored.keys);
    // What has the focus (a player, a list) keeps its keys as long as they mean nothing here.
    if (!meaning || (mayBeThePages(meaning, state) && this.pageHasFocus())) return false;
    if (isBack(meaning, state) && this.layers.takesEscape(chosenOf(state)?.range ?? null))
      return false;
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
  private pause(paused: Pause): void {
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

const isTab = ({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  key === 'Tab' && !shiftKey && !ctrlKey && !altKey && !metaKey;

/** Does Escape take back what is on the page, and not a panel of ours that lies over everything? */
function isBack(meaning: KeyMeaning, state: State): boolean {
  const asked = meaning && typeof meaning === 'object' ? meaning.command : null;
  return asked === 'back' && panelOf(state).kind === 'none';
}

/** Browsers give a key that an input method composes with this code, where they report it in no other way. */
const COMPOSED = 229;

const isComposed = ({ isComposing, key, keyCode }: KeyboardEvent): boolean =>
  isComposing || key === 'Process' || keyCode === COMPOSED;

function sameRange(a: Range, b: Range): boolean {
  return (
    a.startContainer === b.startContainer &&
    a.startOffset === b.startOffset &&
    a.endContainer === b.endContainer &&
    a.endOffset === b.endOffset
  );
}

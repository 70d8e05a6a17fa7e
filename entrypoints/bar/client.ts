/** The toolbar's end of the line: what the script last sent, and what the reader asks of it. */
import { type InfluenceIndex, influencesOf, type ListedInfluence } from '@/lib/codebook/influences';
import {
  type Anchors,
  type BarCommand,
  type BarView,
  type FromBar,
  type NotFoundDeed,
  type PanelKind,
  type Pressed,
  send,
  type ToBar,
} from '@/lib/messaging';
import type { ChosenInfluence, ChosenSite, Codebook, InfluenceRef, Tag } from '@/lib/model';
import { type Asked, type CommandId, type KeyMap, keyMap } from '@/lib/tagging';
import { displayText } from '@/lib/text';
import type { Line } from './connect';

/** What the toolbar shows, with the keys as they are printed. */
export interface Shown extends BarView {
  keyMap: KeyMap;
  /** A click did not count, a moment ago. */
  refused: boolean;
}

const NOTHING: Shown = {
  mode: 'showing',
  review: null,
  codebooks: [],
  numberKeys: [],
  newcomer: false,
  suggestUnasked: false,
  tagged: 0,
  counts: { supporting: 0, contrasting: 0, mentioning: 0 },
  shortcut: '',
  keys: {},
  keyMap: keyMap(),
  notFound: [],
  hand: { kind: 'empty' },
  last: null,
  panel: { kind: 'none' },
  toast: null,
  card: null,
  peek: null,
  listed: [],
  listAt: null,
  unsaved: [],
  left: [],
  problem: null,
  paused: false,
  refused: false,
};

const NOWHERE: Anchors = { current: null, card: null, listed: [] };

/** How long the toolbar says that a click had no effect. */
const REFUSED_MS = 4_000;

type Listener = () => void;

export class BarClient {
  private shown: Shown = NOTHING;
  private where: Anchors = NOWHERE;
  private readonly listeners = new Set<Listener>();
  private readonly followers = new Set<Listener>();
  private turn = 0;
  private readonly clearing = new Map<number, (ok: boolean) => void>();
  /** Called with keys that were pressed on the page while the keyboard was on its way here. */
  onKeys: (keys: readonly Pressed[]) => void = () => {};
  /** Called when a field is opened: the keyboard is on its way. */
  onFocus: Listener = () => {};
  /** Called when the Tab key comes in from the page. */
  onEnter: Listener = () => {};
  /** Called when everything that was pressed on the page has been forwarded. */
  onEnd: Listener = () => {};

  constructor(private readonly line: Line) {
    line.listen((message) => this.hear(message));
  }

  readonly subscribe = (listener: Listener): Listener => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): Shown => this.shown;

  readonly follow = (listener: Listener): Listener => {
    this.followers.add(listener);
    return () => this.followers.delete(listener);
  };
  readonly anchors = (): Anchors => this.where;

  private set(change: Partial<Shown>): void {
    this.shown = { ...this.shown, ...change };
    for (const listener of this.listeners) listener();
  }

  private hear(message: ToBar): void {
    if ('view' in message) {
      const { view } = message;
      if (view.panel && view.panel.kind !== 'none') this.closedHere = false;
      this.set({ ...view, ...(view.keys && { keyMap: keyMap(view.keys) }) });
    } else if ('anchors' in message) {
      this.where = message.anchors;
      for (const follower of this.followers) follower();
    } else if ('keys' in message) this.onKeys(message.keys);
    else if ('clear' in message) {
      this.clearing.get(message.clear.turn)?.(message.clear.ok);
      this.clearing.delete(message.clear.turn);
    } else if ('end' in message) this.onEnd();
    else if ('enter' in message) this.onEnter();
    else this.onFocus();
  }

  /** Asks the script whether anything of the page lies over a point of the toolbar. */
  isClear(x: number, y: number): Promise<boolean> {
    this.turn += 1;
    const { turn } = this;
    return new Promise((resolve) => {
      this.clearing.set(turn, resolve);
      this.post({ clear: { turn, x, y } });
    });
  }

  private refusal: ReturnType<typeof setTimeout> | undefined;

  /** Says for a while that a click had no effect. */
  refuse(): void {
    clearTimeout(this.refusal);
    this.set({ refused: true });
    this.refusal = setTimeout(() => this.set({ refused: false }), REFUSED_MS);
  }

  post(message: FromBar): void {
    this.line.post(message);
  }

  private do(command: BarCommand): void {
    this.post({ command });
  }

  /** A command of the list, as by its key. */
  run(command: CommandId, arg?: Asked['arg']): void {
    // What is seen to be open is closed, and nothing else: by the time the script hears of it, it may be closed.
    if (command === 'back' && this.shown.panel.kind !== 'none') this.show('none');
    // Straight from here: the browser opens panels only for a gesture, and the gesture was made in this frame.
    else if (command === 'panel') send('panel/open', {}).catch((error: Error) => this.fail(error));
    else {
      this.do({ do: 'run', asked: { command, ...(arg !== undefined && { arg }) } });
      if (command === 'back') this.close();
    }
  }

  private fail({ message }: Error): void {
    this.set({ problem: message });
  }
  /** A field closes here first: the next key must not be typed into it while the script is being asked. */
  private close(): void {
    if (this.shown.panel.kind !== 'none') this.set({ panel: { kind: 'none' } });
    this.closedHere = true;
  }

  /** The field was closed by the reader's own key: what is pressed after it is a command again. */
  closedHere = false;

  influence({ codebookId, influenceId }: InfluenceRef): void {
    this.close();
    this.do({ do: 'influence', influence: { codebookId, influenceId } });
  }
  newInfluence(label: string): void {
    this.close();
    this.do({ do: 'new-influence', label });
  }
  site(site: ChosenSite | null): void {
    this.close();
    this.do({ do: 'site', site });
  }
  show(panel: PanelKind): void {
    if (panel === 'none') this.close();
    this.do({ do: 'show', panel });
  }
  /** Opens a panel, or closes it where it is open. */
  toggle(panel: PanelKind): void {
    this.show(this.shown.panel.kind === panel ? 'none' : panel);
  }
  edit(tag: Tag | null): void {
    this.do({ do: 'edit', tagId: tag?.id ?? null });
  }
  remove(tag: Tag): void {
    this.do({ do: 'remove', tagId: tag.id });
  }
  listReference(id: string): void {
    this.do({ do: 'list-reference', id });
  }
  notFound(deed: NotFoundDeed, statementId: string): void {
    this.do({ do: 'not-found', deed, statementId });
  }
  cancelMove(): void {
    this.do({ do: 'cancel-move' });
  }
  typed(note: string): void {
    this.do({ do: 'typed', note });
  }
  keepNote(note: string): void {
    this.close();
    this.do({ do: 'keep-note', note });
  }
  retry(): void {
    this.do({ do: 'retry' });
  }
  discard(tagId: string): void {
    this.do({ do: 'discard', tagId });
  }
  answer(id: string, keep: boolean): void {
    this.do({ do: 'answer', id, keep });
  }
  reloadPage(): void {
    this.do({ do: 'reload-page' });
  }

  /** The label of an influence as the review's codebooks have it, to be shown. */
  labelOf(ref: ChosenInfluence): string {
    return displayText(ref.newLabel ?? this.influences.labelOf(ref));
  }

  find(ref: InfluenceRef | null): ListedInfluence | undefined {
    return this.influences.find(ref);
  }

  private get influences(): InfluenceIndex {
    return influencesOf(this.shown.codebooks as Codebook[]);
  }
}

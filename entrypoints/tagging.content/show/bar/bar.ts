/**
 * The toolbar as the controller knows it: shown with tagging mode, served over a port, given the keyboard while
 * one of its fields is open. Where the page does not let the frame in, or takes it out, the side panel shows the
 * same toolbar, and the reader is told so there.
 */
import { browser } from 'wxt/browser';
import * as dom from '../../../../lib/dom';
import {
  BAR_PORT,
  type FromBar,
  hasField,
  isOwnPage,
  send,
  type ToBar,
} from '../../../../lib/messaging';
import type { Guard } from '../../../../lib/messaging/page/guard';
import { watchUnheard } from '../../input/unheard-keys';
import type { Session } from '../../mode/session';
import { panelOf } from '../../mode/state';
import { BarHost } from './host';
import { type BarLine, BarLink, type LinkSide } from './link';
import { Typing } from './typing';

type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0];

/**
 * A frame that has loaded answers at once, on a busy machine within seconds; one that a page keeps from running never
 * does.
 */
const ANSWERS_WITHIN_MS = 6_000;
/** A frame is loaded from this machine. One that a page keeps out may not even report that it has loaded. */
const LOADS_WITHIN_MS = 10_000;

/** The letter of a shortcut is released within this time after its modifiers. */
const SHORTCUT_MS = 2_000;

const REFUSED =
  'This page does not let Bearing show its toolbar here. Tag it from the side panel: the toolbar is there.';
const LOST =
  'This page takes Bearing\u2019s toolbar away. Tag it from the side panel: the toolbar is there.';
const PREVENTED =
  'This page takes the keyboard away while you type. Nothing typed is lost: go on in the side panel.';

export interface BarSide extends LinkSide {
  guard: Guard;
  /** The page has rewritten itself, and removed everything that listened in it. */
  rewritten(): void;
}

export class Bar {
  readonly host: BarHost;
  readonly typing: Typing;
  /** Is told a key pressed on the page, with no field of ours open. True keeps it from the page. */
  onKey: (event: KeyboardEvent) => boolean = () => false;
  /** Is told that the Tab key has left the toolbar. */
  onTabOut: (back: boolean) => void = () => {};
  /** Is told that a key was pressed on the page and never arrived here. */
  onTaken: () => void = () => {};
  private readonly link: BarLink;
  private line: BarLine | null = null;
  private port: MessagePort | null = null;
  private nonce = '';
  /** Resolves once the background knows the nonce: a frame that asks before that is refused. */
  private announced: Promise<void> = Promise.resolve();
  private answer: ReturnType<typeof setTimeout> | undefined;
  /** Why there is no toolbar in the page; null while there is, or may be, one. */
  refused: string | null = null;

  constructor(
    private readonly doc: Document,
    private readonly session: Session,
    private readonly side: BarSide,
    private readonly signal: AbortSignal,
  ) {
    this.host = new BarHost(doc, {
      loaded: (frame) => void this.offer(frame),
      lost: () => this.refuse(LOST),
    });
    this.typing = new Typing(
      doc,
      this.host,
      {
        post: (message) => this.post(message),
        prevented: () => this.say(PREVENTED),
        lost: () => session.panels.show('none'),
      },
      signal,
    );
    // Before the line: the toolbar puts keys aside from before the field is drawn.
    this.watchFields();
    this.link = new BarLink(doc, session, side, signal);
    const { guard } = side;
    guard.take = (event) => this.take(event);
    guard.onRewritten = () => {
      this.refuse(REFUSED);
      side.rewritten();
    };
    signal.addEventListener('abort', () => {
      guard.take = null;
      guard.onRewritten = null;
      this.hide();
    });
  }

  /** Keys whose press was ours: their release is not the page's to hear either. */
  private readonly down = new Set<string>();
  /** Keys whose press the page has heard. */
  private readonly passed = new Set<string>();

  /** What was forwarded while there was no toolbar to forward it to. */
  private waiting: ToBar[] = [];

  private post(message: ToBar): void {
    if (this.line) this.line.post(message);
    else if ('keys' in message) this.waiting.push(message);
  }

  private take(event: Event): boolean {
    this.noteHeard();
    if (this.typing.take(event)) return true;
    const { type } = event;
    const { code, ctrlKey, altKey, metaKey } = event as KeyboardEvent;
    if (ctrlKey || altKey || metaKey) this.chordAt = performance.now();
    if (type === 'keyup') {
      if (this.isUnheard(event as KeyboardEvent)) this.onTaken();
      // Pressed in our field, which closed under the key: released over the page.
      return this.down.delete(code) || (!this.passed.delete(code) && this.typing.justClosed);
    }
    if (type !== 'keydown') return false;
    // Without a toolbar to look at, keys do nothing unseen.
    const ours = this.line !== null && !this.refused && this.onKey(event as KeyboardEvent);
    this.down.delete(code);
    this.passed.delete(code);
    (ours ? this.down : this.passed).add(code);
    return ours;
  }

  /** A letter or digit is released whose press was not heard here, although the page has had the keyboard for a while. */
  private isUnheard({ isTrusted, key, code }: KeyboardEvent): boolean {
    const isLetter = [...key].length === 1 && key !== ' ';
    const wasPressedHere = this.down.has(code) || this.passed.has(code) || this.typing.justClosed;
    // The browser takes its own shortcuts, and those of extensions, before any page.
    const isShortcut = performance.now() - this.chordAt < SHORTCUT_MS;
    return isTrusted && isLetter && !wasPressedHere && !isShortcut && this.typing.pageHasKeys;
  }

  /** Another extension may keep a key's press and release from us: while tagging mode is on, that is noticed. */
  watchUnheard(mode: AbortSignal): void {
    const view = this.doc.defaultView;
    if (!view) return;
    const pageHasKeys = () => {
      const { activeElement } = this.doc;
      const isFrame = /^(?:i?frame|embed|object)$/i.test(dom.nodeName(activeElement) ?? '');
      return this.doc.hasFocus() && !isFrame && this.typing.pageHasKeys;
    };
    this.noteHeard = watchUnheard(view, { pageHasKeys, onTaken: () => this.onTaken() }, mode);
  }

  private noteHeard = (): void => {};

  /** When a key was last pressed or released with Ctrl, Alt or Meta. */
  private chordAt = Number.NEGATIVE_INFINITY;

  /** The Tab key goes from the page to the first control; false without a toolbar. */
  enter(): boolean {
    if (!this.line || this.refused) return false;
    this.post({ enter: true });
    this.host.focus();
    return true;
  }

  /** A page that keeps the toolbar out is not worth a word: nobody has asked for it. */
  private quiet = false;

  /** @param quiet it is shown for what is pointed at, and not for tagging mode */
  show(quiet = false): void {
    this.quiet = quiet;
    if (this.host.shown) {
      this.host.settle();
      return;
    }
    if (this.side.guard.rewritten) {
      this.refuse(REFUSED);
      return;
    }
    this.refused = null;
    this.nonce = newNonce();
    this.host.show((host, frame) => this.side.guard.ours.add(host).add(frame));
    this.refuseUnlessReady(LOADS_WITHIN_MS);
    this.announced = send('bar/open', { nonce: this.nonce }).then(
      () => undefined,
      (error: Error) => this.say(error.message),
    );
  }

  private refuseUnlessReady(within: number): void {
    clearTimeout(this.answer);
    this.answer = setTimeout(() => this.refuse(REFUSED), within);
  }

  hide(): void {
    clearTimeout(this.answer);
    this.typing.forget();
    this.drop();
    // Typed for a field of this toolbar: the next one must not get it.
    this.waiting = [];
    this.host.hide();
  }

  private drop(): void {
    if (this.line) this.link.drop(this.line);
    this.port?.close();
    this.line = null;
    this.port = null;
  }

  /** Gives a frame that has loaded its end of a line. */
  private async offer(frame: HTMLIFrameElement): Promise<void> {
    this.drop();
    const { nonce } = this;
    await this.announced;
    if (nonce !== this.nonce || !frame.isConnected || this.signal.aborted) return;
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.onmessage = ({ data }) => this.hear(data as FromBar);
    frame.contentWindow?.postMessage({ nonce }, OWN_ORIGIN, [port2]);
    this.refuseUnlessReady(ANSWERS_WITHIN_MS);
  }

  private hear(message: FromBar): void {
    this.noteHeard();
    const { port } = this;
    if ('ready' in message && port) {
      clearTimeout(this.answer);
      const line: BarLine = { post: (part) => port.postMessage(part) };
      this.line = line;
      this.link.add(line);
      // A field that was open before the frame was put back is open in the new one.
      if (this.fieldOpen) this.typing.open();
      for (const keys of this.waiting.splice(0)) line.post(keys);
    } else if ('tabOut' in message) {
      this.host.blur();
      this.onTabOut(message.tabOut === 'backwards');
    } else if ('boxes' in message) this.host.clip(message.boxes);
    else if ('field' in message) this.typing.arrived();
    else if ('release' in message) {
      if (!this.typing.active) this.host.blur();
    } else if ('clear' in message) {
      const { turn, x, y } = message.clear;
      this.line?.post({ clear: { turn, ok: this.host.isClear(x, y) } });
    } else {
      this.link.hear(message);
      this.typing.heard();
    }
  }

  private get fieldOpen(): boolean {
    return hasField(panelOf(this.session.state));
  }

  private watchFields(): void {
    let was = false;
    const unsubscribe = this.session.subscribe(() => {
      const now = this.fieldOpen;
      if (now === was) return;
      was = now;
      if (!now) this.typing.close();
      else this.typing.open();
    });
    this.signal.addEventListener('abort', unsubscribe);
  }

  /** The page keeps the toolbar out: the side panel shows it. */
  private refuse(sentence: string): void {
    if (this.refused) return;
    this.hide();
    if (this.quiet) return;
    this.refused = sentence;
    this.say(sentence);
    send('bar/refused', { sentence }).catch(() => undefined);
  }

  private say(problem: string): void {
    this.session.tell(problem);
  }

  /** Serves the toolbar that the side panel shows. */
  accept(port: Port): void {
    if (port.name !== BAR_PORT || this.signal.aborted) return;
    if (!isOwnPage(port.sender)) {
      port.disconnect();
      return;
    }
    const line: BarLine = { post: (message) => port.postMessage(message) };
    port.onMessage.addListener((message) => {
      const part = message as FromBar;
      if ('ready' in part) this.link.add(line);
      else if ('command' in part) this.link.hear(part);
    });
    port.onDisconnect.addListener(() => this.link.drop(line));
  }
}

/** The origin of the extension's pages; a file that pages cannot load has the plain address. */
const OWN_ORIGIN = new URL(browser.runtime.getURL('/icon/16.png')).origin;

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

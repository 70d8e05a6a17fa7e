/**
 * Which paper does the page show now? A single-page site changes its address, title, metadata and text in any
 * order, seconds apart; so a report belongs to the content that it was read from, and between two contents the
 * page is loading. Pure: takes what was observed and when, and returns what to do next.
 *
 *              first look
 *                  │ read
 *                  ▼          text or address differ, or the metadata names another work
 *   ┌────────▶  READ (A)  ─────────────────────────────────────────────────────────┐
 *   │              │  ▲                                                            ▼
 *   │   title,     └──┘                                                      LOADING (A?)
 *   │   metadata: read again, same content                                         │
 *   │                                                                              │
 *   ├── only the address differs: A went on under another address ◀────────────────┤ after SAME_AFTER_MS
 *   ├── the text is A's again, at A's address ◀────────────────────────────────────┤ at once
 *   ├── other text, which turns out to be of the same work (a tab of A) ◀──────────┤ read
 *   │                                                                              │
 *   └── READ (B) ◀── other text, at rest for SETTLE_MS: read without what is ──────┘
 *                    left of A (its metadata, its window title)
 *
 * Other text under the same address waits FOLLOWS_MS for the address to follow. Text that is not a paper waits
 * NONE_AFTER_MS for more to come. Nothing waits longer than GIVE_UP_MS.
 */
import type { PageNow, PageReport } from '../../model';
import { Content, metadataIsNew, type Stale } from './content';
import { type Observation, sameSet, type TextChange, textChange } from './observation';
import { contradicts, distinctByTitle, identified, sameWork } from './same-work';
import {
  FOLLOWS_MS,
  GIVE_UP_MS,
  NONE_AFTER_MS,
  RESTLESS_MS,
  SAME_AFTER_MS,
  SETTLE_MS,
} from './timing';

/** The share of the text that may go before it counts as another text: more where nothing else has changed. */
const FEW = 0.02;
const SOME = 0.3;
/** A reader scrolls back to an article, not to twenty. */
const MOST_KNOWN = 20;

/** A page that changes during each of its first readings is taken as it was read last. */
const MOST_FIRST_READINGS = 4;

const NOTHING_STALE: Stale = { metadata: new Set(), title: null };

/** A reading that is wanted. */
export interface Reading {
  of: Observation;
  stale: Stale;
  /** Read only what is not this content's: both are on the page. */
  beside: Content | null;
  why: 'first' | 'again' | 'new' | 'joined';
}

export type Next = { do: 'rest' } | { do: 'look'; at: number } | { do: 'read'; reading: Reading };
const REST: Next = { do: 'rest' };

export class ContentTracker {
  /** The content whose report counts, or counted last. */
  private current: Content | null = null;
  private known: Content[] = [];
  private last: Observation | null = null;
  /** When the page began to leave the current content; null while it is read. */
  private leftAt: number | null = null;
  private changedAt = 0;
  private firstReadings = 1;
  private movedAt = 0;
  /** The look that was dealt with although it differs from the content. */
  private dealtWith = '';

  constructor(private readonly newId: () => string) {}

  get now(): PageNow {
    const { current, last, leftAt } = this;
    return current && leftAt === null
      ? { state: 'read', id: current.id, report: current.report, title: current.title }
      : { state: 'loading', address: last?.url ?? '' };
  }

  /** The address at the last look. */
  get lookedAt(): string {
    return this.last?.address ?? '';
  }

  get hasRead(): boolean {
    return this.current !== null;
  }

  /** Does the page show next to nothing? */
  get blank(): boolean {
    return this.current?.blank ?? true;
  }

  /** Takes in what a look has found. */
  see(now: Observation, time: number): Next {
    if (this.last?.mark !== now.mark) this.changedAt = time;
    if (this.last?.address !== now.address) this.movedAt = time;
    this.last = now;
    const { current } = this;
    if (!current) return this.read('first', NOTHING_STALE);
    const back = this.contentBack(now);
    if (back && back !== current) return this.rest(back);
    if (this.leftAt === null && this.dealtWith === now.mark) return REST;
    const moved = now.address !== current.address;
    const text = this.textOf(current, now);
    if (text === 'same' || text === 'grown')
      return moved && !current.isKnownBy(now.address)
        ? this.onAddressOnly(current, now, text, time)
        : this.onSameText(current, now, time);
    // A shell fills, or a page that is not a paper changes: at the same address that is the same page.
    if (!moved && (current.blank || current.report.kind === 'none'))
      return this.afterRest(time, 'again', current.stale);
    if (text === 'joined' && !(moved && current.isLeftBy(now)))
      return this.onJoined(current, now, time);
    this.leftAt ??= time;
    if (text === 'joined') return this.readNew(current, now, time, current);
    const wait = text === 'emptied' ? GIVE_UP_MS : moved ? 0 : FOLLOWS_MS;
    return this.patience(time, wait) ?? this.readNew(current, now, time);
  }

  /**
   * Takes in what a reading found. `now` is the look after it: a page that has changed meanwhile is looked at
   * again, and what was read of it does not count.
   */
  settle(reading: Reading, report: PageReport, now: Observation, time: number): Next {
    const { current } = this;
    if (!current) {
      // What was read may be the next content's, under the address of the first.
      const again = !sameSight(reading.of, now) && this.firstReadings < MOST_FIRST_READINGS;
      if (again) {
        this.last = now;
        this.changedAt = time;
        this.firstReadings += 1;
        return this.read('first', NOTHING_STALE);
      }
      this.enter(report, reading.stale, reading.of);
      this.dealtWith = '';
      return this.see(now, time);
    }
    if (!sameSight(reading.of, now)) {
      this.changedAt = time;
      return this.see(now, time);
    }
    this.last = now;
    if (reading.why === 'again') return this.onReadAgain(current, report, now, time);
    if (reading.why === 'joined') return this.onReadBeside(current, report, now);
    return this.onReadNew(current, report, reading, time);
  }

  /**
   * The content that a place in the page belongs to, by the last look; null while that is unknown.
   * @param holds whether the place is in text that the content is known to have
   */
  contentAt(holds: (content: Content) => boolean): Content | null {
    const { current, last, leftAt } = this;
    if (!current || !last) return null;
    // A page that is not a paper is filed by its address: all of it is one.
    if (leftAt === null && (current.report.kind === 'none' || current.blank)) return current;
    const isHere = (one: Content) => {
      const text = this.textOf(one, last, one === current && leftAt === null ? undefined : FEW);
      // In what is left of a text that is going, every word is still its own.
      return text !== 'other' && holds(one);
    };
    return isHere(current) ? current : (this.known.find(isHere) ?? null);
  }

  /** Less may go missing where the address or the metadata has changed as well. */
  private textOf(content: Content, now: Observation, tolerated?: number): TextChange {
    const others = this.known.filter((one) => one !== content);
    const sure = content.address !== now.address || metadataIsNew(content, now);
    return content.textIn(now, tolerated ?? (sure ? FEW : SOME), others);
  }

  /** A content read earlier whose text is here, at its address: the reader has gone back, or scrolled back. */
  private contentBack(now: Observation): Content | undefined {
    return this.known.find(
      (one) =>
        one.address === now.address &&
        !one.blank &&
        !['other', 'emptied'].includes(this.textOf(one, now, FEW)),
    );
  }

  /** The text is all there, at its address; a new title or new metadata may improve the report. */
  private onSameText(current: Content, now: Observation, time: number): Next {
    const more = current.isWorthReading(now);
    current.absorb(now);
    if (!more) return this.rest(current);
    // Metadata that names another work runs ahead of its text.
    if (this.leftAt !== null) return this.patience(time, GIVE_UP_MS) ?? this.goOn(current, now);
    return this.afterRest(time, 'again', current.stale);
  }

  /** The address is another and the text is not: the text is on its way, or never comes. */
  private onAddressOnly(current: Content, now: Observation, text: TextChange, time: number): Next {
    if (current.borrowed) {
      current.arriveAt(now);
      return this.afterRest(time, 'again', current.stale);
    }
    this.leftAt ??= time;
    const renamed = current.isRenamedBy(now);
    if (text === 'grown' && current.blank) return this.readNew(current, now, time);
    if (text === 'grown' && (renamed || current.report.kind !== 'article'))
      return this.readNew(current, now, time, current);
    const announced = renamed || metadataIsNew(current, now);
    const due = announced ? this.leftAt + GIVE_UP_MS : this.movedAt + SAME_AFTER_MS;
    return time < due ? { do: 'look', at: due } : this.goOn(current, now);
  }

  /** A second article has come to the first, or a part of the first with a top heading. */
  private onJoined(current: Content, now: Observation, time: number): Next {
    this.leftAt = null;
    return this.afterRest(time, 'joined', current.staleFor(now), current);
  }

  private onReadAgain(current: Content, report: PageReport, now: Observation, time: number): Next {
    if (contradicts(current.report, report)) {
      if (current.blank || current.report.kind === 'none')
        return this.enter(report, current.stale, now);
      this.leftAt ??= time;
      return { do: 'look', at: this.leftAt + GIVE_UP_MS };
    }
    const text = this.textOf(current, now);
    const another = (text === 'other' || text === 'emptied') && !sameWork(current.report, report);
    if (another) return this.enter(report, current.stale, now);
    return this.goOn(current, now, report);
  }

  /** What appeared beside the current content while the address stayed. */
  private onReadBeside(current: Content, report: PageReport, now: Observation): Next {
    // Text of another article stays nobody's until the address names it.
    if (report.kind !== 'article' || sameWork(current.report, report)) current.addFace(now);
    return this.rest(current);
  }

  private onReadNew(current: Content, report: PageReport, reading: Reading, time: number): Next {
    const { of: now, stale, beside } = reading;
    const moved = now.address !== current.address;
    if (sameWork(current.report, report)) return this.goOn(current, now, report);
    if (report.kind === 'article' || (moved && report.kind === 'citation-list')) {
      if (moved) return this.enter(report, stale, now, beside);
      const wait = identified(report) ? null : this.patience(time, GIVE_UP_MS);
      if (wait) return wait;
      if (identified(report) || !current.isVouchedForBy(now)) {
        this.enter(distinctByTitle(report), stale, now, beside);
        if (this.current) this.current.borrowed = true;
        return REST;
      }
      // The metadata still names the same work: the page was translated, or shows a part of it.
      current.addFace(now);
      return this.goOn(current, now);
    }
    if (beside && !current.isRenamedBy(now)) return this.goOn(current, now);
    if (moved) return this.patience(time, NONE_AFTER_MS) ?? this.enter(report, stale, now, beside);
    // The references or the figures of the same paper; under another heading, perhaps the next one's beginning.
    if (!current.hasHeadingsOf(now))
      return this.patience(time, GIVE_UP_MS) ?? this.goOn(current, now);
    current.addFace(now);
    return this.goOn(current, now);
  }

  /** The content that the page seemed to leave is the one it shows. */
  private goOn(current: Content, now: Observation, report?: PageReport): Next {
    if (report) {
      current.addFace(now);
      current.improve(report, now);
    } else if (metadataIsNew(current, now)) current.disown(now);
    current.metadata = now.metadata;
    current.title = now.title;
    current.goesBy(now.address);
    return this.rest(current);
  }

  /** Another content is there. */
  private enter(
    report: PageReport,
    stale: Stale,
    seen: Observation,
    beside: Content | null = null,
  ): Next {
    const content = new Content(this.newId(), report, seen, stale, beside);
    this.known = [content, ...this.known].slice(0, MOST_KNOWN);
    return this.rest(content);
  }

  private rest(content: Content): Next {
    this.current = content;
    this.leftAt = null;
    this.dealtWith = this.last?.mark ?? '';
    return REST;
  }

  /** A later look, while the page has been loading for less than `wait`. */
  private patience(time: number, wait: number): Next | null {
    const due = (this.leftAt ?? time) + wait;
    return time < due ? { do: 'look', at: due } : null;
  }

  private readNew(
    current: Content,
    now: Observation,
    time: number,
    beside: Content | null = null,
  ): Next {
    return this.afterRest(time, 'new', current.staleFor(now), beside);
  }

  private afterRest(
    time: number,
    why: Reading['why'],
    stale: Stale,
    beside: Content | null = null,
  ): Next {
    const due = Math.min(this.changedAt + SETTLE_MS, (this.leftAt ?? this.changedAt) + RESTLESS_MS);
    return time < due ? { do: 'look', at: due } : this.read(why, stale, beside);
  }

  private read(why: Reading['why'], stale: Stale, beside: Content | null = null): Next {
    return { do: 'read', reading: { of: this.last as Observation, stale, beside, why } };
  }
}

/** Two looks between which nothing happened that a report depends on. */
function sameSight(a: Observation, b: Observation): boolean {
  return (
    a.address === b.address &&
    a.title === b.title &&
    sameSet(a.metadata, b.metadata) &&
    ['same', 'grown'].includes(textChange(a, b, FEW))
  );
}

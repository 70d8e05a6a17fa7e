/**
 * What the reader has begun and not saved, statement by statement: a note in the open field, dials turned for a
 * tag that does not exist yet. It comes back when the statement is chosen again, and the background keeps a copy.
 */
import { send } from '../../../lib/messaging';
import type { PageReport } from '../../../lib/model';
import { type Draft, EMPTY_DRAFT } from '../../../lib/tagging';
import type { Begun, Chosen, LeftDraft } from '../mode/state';
import { asPage } from './as-page';
import { type BegunDraft, hasKey, isTurned, toKeep } from './left';

/** Letters follow one another faster than this; the copy is made in the pauses. */
const KEEP_AFTER_MS = 150;

/** The same for every copy of this script in one document, and for no other document of the tab. */
const documentKey = () => String(performance.timeOrigin);

/** A draft that the background keeps. */
type Kept = BegunDraft & { page: PageReport };

export class Unfinished {
  private readonly works = new Map<string, BegunDraft>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param left what was left with papers that the page no longer shows */
  constructor(private readonly left: () => readonly LeftDraft[]) {}

  /** Everything that is unfinished now. */
  all(): BegunDraft[] {
    return [...this.works.values(), ...this.left().map(toKeep)];
  }

  /** Notes what is begun on the chosen statement, or that nothing is. */
  note(begun: (Begun & { chosen: Chosen; tagId: string | null }) | null): void {
    for (const work of this.works.values()) work.open = false;
    this.keepSoon();
    if (!begun) return;
    const { chosen, draft, typed, tagId } = begun;
    const key = keyOf(chosen, tagId);
    const { direction, strength, basis, voice, siteId, newSite, note, stance, influence } = draft;
    const keys = chosen.resumed && hasKey(draft) ? { stance, influence } : undefined;
    const isNew = !tagId && Boolean(keys || isTurned(draft, chosen.basis));
    if (typed === null && !isNew) {
      this.works.delete(key);
      return;
    }
    const { statement, page } = chosen.held;
    this.works.set(key, {
      ...{ tagId, statementId: chosen.statementId, statement, page },
      ...{ direction, strength, basis, voice, siteId, newSite, note, typed },
      keys: tagId ? undefined : keys,
      open: true,
    });
  }

  /** What was begun on a statement, for a new tag or for one of its tags. */
  of(current: Where, tagId: string | null): BegunDraft | null {
    return this.works.get(keyOf(current, tagId)) ?? null;
  }

  /** Adopts drafts of the page's own paper. */
  adopt(drafts: readonly BegunDraft[]): void {
    for (const draft of drafts.filter(({ left }) => !left))
      this.works.set(keyOf({ statementId: draft.statementId, held: draft }, draft.tagId), {
        ...draft,
      });
    this.keepSoon();
  }

  /** The background has these of this document, from an older copy: what is kept from now on replaces them. */
  replaces(drafts: readonly BegunDraft[]): void {
    for (const { page } of drafts) if (page) this.sent.set(page.url, { page, text: '' });
  }

  /** What was begun on a statement is kept elsewhere from now on. */
  drop(begun: Where & { tagId: string | null }): void {
    this.works.delete(keyOf(begun, begun.tagId));
  }

  /** What the background was sent last, by the address of the paper that it is kept under. */
  private readonly sent = new Map<string, { page: PageReport; text: string }>();

  keepSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), KEEP_AFTER_MS);
  }

  /** Sends what is unfinished now, without waiting for a pause: the page is about to go. */
  flush(): void {
    clearTimeout(this.timer);
    // Each with the paper that it was begun on, whatever the page shows by now.
    // While the paper of some words is unknown, there is none to keep their draft under.
    const drafts = this.all().filter((draft): draft is Kept => draft.page !== null);
    const pages = [
      ...[...this.sent.values()].map(({ page }) => page),
      ...drafts.map((draft) => draft.page),
    ];
    for (const page of new Map(pages.map((one) => [one.url, one])).values())
      this.send(
        page,
        drafts.filter((draft) => draft.page.url === page.url),
      );
  }

  private send(page: PageReport, drafts: Kept[]): void {
    const text = JSON.stringify(drafts);
    if (text === (this.sent.get(page.url)?.text ?? '[]')) return;
    this.sent.set(page.url, { page, text });
    const kept = { address: page.url, document: documentKey(), drafts };
    // The copy is for the worst case; what is on screen is not lost without it.
    asPage(page, () => send('drafts/keep', kept)).catch(() =>
      this.sent.set(page.url, { page, text: '' }),
    );
  }

  end(): void {
    clearTimeout(this.timer);
  }
}

/** Asks for what an older copy of this script, or earlier documents of this tab, left unfinished. */
export async function leftUnfinished(address: string): Promise<Record<'own' | 'earlier', Kept[]>> {
  const { own, earlier } = await send('drafts/take', { address, document: documentKey() });
  // The background has read them through their shape, which fills in what a report may leave out.
  return { own: own as Kept[], earlier: earlier as Kept[] };
}

/** What had been turned and noted, as a draft; without its two keys, unless those were kept. */
export function dialsOf(begun: BegunDraft): Draft {
  const { direction, strength, basis, voice, siteId, newSite, note, keys } = begun;
  return { ...EMPTY_DRAFT, direction, strength, basis, voice, siteId, newSite, note, ...keys };
}

/** As much of a statement as tells it from others. */
interface Where {
  statementId: string | null;
  held: Pick<Chosen['held'], 'statement'>;
}

function keyOf({ statementId, held }: Where, tagId: string | null): string {
  if (tagId) return `tag ${tagId}`;
  if (statementId) return `statement ${statementId}`;
  const { prefix, exact, suffix } = held.statement.target.selectors.quote;
  return `passage ${prefix}|${exact}|${suffix}`;
}

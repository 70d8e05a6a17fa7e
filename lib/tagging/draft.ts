/**
 * The draft: the tag that is being put together for the chosen statement. Influence and stance come in
 * either order and the second of them completes it; nothing else is needed, everything else is optional.
 */
import type {
  Basis,
  ChosenInfluence,
  Direction,
  InfluenceRef,
  NewSite,
  Stance,
  Strength,
  Voice,
} from '../model';

export interface Draft {
  influence: ChosenInfluence | null;
  stance: Stance | null;
  direction: Direction;
  strength: Strength | undefined;
  basis: Basis;
  voice: Voice | undefined;
  siteId: string | undefined;
  /** The site is made with the tag, under this name. */
  newSite: NewSite | undefined;
  note: string;
}

export const EMPTY_DRAFT: Draft = {
  influence: null,
  stance: null,
  direction: 'unstated',
  strength: undefined,
  basis: 'own',
  voice: undefined,
  siteId: undefined,
  newSite: undefined,
  note: '',
};

/** A draft with nothing missing. */
export type CompleteDraft = Draft & { influence: ChosenInfluence; stance: Stance };

export function isComplete(draft: Draft): draft is CompleteDraft {
  return draft.influence !== null && draft.stance !== null;
}

/** Facilitator and barrier are switches; both on is "both", both off "unstated". */
export function toggleDirection(now: Direction, pressed: Direction): Direction {
  const on = {
    facilitator: now === 'facilitator' || now === 'both',
    barrier: now === 'barrier' || now === 'both',
  };
  if (pressed === 'facilitator' || pressed === 'barrier') on[pressed] = !on[pressed];
  if (on.facilitator && on.barrier) return 'both';
  if (on.facilitator) return 'facilitator';
  return on.barrier ? 'barrier' : 'unstated';
}

/** What the voice key gives next. */
export function nextVoice(now: Voice | undefined): Voice | undefined {
  if (now === undefined) return 'participants';
  return now === 'participants' ? 'authors' : undefined;
}

const STEPS: readonly Strength[] = [-2, -1, 0, 1, 2];

/** One step up or down the CFIR rating; the first press from "not rated" gives +1 or -1. */
export function stepStrength(now: Strength | undefined, by: 1 | -1): Strength {
  if (now === undefined || now === 'mixed') return by;
  const at = STEPS.indexOf(now) + by;
  return STEPS[Math.max(0, Math.min(STEPS.length - 1, at))] ?? now;
}

export const sameInfluence = (a: InfluenceRef | null, b: InfluenceRef | null): boolean =>
  a !== null && b !== null && a.codebookId === b.codebookId && a.influenceId === b.influenceId;

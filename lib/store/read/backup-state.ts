/** What would be lost with this browser: the work since the last backup. */
import type { Command } from '../../model';
import { db } from '../db';
import { settings } from '../write/settings';

export interface BackupState {
  /** When the last backup left, ISO 8601; undefined before the first one. */
  lastAt: string | undefined;
  /** Steps since then, `MOST_COUNTED` at most; of more than `MOST_READ`, about as many. */
  changes: number;
  /** When the first of them was made, ISO 8601. */
  since: string | undefined;
  /** Until then the reader does not want to be reminded, ISO 8601. */
  laterUntil: string | undefined;
}

/** The count stops here: it is far more than a reminder waits for. */
export const MOST_COUNTED = 500;

/** Steps that a reader would not miss: what Bearing does by itself, and settings. */
const NOT_WORK: ReadonlySet<Command> = new Set([
  'begin-coder',
  'begin-review',
  'change-settings',
  'set-aside',
]);

/** Steps of this store alone that may have brought in what is nowhere else of the reader's. */
const BROUGHT_IN: ReadonlySet<Command> = new Set(['restore', 'undo']);

/** Safe in a live query. */
export async function backupState(): Promise<BackupState> {
  const { lastBackupAt, lastBackupCounter, remindAfter } = await settings();
  const later = () => db.steps.where('counter').above(lastBackupCounter ?? -1);
  const steps = await later().limit(MOST_READ).toArray();
  const work = steps.filter(
    ({ command, local }) => (!local || BROUGHT_IN.has(command)) && !NOT_WORK.has(command),
  );
  // A step may hold a hundred changes: what the popup reads at its start must be small.
  const further = steps.length < MOST_READ ? 0 : (await later().count()) - MOST_READ;
  return {
    lastAt: lastBackupAt,
    changes: Math.min(work.length + further, MOST_COUNTED),
    since: (work[0] ?? (further ? steps.at(-1) : undefined))?.at,
    laterUntil: remindAfter,
  };
}

/** So many are looked at; of what is beyond, settings and the like are counted too. */
const MOST_READ = 50;

const DAY_MS = 86_400_000;
/** A week's work is what a reader could still do again. */
const DUE_AFTER_MS = 7 * DAY_MS;
/** A long day of tagging. */
const DUE_AFTER_CHANGES = 200;
/** How long "Later" is. */
const LATER_MS = 7 * DAY_MS;

/** Is it time to remind the reader? By the age of the oldest work that is in no backup, and by how much there is. */
export function isBackupDue(state: BackupState, now: number): boolean {
  const { changes, since, laterUntil } = state;
  if (!changes || since === undefined) return false;
  if (laterUntil !== undefined && Date.parse(laterUntil) > now) return false;
  return changes >= DUE_AFTER_CHANGES || now - Date.parse(since) >= DUE_AFTER_MS;
}

export const laterFrom = (now: number): string => new Date(now + LATER_MS).toISOString();

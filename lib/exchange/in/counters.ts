/**
 * How far the counters of a file are believed. They decide which of two versions is the later and which history is to be
 * forgotten, so a file that claims a far one would win over all that is done here from then on, and leave no room to
 * count beyond it.
 */
import { TOO_FAR } from '../../model';
import type { OpenedFile } from './backup-file';
import { listOf } from './json-value';

/** A step every second for thirty thousand years. */
export const MOST_COUNTED = 2 ** 40;
/**
 * Beyond that, each step of the file's history accounts for as many, because not every step travels. So a store that
 * came to the bound through somebody's file still writes backups that are believed.
 */
const STEPS_PER_STEP = 1_024;

/** The highest counter of this file that is believed. */
export function mostCounted(file: OpenedFile): number {
  const beyond = listOf(file.steps).filter((step) => counterOf(step) > MOST_COUNTED).length;
  return MOST_COUNTED + STEPS_PER_STEP * (1 + beyond);
}

/** What is wrong with the counters of the file's outer object. */
export function miscountedHead({ counter, forgotten }: OpenedFile, most: number): string[] {
  const counted = Number(counter ?? 0);
  return counted > most || Number(forgotten ?? 0) > counted ? [TOO_FAR] : [];
}

/** What is wrong with the counters of a version, of a step, or of the version of what was set aside. */
export function miscounted(record: unknown, most: number): string[] {
  const { forgets, version } = (record ?? {}) as { forgets?: unknown; version?: unknown };
  const counted = counterOf(record);
  const isTooFar = Math.max(counted, counterOf(version)) > most;
  // A step forgets what was before it.
  return isTooFar || (typeof forgets === 'number' && forgets >= counted) ? [TOO_FAR] : [];
}

function counterOf(value: unknown): number {
  const counter = (value as { counter?: unknown } | null | undefined)?.counter;
  return typeof counter === 'number' ? counter : 0;
}

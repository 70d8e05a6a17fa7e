/**
 * Reads of several steps that a live query may make. Dexie keeps a transaction, and what a live query depends on, in a
 * zone of its promises, and loses it where native async functions are nested and two of them run at once: reads after that
 * fail, or are never made again. A generator is carried out by Dexie's own promises, however deep it is nested.
 */
import { Dexie, type PromiseExtended } from 'dexie';

export type Reading<T> = Generator<PromiseLike<unknown>, T, never>;

/** One step: `const tags = yield* read(db.tags.toArray())`. */
export function* read<T>(asked: PromiseLike<T>): Generator<PromiseLike<T>, T, T> {
  return yield asked;
}

/** Several at once. */
export const readAll = <T extends readonly unknown[]>(
  asked: {
    [K in keyof T]: PromiseLike<T[K]>;
  },
): Generator<PromiseLike<T>, T, T> =>
  read(Dexie.Promise.all([...asked]) as unknown as PromiseLike<T>);

export function carryOut<T>(reading: Reading<T>): PromiseExtended<T> {
  const goOn = (value?: unknown): PromiseExtended<T> => {
    const step = reading.next(value as never);
    return step.done
      ? Dexie.Promise.resolve(step.value)
      : Dexie.Promise.resolve(step.value).then(goOn);
  };
  return Dexie.Promise.resolve().then(() => goOn());
}

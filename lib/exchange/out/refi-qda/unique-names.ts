/** Names that are each there once, whatever their case: tools merge codes and sources that have the same name. */
import { oneLine } from '../../text';

export class UniqueNames {
  readonly #taken = new Set<string>();
  /** Of a name that was asked for, the last number that was tried: thousands of papers may have no title. */
  readonly #tried = new Map<string, number>();

  constructor(readonly longest: number) {}

  /** The name, cut, and with a number behind it where it is taken. */
  take(name: string): string {
    return this.takeWith(name, []);
  }

  /** The same where it and each of the longer names that are made of it have to be free. @param endings of those */
  takeWith(name: string, endings: readonly string[]): string {
    const room = this.longest - Math.max(0, ...endings.map(({ length }) => length));
    const whole = oneLine(name) || 'Without a name';
    for (let n = this.#tried.get(whole) ?? 1; ; n += 1) {
      const number = n === 1 ? '' : ` (${n})`;
      const shown = cut(whole, room - number.length) + number;
      const all = [shown, ...endings.map((ending) => shown + ending)].map(keyOf);
      if (all.some((key) => this.#taken.has(key))) continue;
      for (const key of all) this.#taken.add(key);
      this.#tried.set(whole, n);
      return shown;
    }
  }
}

const keyOf = (name: string): string => name.normalize('NFC').toLowerCase();

/** Never between the halves of a character. */
export const cut = (text: string, longest: number): string =>
  text.length <= longest
    ? text
    : text
        .slice(0, longest)
        .toWellFormed()
        .replace(/\ufffd$/, '')
        .trimEnd();

/** Functions that are asked for the same things over and over: what was made for each is kept. */

interface Kept<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

/** `make`, which runs once for each key, as long as `kept` has what it made. */
export const remember =
  <K, V extends object>(make: (key: K) => V, kept: Kept<K, V> = new Map<K, V>()) =>
  (key: K): V => {
    const known = kept.get(key);
    if (known) return known;
    const made = make(key);
    kept.set(key, made);
    return made;
  };

/** Has `most` entries at most, and begins anew with one more: a page may be open for days. */
export class Bounded<K, V> extends Map<K, V> {
  constructor(private readonly most: number) {
    super();
  }

  override set(key: K, value: V): this {
    if (this.size >= this.most) this.clear();
    return super.set(key, value);
  }
}

/** Carries out at one go what could yield to the page on the way. */
export function runThrough<T>(work: Generator<undefined, T, undefined>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

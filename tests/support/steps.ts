/** How much text a piece of code looks at: what its expressions run over and its searches compare, in UTF-16 units. */

/** Methods that look at the whole of their string. */
const WHOLE = ['split', 'includes', 'trim', 'replaceAll', 'normalize', 'toLowerCase'] as const;

/** The same on every machine, however busy: for tests of how work grows. Not for code that runs beside others. */
export function stepsOf(run: () => void): number {
  let steps = 0;
  const { exec } = RegExp.prototype;
  const methods = WHOLE.map((name) => [name, String.prototype[name]] as const);
  // As the language has it, all that takes an expression asks its `exec`.
  RegExp.prototype.exec = function (text) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = exec.call(this, text);
    const to = found ? found.index + found[0].length : this.sticky ? from : String(text).length;
    steps += 1 + Math.max(0, to - from);
    return found;
  };
  for (const [name, method] of methods) {
    Object.defineProperty(String.prototype, name, {
      configurable: true,
      writable: true,
      value(this: string, ...args: unknown[]) {
        steps += 1 + this.length;
        return (method as (...args: unknown[]) => unknown).apply(this, args);
      },
    });
  }
  try {
    run();
  } finally {
    RegExp.prototype.exec = exec;
    for (const [name, method] of methods)
      Object.defineProperty(String.prototype, name, {
        configurable: true,
        writable: true,
        value: method,
      });
  }
  return steps;
}

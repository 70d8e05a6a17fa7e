/** What the browser tests of parts share: a control by its name, and text set as typing sets it. */

/** The accessible name as our parts give it. */
export const nameOf = (control: Element | null): string =>
  control?.getAttribute('aria-label') ?? control?.textContent ?? '';

/** The first button with this name. */
export function button(
  name: string | RegExp,
  within: ParentNode = document,
): HTMLButtonElement | undefined {
  return [...within.querySelectorAll('button')].find((one) =>
    typeof name === 'string' ? nameOf(one) === name : name.test(nameOf(one)),
  );
}

/** React listens to the setter of the element itself; this is the browser's own. */
export function setText(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

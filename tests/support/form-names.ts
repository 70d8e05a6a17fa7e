/**
 * Forms whose controls are named like properties of the DOM. Such a control hides the property, for scripts of the
 * page and for those of an extension: `form.parentElement` is then an <input>.
 */

/** Every name that a form inherits. */
export const NAMES: readonly string[] = (() => {
  const names = new Set<string>();
  for (let at: object | null = HTMLFormElement.prototype; at; at = Object.getPrototypeOf(at))
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  return [...names].sort();
})();

/** As many names that hide nothing. */
export const HARMLESS: readonly string[] = NAMES.map((_, i) => `field-${i}`);

function controls(doc: Document, names: readonly string[]): HTMLInputElement[] {
  return names.map((name) => {
    const control = doc.createElement('input');
    control.type = 'hidden';
    control.name = name;
    return control;
  });
}

/** The forms that the page was written with go, with what they hold left in place. */
export function withoutForms(body: HTMLElement): void {
  for (const form of body.querySelectorAll('form')) form.replaceWith(...form.childNodes);
}

/** One form around all that a body holds, as some content systems put it. */
export function formAround(body: HTMLElement, names: readonly string[]): void {
  withoutForms(body);
  const form = body.ownerDocument.createElement('form');
  const held = [...body.childNodes];
  form.append(...controls(body.ownerDocument, names));
  body.append(form);
  HTMLElement.prototype.append.apply(form, held);
}

/** A form around nearly every element, and an empty one after it. What repeats (`.item`) stays in one row. */
export function formsEverywhere(body: HTMLElement, names: readonly string[]): void {
  withoutForms(body);
  const doc = body.ownerDocument;
  for (const element of body.querySelectorAll(
    ':is(body, div, main, article, section, header, aside, li, p) > :not(.item)',
  )) {
    const around = doc.createElement('form');
    const after = doc.createElement('form');
    element.replaceWith(around, after);
    around.append(element, ...controls(doc, names));
    after.append(...controls(doc, names));
  }
}

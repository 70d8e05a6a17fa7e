/** Reads one entry of a reference list: its text, its label and its number, and the markup that tells its fields. */
import * as dom from '../../../dom';
import { LETTER, plainLetters, UPPER } from '../../../text';
import { ListedEntry, type Stated } from './listed-entry';
import { type EntryMarkup, readMarkup } from './markup';
import { tidy } from './tidy';

export type { Entry } from './listed-entry';

/** A printed number at the start of the text, in plain letters: "[12] ", "12. ", "(12) ", "12) ". */
const LEADING_LABEL = new RegExp(
  `^(?:\\[\\s*([A-Za-z]{0,12}\\+?\\d{1,4}[a-z]?)\\s*\\]|\\((\\d{1,4})\\)|(\\d{1,4})\\s?[.)](?=\\s|[${LETTER}]|$)|(\\d{1,3})\\s+(?=[${UPPER}]))[.:]?\\s*`,
);

/**
 * Reads one entry.
 * @param place its 1-based place in the list, or the number that an ordered list prints before it
 */
export function readEntry(el: Element, place: number, ordered: boolean): ListedEntry {
  const raw = readMarkup(el);
  let text = tidy(raw.text);
  let label = raw.label.replace(/^[[(]|[\])]?[.:]?$/g, '').trim();
  const leading = LEADING_LABEL.exec(plainLetters(text.slice(0, 40)));
  if (leading) {
    const printed = leading[1] ?? leading[2] ?? leading[3] ?? leading[4] ?? '';
    // A year or house number may also open a text: it must fit the place in the list.
    if (!label && (leading[1] || Math.abs(Number(printed) - place) <= Math.max(60, place))) {
      label = printed;
      text = text.slice(leading[0].length);
    } else if (label === printed) text = text.slice(leading[0].length);
  }
  if (!label)
    label = (
      dom.getAttribute(el, 'data-counter') ??
      dom.getAttribute(el, 'data-content') ??
      ''
    ).replace(/\D/g, '');
  if (!label && ordered) label = String(place);
  const number = /^\D{0,2}(\d{1,4})\D?$/.exec(label);
  return new ListedEntry(text, label || null, number ? Number(number[1]) : place, raw, el);
}

/**
 * An entry without an element of its own (meta tags, `<br>`-separated text).
 * @param stated what the page states of it besides; its place is then its number
 */
export function entryFromText(
  text: string,
  place: number,
  stated: Stated | null = null,
): ListedEntry {
  const clean = tidy(text.slice(0, 4_000));
  const leading = LEADING_LABEL.exec(plainLetters(clean.slice(0, 40)));
  const label = leading ? (leading[1] ?? leading[2] ?? leading[3] ?? leading[4] ?? '') : '';
  const body = leading ? clean.slice(leading[0].length) : clean;
  const raw: EntryMarkup = {
    text: body,
    label,
    title: '',
    author: '',
    year: '',
    keys: [],
    back: [],
    hrefs: [],
  };
  if (stated) return new ListedEntry(body, null, place, raw, null, stated);
  return new ListedEntry(
    body,
    label || null,
    /^\d+$/.test(label) ? Number(label) : place,
    raw,
    null,
  );
}

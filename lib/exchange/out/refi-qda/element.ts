/** XML of REFI-QDA: elements as text, moments and GUIDs as its schema asks for them. */
import { GUID, idOf } from '../../../model';
import { escapeXml } from '../../codebook/xml';
import { sanitizeText } from '../../text';

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element; attributes that are undefined are left out. @param inner its elements, or its text, escaped already */
export function element(
  name: string,
  attributes: Attributes,
  inner: readonly string[] = [],
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  );
  const start = `<${name}${written.join('')}`;
  return inner.length ? `${start}>${inner.join('')}</${name}>` : `${start}/>`;
}

/** An element with text in it; none where there is no text. */
export const textElement = (name: string, text: string | undefined): string[] =>
  text !== undefined && hasText(text) ? [element(name, {}, [escaped(text)])] : [];

/** Is there anything in it that a file can hold? */
export const hasText = (text: string): boolean => sanitizeText(text).trim() !== '';

/** What holds others: the schema has none that is empty. */
export const wrapper = (name: string, inner: readonly string[]): string[] =>
  inner.length ? [element(name, {}, inner)] : [];

const escaped = (text: string): string => escapeXml(sanitizeText(text.replace(/\r\n?/g, '\n')));

/** The same for the same thing, each time. @param what of which kind the thing is: one record may be several things there */
export const guid = (what: string, id: string): string => idOf(`${what} ${id}`).toUpperCase();

/** A record's own id, where it is a UUID: the record is known again when the file comes back. */
export const ownGuid = (what: string, id: string): string =>
  GUID.test(id) ? id.toUpperCase() : guid(what, id);

/** "2026-01-02T03:04:05Z": importers cut the letters out, and take no parts of seconds. */
export function moment(at: string | undefined): string | undefined {
  const time = Date.parse(at ?? '');
  return Number.isNaN(time) ? undefined : `${new Date(time).toISOString().slice(0, 19)}Z`;
}

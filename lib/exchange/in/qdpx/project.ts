/** What a project of REFI-QDA has beside its codes and sources: users, notes, variables, and what is linked to what. */
import { guidOfText } from '../../codebook/draft';
import { childrenOf, type XmlElement } from '../../codebook/xml';
import { ORIGIN } from '../../refi-words';
import { oneLine, sanitizeText } from '../../text';
import { ZipFault } from '../zip-file';
import { type CodeMeaning, codesIn } from './codes';
import { NoText, type ProjectTexts } from './texts';

/** Of a coder. */
const LONGEST_NAME = 200;

export const guidIn = (element: XmlElement, attribute = 'guid'): string | undefined =>
  guidOfText(element.attributes.get(attribute));

export const textOf = (element: XmlElement, name: string): string =>
  sanitizeText(childrenOf(element, name)[0]?.text ?? '').trim();

/** To the list as it is: copied for each of its members, a file with many for one element would take the square of them. */
function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

export class Project {
  readonly codes: ReadonlyMap<string, CodeMeaning>;
  readonly isOurs: boolean;
  readonly #users = new Map<string, string>();
  readonly #variables = new Map<string, string>();
  readonly #notes = new Map<string, XmlElement>();
  readonly #noteTexts = new Map<string, string>();
  /** By what a link is to or from, the other end. */
  readonly #links = new Map<string, string[]>();
  /** By the source that a case is of. */
  readonly #cases = new Map<string, XmlElement[]>();

  constructor(
    readonly root: XmlElement,
    readonly texts: ProjectTexts,
  ) {
    this.isOurs = (root.attributes.get('origin') ?? '').startsWith(ORIGIN);
    this.codes = codesIn(root, this.isOurs);
    for (const one of this.#all('Users', 'User')) {
      const { attributes } = one;
      this.#put(this.#users, one, attributes.get('name') || attributes.get('id') || '');
    }
    for (const one of this.#all('Variables', 'Variable'))
      this.#put(this.#variables, one, one.attributes.get('name') ?? '');
    for (const one of this.#all('Notes', 'Note')) this.#put(this.#notes, one, one);
    for (const one of this.#all('Links', 'Link')) {
      const [from, to] = [guidIn(one, 'originGUID'), guidIn(one, 'targetGUID')];
      if (!from || !to) continue;
      add(this.#links, from, to);
      add(this.#links, to, from);
    }
    for (const one of this.#all('Cases', 'Case')) {
      const [source, more] = childrenOf(one, 'SourceRef').map((ref) => guidIn(ref, 'targetGUID'));
      if (source && !more) add(this.#cases, source, one);
    }
  }

  #all(wrapper: string, name: string): XmlElement[] {
    return childrenOf(this.root, wrapper).flatMap((one) => childrenOf(one, name));
  }

  #put<T>(map: Map<string, T>, element: XmlElement, value: T): void {
    const guid = guidIn(element);
    if (guid && !map.has(guid)) map.set(guid, value);
  }

  /** '' where none is named. */
  coderOf(...elements: readonly XmlElement[]): string {
    for (const attribute of ['creatingUser', 'modifyingUser'])
      for (const one of elements) {
        const name = this.#users.get(guidIn(one, attribute) ?? '');
        if (name) return oneLine(name).slice(0, LONGEST_NAME);
      }
    return '';
  }

  /** The notes on an element, found by its references and by links. */
  notesOn(...elements: readonly XmlElement[]): string[] {
    const guids = elements.flatMap((one) => [
      ...childrenOf(one, 'NoteRef').flatMap((ref) => guidIn(ref, 'targetGUID') ?? []),
      ...(this.#links.get(guidIn(one) ?? '') ?? []),
    ]);
    return [...new Set(guids)].flatMap((guid) => this.#noteAt(guid) || []);
  }

  /** Read once, though it is on many passages: the texts that are read of one file have a limit together. */
  #noteAt(guid: string): string {
    const note = this.#notes.get(guid);
    if (!note) return '';
    const known = this.#noteTexts.get(guid);
    if (known !== undefined) return known;
    const text = textOf(note, 'PlainTextContent') || this.#textIn(note);
    this.#noteTexts.set(guid, text);
    return text;
  }

  #textIn(note: XmlElement): string {
    const path = note.attributes.get('plainTextPath');
    if (!path) return textOf(note, 'Description');
    try {
      return this.texts
        .read(path)
        .replace(/^\ufeff/, '')
        .trim();
    } catch (error) {
      if (error instanceof NoText || error instanceof ZipFault) return '';
      throw error;
    }
  }

  /** The values of a source by their variables' names in lower case, its own and those of the cases that it is alone in. */
  valuesOf(source: XmlElement): Map<string, string> {
    const values = new Map<string, string>();
    for (const owner of [source, ...(this.#cases.get(guidIn(source) ?? '') ?? [])])
      for (const one of childrenOf(owner, 'VariableValue')) {
        const [ref] = childrenOf(one, 'VariableRef');
        const name = ref && this.#variables.get(guidIn(ref, 'targetGUID') ?? '');
        const value = one.children.find((child) => child.name.endsWith('Value'))?.text.trim();
        const key = name?.trim().toLowerCase();
        if (key && value && !values.has(key)) values.set(key, value);
      }
    return values;
  }
}

/** The coded places of a project's sources, as passages. */
import { type CodedPassage, grouped, LONGEST_TEXT, momentIn } from '../../../model';
import { childrenOf, type XmlElement } from '../../codebook/xml';
import { type Dial, type Dials, dialsFrom, readDescription } from '../../refi-words';
import { oneLine, sanitizeText } from '../../text';
import { ZipFault } from '../zip-file';
import { guidIn, type Project, textOf } from './project';
import { NoText, type Place, type WordsAt, wordsBy } from './texts';

/** As a statement's quote can be. */
const LONGEST_QUOTE = 20_000;

/** A passage of one source, with what is wrong where it cannot be taken. */
export type FoundPassage = Omit<CodedPassage, 'line' | 'reference'>;
export interface FoundProblem {
  /** What it is about, for the reader to find it. */
  text: string;
  problem: string;
}
export interface FoundIn {
  passages: FoundPassage[];
  problems: FoundProblem[];
}

interface Selection extends Place {
  element: XmlElement;
  codings: XmlElement[];
}

const LONGEST_SHOWN = 100;
const shown = (text: string): string => oneLine(text).slice(0, LONGEST_SHOWN);

const MEDIA = ['PictureSource', 'AudioSource', 'VideoSource'];

/** What a source has: a text, a PDF with its text, or another thing of which nothing can be quoted. */
export function passagesIn(project: Project, source: XmlElement): FoundIn {
  const name = shown(source.attributes.get('name') ?? '') || source.name;
  const problem = (what: string): FoundProblem => ({ text: name, problem: what });
  const found: FoundIn = { passages: [], problems: [] };
  const add = (more: FoundIn) => {
    // One by one: a list of any length as arguments is more than the engine takes.
    for (const one of more.passages) found.passages.push(one);
    for (const one of more.problems) found.problems.push(one);
  };
  const codings = childrenOf(source, 'Coding').length;
  if (codings) found.problems.push(problem(`${counted(codings, 'code')} of the whole document`));
  if (MEDIA.includes(source.name)) {
    const places = source.children.filter((one) => childrenOf(one, 'Coding').length > 0).length;
    if (places)
      found.problems.push(problem(`${counted(places, 'place')} in a picture or recording`));
    return found;
  }
  if (source.name !== 'PDFSource') {
    add(fromText(project, source, name));
    return found;
  }
  const texts = childrenOf(source, 'Representation');
  for (const one of texts) add(fromText(project, one, name));
  // Some tools have each place twice, under one GUID: as an area of a page and as one of the text.
  const known = new Set(
    texts.flatMap((one) => childrenOf(one, 'PlainTextSelection').map((place) => guidIn(place))),
  );
  const areas = childrenOf(source, 'PDFSelection').filter(
    (one) => childrenOf(one, 'Coding').length > 0 && !known.has(guidIn(one)),
  );
  const quoted = areas.filter((one) => wordsOfArea(one));
  add(codedWith(project, quoted.map(selectionOf), ({ element }) => wordsOfArea(element)));
  const rest = areas.length - quoted.length;
  if (rest) found.problems.push(problem(`${counted(rest, 'area')} of a PDF without its words`));
  return found;
}

const counted = (count: number, what: string): string =>
  `${count === 1 ? `a ${what}`.replace(/^a a/, 'an a') : `${count} ${what}s`}`;

const wordsOfArea = (area: XmlElement): string =>
  childrenOf(area, 'Representation')
    .map((one) => textOf(one, 'PlainTextContent'))
    .join(' ');

const selectionOf = (element: XmlElement): Selection => ({
  ...{ element, codings: childrenOf(element, 'Coding') },
  name: element.attributes.get('name') ?? '',
  start: placeOf(element.attributes.get('startPosition')),
  end: placeOf(element.attributes.get('endPosition')),
});

const placeOf = (text: string | undefined): number =>
  /^\d{1,10}$/.test(text?.trim() ?? '') ? Number(text) : Number.NaN;

function fromText(project: Project, source: XmlElement, name: string): FoundIn {
  const selections = childrenOf(source, 'PlainTextSelection')
    .map(selectionOf)
    .filter(({ codings }) => codings.length > 0);
  if (!selections.length) return { passages: [], problems: [] };
  let text: string;
  try {
    text = textIn(project, source);
  } catch (error) {
    if (!(error instanceof NoText || error instanceof ZipFault)) throw error;
    const problem = `${counted(selections.length, 'passage')}: its text ${error.message}`;
    return { passages: [], problems: [{ text: name, problem }] };
  }
  const wordsAt: WordsAt = wordsBy(text, selections);
  return codedWith(project, selections, wordsAt);
}

function textIn({ texts }: Project, source: XmlElement): string {
  const path = source.attributes.get('plainTextPath');
  if (path) return texts.read(path);
  const [inline] = childrenOf(source, 'PlainTextContent');
  if (inline) return inline.text;
  throw new NoText(
    source.attributes.has('richTextPath')
      ? 'is there in a word processor’s format only'
      : 'is missing in the file',
  );
}

/** Of places whose words are known: a passage for each of their codes. */
function codedWith(
  project: Project,
  selections: readonly Selection[],
  wordsAt: (one: Selection) => string | undefined,
): FoundIn {
  const found: FoundIn = { passages: [], problems: [] };
  const dialsAt = dialsByPlace(project, selections);
  for (const one of selections) {
    const { element, codings } = one;
    const quote = oneLine(wordsAt(one) ?? '');
    const text = quote.slice(0, LONGEST_SHOWN) || shown(one.name) || placeWords(one);
    if (!quote || quote.length > LONGEST_QUOTE) {
      const problem = quote ? 'it is too long for a quote' : 'its place is not in the text';
      found.problems.push({ text, problem });
      continue;
    }
    const own = dialsOf(project, codings);
    const { note, said } = readDescription(textOf(element, 'Description'));
    for (const coding of codings) {
      const meaning = meaningOf(project, coding);
      if (!meaning) found.problems.push({ text, problem: 'its code is not in the project' });
      if (!meaning || 'dial' in meaning) continue;
      if (!meaning.code.label) {
        found.problems.push({ text, problem: 'its code has no name' });
        continue;
      }
      const at = momentOf(coding, element);
      const stance = meaning.stance ?? said?.stance;
      // As our own projects have it, and tools that keep it.
      const asOf = project.isOurs && momentIn(element.attributes.get('modifiedDateTime') ?? '');
      const tagId = project.isOurs ? guidIn(coding)?.toLowerCase() : undefined;
      found.passages.push({
        ...{ quote, code: meaning.code, coder: project.coderOf(coding, element) },
        ...(said?.section && { section: said.section }),
        ...(said?.page && { page: said.page }),
        ...(stance && { stance }),
        ...{ ...dialsAt.get(keyOf(project, one)), ...said?.dials, ...own },
        note: joinedNotes([note, ...project.notesOn(element, coding)]),
        ...(at && { at }),
        ...(tagId && { tagId, ...(asOf && { asOf }) }),
      });
    }
  }
  return found;
}

const placeWords = ({ start, end }: Place): string => `from ${start} to ${end}`;

const meaningOf = (project: Project, coding: XmlElement) => {
  const [ref] = childrenOf(coding, 'CodeRef');
  return ref && project.codes.get(guidIn(ref, 'targetGUID') ?? '');
};

/** What the codes of one place state about its tag. */
function dialsOf(project: Project, codings: readonly XmlElement[]): Partial<Dials> {
  const words: Partial<Record<Dial, string>> = {};
  for (const coding of codings) {
    const meaning = meaningOf(project, coding);
    if (meaning && 'dial' in meaning) words[meaning.dial] = meaning.value;
  }
  return dialsFrom(words);
}

const keyOf = (project: Project, { start, end, element }: Selection): string =>
  `${start} ${end} ${project.coderOf(element)}`;

/** A tool that has one code for each place brings our codes back apart: they belong to the one tag that has the same place. */
function dialsByPlace(project: Project, selections: readonly Selection[]) {
  const places = grouped(selections, (one) => keyOf(project, one));
  return new Map(
    [...places].flatMap(([key, all]) => {
      const codings = all.flatMap((one) => one.codings);
      const tags = codings.filter((one) => {
        const meaning = meaningOf(project, one);
        return meaning && !('dial' in meaning);
      });
      return tags.length === 1 ? [[key, dialsOf(project, codings)] as const] : [];
    }),
  );
}

/** Some tools have a note in two places. */
function joinedNotes(notes: readonly string[]): string {
  const clean = notes.map((one) => sanitizeText(one.replace(/\r\n?/g, '\n')).trim());
  return [...new Set(clean)].filter(Boolean).join('\n\n').slice(0, LONGEST_TEXT);
}

/** A moment without a zone is taken for UTC, as the standard writes it. */
function momentOf(...elements: readonly XmlElement[]): string | undefined {
  for (const one of elements)
    for (const attribute of ['creationDateTime', 'modifiedDateTime']) {
      const written = one.attributes.get(attribute)?.trim() ?? '';
      if (!/^\d{4}-\d\d-\d\dT/.test(written)) continue;
      const time = Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(written) ? written : `${written}Z`);
      if (!Number.isNaN(time)) return new Date(time).toISOString();
    }
  return undefined;
}

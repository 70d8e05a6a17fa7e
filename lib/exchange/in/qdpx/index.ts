/**
 * Projects of tools for qualitative analysis (REFI-QDA, .qdpx): coded passages of their documents, with codes, coders and
 * notes. What has no words to quote (areas of PDFs, pictures, recordings, documents that are coded as a whole) is named.
 */
import type { BrokenReference, CodedPassage, LibraryReference } from '../../../model';
import { childrenOf, readXml, type XmlElement, XmlFault } from '../../codebook/xml';
import { isProject } from '../../refi-words';
import { oneLine } from '../../text';
import type { FileText } from '../file-text';
import type { Importer, OnChecked, Reading } from '../importer';
import { ZipFault, type ZipFile } from '../zip-file';
import { passagesIn } from './passages';
import { Project } from './project';
import { referenceOf } from './reference';
import { decoded, ProjectTexts } from './texts';

const PROJECT = /\.qde$/i;
/** A coded passage takes about a thousand bytes and ten elements of ours: so these are 50,000 of them. */
const LARGEST_PROJECT = 64_000_000;
const MOST_ELEMENTS = 500_000;

/** The file that describes the project: called "project.qde", or after the project. */
const projectIn = (zip: ZipFile | null): string | undefined =>
  zip?.names.filter((name) => PROJECT.test(name)).sort((a, b) => a.length - b.length)[0];

export const qdpx: Importer = {
  ...{ id: 'qdpx', label: 'QDA projects', extensions: ['qdpx', 'qde'], mime: 'application/zip' },
  // A damaged zip is recognised only by its name.
  sniff: ({ zip, bytes, start, name }) =>
    bytes === undefined
      ? isProject(start)
      : zip
        ? projectIn(zip) !== undefined
        : /\.qdpx$/i.test(name),
  read(file, onChecked) {
    try {
      return read(file, onChecked);
    } catch (error) {
      if (error instanceof ZipFault || error instanceof XmlFault)
        return no(`This project cannot be read: it ${error.message}`);
      throw error;
    }
  },
};

const no = (what: string): Reading => ({ ok: false, problem: `${what}. Nothing was imported.` });

function read({ zip, bytes, text, name }: FileText, onChecked: OnChecked): Reading {
  if (text.length > LARGEST_PROJECT) throw new ZipFault('is too large');
  const root = readXml(bytes ? descriptionIn(zip) : text, MOST_ELEMENTS);
  if (root.name !== 'Project') return no('This file is not a REFI-QDA project');
  const project = new Project(root, new ProjectTexts(zip));
  const sources = childrenOf(root, 'Sources').flatMap(({ children }) => children);
  const references: LibraryReference[] = [];
  const passages: CodedPassage[] = [];
  const broken: BrokenReference[] = [];
  for (const [i, source] of sources.entries()) {
    onChecked(i, sources.length);
    const { passages: own, problems } = passagesIn(project, source);
    for (const one of problems) broken.push({ ...one, line: i + 1 });
    if (!own.length) continue;
    const reference = references.push(referenceOf(project, source, i + 1)) - 1;
    for (const one of own) passages.push({ ...one, line: passages.length + 1, reference });
  }
  if (!passages.length) return no(withoutPassages(project, sources, broken));
  const called = oneLine(root.attributes.get('name') ?? '') || name.replace(/\.qd(?:px|e)$/i, '');
  return {
    ...{ ok: true, kind: 'coding', name: called || 'Project', references, passages },
    broken,
  };
}

function descriptionIn(zip: ZipFile | null): string {
  const path = projectIn(zip);
  if (!zip || !path) throw new ZipFault('is damaged or cut off');
  return decoded(zip.read(path, LARGEST_PROJECT));
}

/** Why there is nothing to bring in. */
function withoutPassages(
  { codes }: Project,
  sources: readonly XmlElement[],
  [first]: readonly BrokenReference[],
): string {
  const has = `This project has no coded passage that can be read (documents: ${sources.length}, codes: ${codes.size})`;
  return first ? `${has}: ${first.text}: ${first.problem}` : has;
}

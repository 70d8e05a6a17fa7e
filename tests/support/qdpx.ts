/** A project of REFI-QDA opened as other tools do, and held against the schemas where they are beside the project. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { memoryPages, validateXML } from 'xmllint-wasm';
import { readXml, type XmlElement } from '../../lib/exchange/codebook/xml';

const formats = path.resolve(import.meta.dirname, '../../../shared/formats');
const SCHEMAS = {
  project: path.join(formats, 'Project-mrt2019.xsd'),
  codebook: path.join(formats, 'Codebook-v1.0.from-spec-5.2.xsd'),
};

/** Folder of samples and of files that other tools wrote. */
export const samplesOf = (folder: 'samples' | 'real') => path.join(formats, folder);

export const hasSchema = (which: keyof typeof SCHEMAS): boolean => existsSync(SCHEMAS[which]);

/** What is wrong with files of XML, by the official schema: nothing, for each. */
export async function schemaErrors(
  which: keyof typeof SCHEMAS,
  files: readonly string[],
): Promise<string[]> {
  const { errors } = await validateXML({
    xml: files.map((contents, i) => ({ fileName: `file-${i}.xml`, contents })),
    schema: readFileSync(SCHEMAS[which], 'utf8'),
    maxMemoryPages: memoryPages.GiB,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

export interface OpenProject {
  names: string[];
  files: Record<string, string>;
  xml: string;
  root: XmlElement;
  all(name: string): XmlElement[];
}

export function openProject(bytes: Uint8Array): OpenProject {
  const entries = unzipSync(bytes);
  const files = Object.fromEntries(
    // What begins as a mark of UTF-8 would be dropped by a decoder, and shift all places.
    Object.entries(entries).map(([name, one]) => [name, strFromU8(one)]),
  );
  const xml = files['project.qde'] ?? '';
  const root = readXml(xml, 1_000_000);
  return { names: Object.keys(files), files, xml, root, all: (name) => elementsOf(root, name) };
}

/** All elements of a name, in the order of the file. */
export function elementsOf(root: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const stack = [root];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.name === name) found.push(next);
    stack.push(...[...next.children].reverse());
  }
  return found;
}

export const attribute = (one: XmlElement, name: string): string => one.attributes.get(name) ?? '';

export const childText = (one: XmlElement, name: string): string =>
  one.children.find((child) => child.name === name)?.text ?? '';

/** What is coded: the words at the places of each selection, in the text of its source. */
export function codedPlaces({ files, all }: OpenProject) {
  return all('TextSource').flatMap((source) => {
    const text = files[`sources/${attribute(source, 'plainTextPath').slice('internal://'.length)}`];
    return elementsOf(source, 'PlainTextSelection').map((selection) => {
      const [start, end] = ['startPosition', 'endPosition'].map((at) =>
        Number(attribute(selection, at)),
      );
      return { source, selection, words: text?.slice(start, end) ?? '' };
    });
  });
}

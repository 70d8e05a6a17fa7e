/** The work that a source of a project is: by variables, where it has any that name one, else by its name. */

import type { LibraryReference } from '../../../model';
import { guidOfText } from '../../codebook/draft';
import type { XmlElement } from '../../codebook/xml';
import { ABSTRACT } from '../../refi-words';
import { oneLine } from '../../text';
import { namesIn } from '../references/names';
import { type Draft, Found } from '../references/reference';
import { type Project, textOf } from './project';

/** The names that people and programs give to variables of documents, in lower case, the likeliest first. */
const VARIABLES = {
  title: ['title', 'titel', 'article title', 'paper title', 'study title', 'título', 'titre'],
  doi: ['doi'],
  pmid: ['pmid', 'pubmed id'],
  pmcid: ['pmcid'],
  year: ['year', 'publication year', 'publication date', 'jahr', 'año', 'année', 'date'],
  containerTitle: ['venue', 'journal', 'secondary title', 'publication title', 'source title'],
  volume: ['volume'],
  issue: ['issue'],
  page: ['pages'],
  publisher: ['publisher'],
  language: ['language'],
  type: ['type'],
  status: ['publication status'],
  preprintOf: ['preprint of'],
} as const;
const AUTHORS = ['authors', 'author', 'autoren', 'autor'];
const ADDRESSES = ['url', 'web address', 'link'];

const EXTENSION = /\.(?:txt|docx?|pdf|rtf|odt|md|html?|epub)$/i;
const LONGEST_BEGINNING = 200;

/**
 * Never none, so that each passage has a work. Ours has a title among its variables, if its paper has one; what no variable
 * names is called as the source is, or by its place.
 * @param place of the source among those of the project, from 1
 */
export function referenceOf(project: Project, source: XmlElement, place: number): LibraryReference {
  const draft = draftOf(project, source, place);
  const bare = nameOf(source).replace(EXTENSION, '').trim();
  const called = [...(draft.texts.title ?? []), bare, `Document ${place}`];
  const named = { ...draft, texts: { ...draft.texts, title: called } };
  const found = new Found();
  if (project.isOurs) found.add(draft);
  if (!found.references.length) found.add(named);
  const [reference] = found.references;
  return (
    reference ?? {
      facts: { title: `Document ${place}`, authors: [], sources: { title: 'library' } },
      notes: [],
      line: place,
    }
  );
}

function draftOf(project: Project, source: XmlElement, place: number): Draft {
  const values = project.valuesOf(source);
  const valuesAt = (names: readonly string[]) => names.flatMap((name) => values.get(name) ?? []);
  const name = nameOf(source);
  const texts = Object.fromEntries(
    Object.entries(VARIABLES).map(([field, names]) => [field, valuesAt(names)]),
  );
  const { abstract, notes } = describedBy(textOf(source, 'Description'));
  return {
    line: place,
    text: name.slice(0, LONGEST_BEGINNING) || `Document ${place}`,
    texts: {
      ...texts,
      ...(abstract && { abstract: [abstract] }),
    },
    authors: valuesAt(AUTHORS).slice(0, 1).flatMap(namesIn),
    keywords: project.isOurs ? (values.get('keywords')?.split('; ') ?? []) : [],
    urls: valuesAt(ADDRESSES),
    notes: [...new Set([...notes, ...project.notesOn(source)])],
  };
}

/** Some tools name a source by its file alone, whose name is a GUID by the standard, and says nothing then. */
function nameOf({ attributes }: XmlElement): string {
  const named = oneLine(attributes.get('name') ?? '');
  const file = (attributes.get('plainTextPath') ?? attributes.get('path') ?? '').split('/').at(-1);
  return named || (guidOfText(file?.replace(EXTENSION, '')) ? '' : oneLine(file ?? ''));
}

/** In our descriptions the abstract comes last. */
function describedBy(description: string): { abstract: string; notes: string[] } {
  const paragraphs = description.replace(/\r\n?/g, '\n').split(/\n{2,}/);
  const at = paragraphs.findIndex((one) => one.startsWith(ABSTRACT));
  const abstract = at < 0 ? '' : paragraphs.slice(at).join('\n\n').slice(ABSTRACT.length);
  const [first = '', ...rest] = at < 0 ? paragraphs : paragraphs.slice(0, at);
  // The first describes the paper, and the rest is one note.
  return { abstract, notes: [first, rest.join('\n\n')].filter(Boolean) };
}

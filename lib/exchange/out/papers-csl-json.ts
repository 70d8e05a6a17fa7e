/**
 * The review's papers as CSL-JSON, for citation processors, pandoc and Zotero. What
 * the review found is in `note`, one line, which Zotero shows under Extra; each tag is in `annote`, which styles print only for
 * annotated bibliographies.
 */

import type { Author } from '../../model';
import { linkTo } from '../../text';
import { KEY_CHANGES } from '../citation-keys';
import { CSL_TYPES } from '../csl-types';
import { NEXT_NOTE } from '../own-words';
import { keywordsOf, overview, type PaperFound, papersFound, tagNote } from '../paper-notes';
import { oneLine } from '../text';
import type { Format } from '../types';

export const papersCslJson: Format = {
  id: 'papers-csl-json',
  of: 'papers',
  label: 'Papers (CSL-JSON)',
  hint: 'The papers with readable citation keys for pandoc and citation tools, with what the review found as a note.',
  extension: 'json',
  mime: 'application/vnd.citationstyles.csl+json',
  cannotCarry: ['machines', 'definitions', 'columns', 'memos', 'paperNotes', 'findings', 'labels'],
  changes: `Line ends become blanks. ${KEY_CHANGES}`,
  write: (data, options) => `${JSON.stringify(papersFound(data, options).map(item), null, 2)}\n`,
};

function item({ paper, tags, summary }: PaperFound): object {
  const { id, key, facts } = paper;
  const words = keywordsOf(paper, summary);
  const text = (value: string | undefined) =>
    value === undefined ? undefined : oneLine(value) || undefined;
  // Undefined values are left out by JSON.stringify.
  return {
    id: key,
    'citation-key': key,
    type: CSL_TYPES.has(facts.type ?? '')
      ? facts.type
      : facts.containerTitle
        ? 'article-journal'
        : 'document',
    title: text(facts.title),
    genre: text(facts.genre),
    author: facts.authors.length > 0 ? facts.authors.map(name) : undefined,
    editor: facts.editors?.length ? facts.editors.map(name) : undefined,
    issued: facts.year === undefined ? undefined : { 'date-parts': [[facts.year]] },
    'container-title': text(facts.containerTitle),
    volume: text(facts.volume),
    issue: text(facts.issue),
    page: text(facts.page),
    number: text(facts.number),
    publisher: text(facts.publisher),
    ISSN: text(facts.issn),
    ISBN: text(facts.isbn),
    DOI: text(facts.doi),
    PMID: facts.pmid,
    PMCID: facts.pmcid,
    URL: text(linkTo(facts.url)),
    language: text(facts.language),
    status: text(facts.status),
    archive: facts.arxiv ? 'arXiv' : undefined,
    archive_location: facts.arxiv,
    abstract: text(facts.abstract),
    keyword: words.length ? joined(words) : undefined,
    note: text(overview(paper, summary, tags)),
    annote: text(tags.map(tagNote).join(NEXT_NOTE)),
    custom: { bearing: id },
  };
}

/** Readers split the one text that there is at semicolons, and where it has none at commas. */
function joined(words: readonly string[]): string {
  const clean = words.map((word) => oneLine(word.replaceAll(';', ',')));
  return clean.join(clean.some((word) => word.includes(',')) ? '; ' : ', ');
}

function name(author: Author): object {
  const { family, given, suffix, literal = '' } = author;
  if (!family) return { literal: oneLine(literal) };
  return {
    family: oneLine(family),
    ...(given && { given: oneLine(given) }),
    ...(suffix && { suffix: oneLine(suffix) }),
  };
}

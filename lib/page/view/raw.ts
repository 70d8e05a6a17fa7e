/** What one source says about a paper, as it says it: strings, before they are cleaned and compared. */
export interface Raw {
  doi?: string;
  pmid?: string;
  pmcid?: string;
  arxiv?: string;
  title?: string;
  authors?: string[];
  /** Any text that holds the year. */
  year?: string;
  containerTitle?: string;
  volume?: string;
  issue?: string;
  page?: string;
  publisher?: string;
  issn?: string;
  isbn?: string;
  number?: string;
  genre?: string;
  editors?: string[];
  language?: string;
  status?: string;
  preprintOf?: string;
  abstract?: string;
  /** CSL type, already mapped. */
  type?: string;
  keywords?: string[];
}

export type Field = keyof Raw;

/**
 * The CSL type that a publisher's own word for the kind of work means; undefined when it names no kind.
 * `null` = the word names something that is no paper (a data set, a program, a picture).
 */
export function cslType(word: string | undefined): string | null | undefined {
  if (!word) return undefined;
  const text = word.toLowerCase();
  if (
    /data\s?-?set|software|source\s?code|\bimage|video|sound|physicalobject|workflow|\bmodel\b|interactiveresource|newsarticle|blogposting|webpage/.test(
      text,
    )
  ) {
    return null;
  }
  if (/thes[ie]s|dissertation|habilitation/.test(text)) return 'thesis';
  if (/preprint|posted.?content|working.?paper/.test(text)) return 'article';
  if (/conference|proceeding|comm\b/.test(text)) return 'paper-conference';
  if (/chapter|book.?section|book.?part/.test(text)) return 'chapter';
  if (/\bbook|monograph/.test(text)) return 'book';
  if (/report/.test(text)) return 'report';
  if (/article|journal|review|editorial|letter|paper/.test(text)) return 'article-journal';
  return undefined;
}

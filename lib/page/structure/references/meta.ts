/** The `citation_reference` meta tags: a page's references as only machines are told them. */
import * as dom from '../../../dom';
import { plain } from '../../reading/plain';
import { entryFromText } from './entry';
import { type ListedEntry, settleEntries } from './listed-entry';

/** The references a page only tells machines (`citation_reference`); they have no element. */
export function metaReferences(doc: Document): ListedEntry[] {
  const entries: ListedEntry[] = [];
  for (const meta of doc.querySelectorAll('meta[name="citation_reference" i]')) {
    if (entries.length >= 5_000) break;
    const content = plain((dom.getAttribute(meta, 'content') ?? '').slice(0, 4_000));
    if (!content) continue;
    entries.push(fromMeta(content, entries.length + 1));
  }
  settleEntries(entries);
  return entries;
}

/** "citation_title=...; citation_author=...; ..." or plain text. */
function fromMeta(content: string, place: number): ListedEntry {
  const fields = content.split(/;\s*(?=citation_\w{1,40}=)/).flatMap((field) => {
    const [, name, value = ''] = /citation_(\w{1,40})=(.*)/.exec(field) ?? [];
    return name ? [{ name, value: value.replace(/;$/, '').trim() }] : [];
  });
  if (fields.length === 0) return entryFromText(content, place);
  const get = (...names: string[]): string[] =>
    fields.filter(({ name }) => names.includes(name)).map(({ value }) => value);
  const authors = get('author').map((a) => a.replace(/\s+/g, ' '));
  const title = get('title')[0] ?? null;
  const journal = get('journal_title', 'inbook_title', 'publisher', 'conference_title')[0] ?? '';
  const year =
    /(?:1[5-9]|20)\d\d/.exec(get('year', 'publication_date', 'date')[0] ?? '')?.[0] ?? null;
  const text = [authors.join(', '), year ? `(${year})` : '', title ?? '', journal]
    .filter(Boolean)
    .join('. ');
  const doi = get('doi')[0];
  const pmid = get('pmid')[0];
  return entryFromText(text, place, {
    title,
    ...(year && { year: Number(year) }),
    ...(doi && { doi: doi.toLowerCase() }),
    ...(pmid && /^\d+$/.test(pmid) && { pmid }),
  });
}

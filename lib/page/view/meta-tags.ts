/**
 * `<meta>` tags: Highwire's citation_* (the names Google Scholar asks for), PRISM, DC terms, Dublin Core,
 * EPrints, Open Graph. One pass over the tags; what they state is in `fields/stated/tags.ts`.
 */
import * as dom from '../../dom';

/** Every value of every meta name, names in lower case with dots: "dc:date" and "DC.Date" are one. */
export type MetaTags = Map<string, string[]>;

/** The vocabularies that describe works, and two names that tell what kind of page this is. */
const KEPT =
  /^(?:citation|dct?|dcterms|prism|eprints|bepress_citation)[:_.]|^og:t(?:itle|ype)$|^generator$/;
const SCHOLARLY = /^(?:citation|dc|dcterms|prism|eprints|bepress_citation)[._]/;
/** Of the references and of people, not of the work. */
const SKIP = /reference|institution|_email|_orcid/;
const MOST_VALUES = 5_000;

/** The vocabulary of a meta name in lower case ("citation", "og"), or null for a name that describes no work. */
export function vocabularyOf(name: string): string | null {
  return KEPT.exec(name)?.[0].split(/[:_.]/)[0] ?? null;
}

/** Reads meta elements. A publisher's tool that wrote `value=` for `content=` is understood. */
export function readMetaTags(metas: readonly Element[]): MetaTags {
  const tags: MetaTags = new Map();
  for (let i = 0; i < metas.length && i < MOST_VALUES; i++) keep(metas[i] as Element, tags);
  return tags;
}

/** Whether any of the tags describes a work. */
export function describesWork(tags: MetaTags): boolean {
  for (const name of tags.keys()) if (SCHOLARLY.test(name)) return true;
  return false;
}

function keep(meta: Element, tags: MetaTags): void {
  const name = (dom.getAttribute(meta, 'name') ?? dom.getAttribute(meta, 'property'))
    ?.trim()
    .toLowerCase();
  if (!name || !KEPT.test(name)) return;
  if (SKIP.test(name) && !/dissertation|report_inst/.test(name)) return;
  const value = dom.getAttribute(meta, 'content') ?? dom.getAttribute(meta, 'value');
  if (!value) return;
  const key = name
    .replace(/^(dc|dct|dcterms|prism|eprints|citation)[:_.](?!.*\.$)/, '$1.')
    .replace(/^dct\./, 'dcterms.');
  // SAGE names its own number an identifier: only a value with the scheme of a DOI, or without a scheme, counts.
  if (
    key.startsWith('dc.identifier') &&
    /publisher-id|coden|issn|isbn|sici/i.test(dom.getAttribute(meta, 'scheme') ?? '')
  )
    return;
  const values = tags.get(key);
  if (values) values.push(value);
  else tags.set(key, [value]);
}

/** The values of a name that hold a letter or a digit: placeholders ("-") do not count. */
export function valuesOf(tags: MetaTags, name: string): string[] {
  return tags.get(name)?.filter((value) => /[\p{L}\d]/u.test(value)) ?? [];
}

/** The values under which a work's identifiers are given in Dublin Core. */
export function dcIdentifiers(tags: MetaTags): string[] {
  return ['dc.identifier.doi', 'dc.identifier', 'dcterms.identifier'].flatMap(
    (name) => tags.get(name) ?? [],
  );
}

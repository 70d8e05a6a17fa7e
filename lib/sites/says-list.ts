/** Does a page say, in its address or title, that it lists papers? Cheap enough to ask on every page. */
const LIST_URL =
  /[?&](?:q|query|term|search\w*|text|keyword|cites|cited_?by|citing)=|\/(?:search|results\w*|summary|discover|cited-?by|citations|citing(?:-?articles)?|showcitedby|browse)(?:[/?.]|$)/i;
const LIST_TITLE =
  /\b(?:search results?|results? for|cited by|citing articles?|articles citing|papers citing|citations? (?:of|for|to)|publications? (?:by|of)|suchergebnis\w*|résultats de recherche)\b/i;

export function saysList(doc: Document, url: string): boolean {
  if (LIST_URL.test(url) || LIST_TITLE.test(doc.title)) return true;
  const heading = doc.getElementsByTagName('h1')[0]?.textContent ?? '';
  return LIST_TITLE.test(heading.slice(0, 300));
}

/** The same in more languages, for who reads the page anyhow: the glance that every page gets asks the above. */
const LIST_WORDS =
  /\b(?:trefferliste|zoekresultaten|r[eéi]sult\w+ d\S+ (?:la )?(?:re?c|ric|b[uú]s|pesq)\w*|b[uú]s(?:queda|ca) de \w+|hitlist|result list)/i;
const LIST_PATHS = /\/(?:buscar?|pesquisa|recherche|suche|ricerca|zoeken|sok)(?:[/?.]|$)/i;

export const saysListInWords = (doc: Document, url: string): boolean =>
  LIST_PATHS.test(url) || LIST_WORDS.test(doc.title);

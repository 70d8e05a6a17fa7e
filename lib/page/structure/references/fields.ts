/**
 * The identifiers of a reference: DOI and PMID by its links first, then by its printed text. What its print says
 * otherwise is read by the grammar of citations (lib/text/citation).
 */

import { cleanDoi } from '../../../text';

function decode(href: string): string {
  try {
    return decodeURIComponent(href.replace(/%25/g, '%'));
  } catch {
    return href;
  }
}

/** The DOI that the links of a reference hold: `key=` (Atypon) and `access_num=` (HighWire) name the cited work, `doi=` the citing one. */
export function linkedDoi(hrefs: readonly string[]): string | null {
  for (const href of hrefs) {
    const at = href.search(/10[.%]/);
    if (at < 0 || href.includes('scholar.google')) continue;
    const h = decode(href.slice(Math.max(0, at - 60), at + 600));
    const keyed = /[?&](?:key|access_num|id)=(?:doi:)?(10\.\d{4,9}\/[^&\s]+)/i.exec(h)?.[1];
    // `key=` may follow a long `doi=`, or name a number of another service.
    const late = href.includes('key=')
      ? /[?&]key=(10(?:\.|%2e)\d{4,9}[^&]+)/i.exec(href.slice(0, 2_000))?.[1]
      : undefined;
    const named = keyed ?? (late && decode(late));
    const doi = named || !href.includes('key=') ? cleanDoi(named ?? h) : null;
    // A journal's number in a DOI's place names no article.
    if (doi && !doi.includes('(issn)')) return doi;
  }
  return null;
}

export function readPmid(text: string, hrefs: readonly string[]): string | null {
  for (const href of hrefs) {
    if (!/pubmed|uid|pmid|access_num|dbid=8/i.test(href) || href.includes('scholar.google'))
      continue;
    const h = decode(href.slice(0, 1_200));
    const m =
      /pubmed(?:\.ncbi\.nlm\.nih\.gov)?\/(\d{4,9})(?!\d)/i.exec(h) ??
      /[?&](?:list_uids|uid|pmid|term|id)=(\d{6,9})(?!\d).{0,60}/i.exec(
        /pubmed|pmid|list_uids/i.test(h) ? h : '',
      ) ??
      /access_num=(\d{4,9})&(?:amp;)?link_type=(?:MED|PUBMED)/i.exec(h) ??
      /link_type=(?:MED|PUBMED)&(?:amp;)?access_num=(\d{4,9})/i.exec(h) ??
      /dbid=8&.{0,120}key=(\d{4,9})(?!\d)/i.exec(h) ??
      /info:pmid\/(\d{4,9})/i.exec(h);
    if (m?.[1]) return m[1];
  }
  return /\bPMID:?\s*(\d{4,9})\b/i.exec(text)?.[1] ?? null;
}

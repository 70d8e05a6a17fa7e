/**
 * Makes a stripped copy of a saved page, in memory: what a page looks like to a reader that finds no machine
 * metadata on it. Dropped: Highwire (citation_*, bepress, wkhealth), Dublin Core and dcterms, PRISM, EPrints,
 * Open Graph and Twitter cards, JSON-LD, the canonical link, COinS. The visible page is left as it is.
 *
 * Works on the source text, not on a DOM, so that whatever the parser makes of the rest stays the same.
 */

const NAME = /\b(?:name|property|itemprop)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

const METADATA =
  /^(?:citation_|bepress_citation|wkhealth|dc[._:]|dc$|dcterms|dct[._:]|prism|eprints|og:|article:|book:|profile:|fb:|twitter:|schema\.)/i;

/**
 * @param {string} html source of a page
 * @returns {string} the same page without machine metadata
 */
export function stripMetadata(html) {
  return html
    .replace(/<meta\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi, (tag) => {
      const found = NAME.exec(tag);
      const name = (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim();
      return METADATA.test(name) ? '' : tag;
    })
    .replace(/<script\b[^>]*application\/ld\+json[^>]*>[\s\S]*?<\/script\s*>/gi, '')
    .replace(/<link\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi, (tag) =>
      /\brel\s*=\s*["']?(?:canonical|schema\.)/i.test(tag) ? '' : tag,
    )
    .replace(/<span\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi, (tag) =>
      /\bZ3988\b/.test(tag) ? '<span>' : tag,
    );
}

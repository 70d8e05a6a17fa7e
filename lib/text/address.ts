/**
 * Page addresses: which of two name one page, and what of an address is worth keeping. An address carries much
 * that names no page: the campaign a link was sent with, the place on the page, a trailing slash.
 */

/** Parameters that only record where a visit came from. They never decide what a server answers. */
const TRACKERS = new RegExp(
  `^(?:${[
    'utm_\\w+',
    // Advertising networks' click ids.
    '[fgtw]bclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|ttclid|gbraid|wbraid|igsh(?:id)?|li_fat_id|rb_clickid|wickedid',
    // Newsletter and marketing systems.
    'mc_[ce]id|_hs(?:enc|mi)|__hs\\w+|hsctatracking|vero_id|mkt_tok|oly_(?:enc|anon)_id|elqtrack\\w*|spmailing\\w+|dgcid|wt[._]mc\\w*|trk\\w*|sc_channel|cmpid|ncid',
    // Analytics that hand a visitor from one host to the next.
    '_g[al]|_gac|_ke|ref_(?:src|url)',
    // Publishers' marks of how the reader got in.
    'casa_token|frompaywallrec|cookieset',
    // PubMed's note of the search that the record was opened from.
    'from_(?:term|page|pos|sort|filter|size|schema|exact_term|linkname|uid|from_uid)',
  ].join('|')})$`,
  'i',
);

/** Usually trackers as well, but real parameters on a few sites: kept in an address, ignored in a comparison. */
const DOUBTFUL = /^(?:ref|referrer|source|via|rss|af|mi|rskey)$/i;

/** A fragment that names a view of an application: `#/record/2`, `#!/record/2`. `#results` names a place on the page. */
const ROUTE = /^#[/!]/;
/** The view that an application starts with, which is the page itself. */
const START = /^#!?\/?$/;

/** `a=1&utm_source=x` without the parameters that are of `drop`; a name without `=` counts, `=` may be encoded. */
function without(query: string, drop: readonly RegExp[]): string {
  const isDropped = (name: string) => drop.some((names) => names.test(name));
  return query
    .split('&')
    .filter((pair) => pair && !isDropped(pair.replace(/(?:=|%3d).*/is, '')))
    .join('&');
}

interface Parts {
  /** Origin and path. */
  page: string;
  query: string;
  /** The view of an application, with its `#`; empty for every other fragment. */
  route: string;
}

function partsOf(url: string, ...drop: RegExp[]): Parts | null {
  if (!URL.canParse(url)) return null;
  const { protocol, origin, pathname, search, hash } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  let route = '';
  if (ROUTE.test(hash)) {
    const [view, ...rest] = hash.split('?') as [string, ...string[]];
    const query = without(rest.join('?'), drop);
    if (query || !START.test(view)) route = view + (query && `?${query}`);
  }
  return { page: origin + pathname, query: without(search.slice(1), drop), route };
}

const joined = ({ page, query, route }: Parts) => page + (query && `?${query}`) + route;

/**
 * The address under which a page is remembered and opened again: without trackers, and without a fragment unless it
 * is the route of an application. '' for everything that is not a web page (a file's path is never stored).
 */
export function addressOf(url: string): string {
  const parts = partsOf(url, TRACKERS);
  return parts ? joined(parts) : '';
}

/**
 * Equal for two addresses of one page. For comparisons only: it is not promised to open anything.
 * '' for everything that is not a web page.
 */
export function addressKey(url: string): string {
  const parts = partsOf(url, TRACKERS, DOUBTFUL);
  if (!parts) return '';
  return joined({
    ...parts,
    page: withoutSlash(parts.page),
    route: parts.route && withoutSlash(parts.route),
  });
}

/** As `addressKey`, of whatever a tab shows: an address that is not a web page's is equal to itself alone. */
export const pageKey = (url: string): string => addressKey(url) || url;

/** What every address with this key begins with, however it was written down. */
export function addressStem(url: string): string {
  const parts = partsOf(url);
  return parts ? withoutSlash(parts.page) : '';
}

/** Tells of many addresses, as browsers write them, whether each is that of the page at `url`. */
export function atAddress(url: string): (other: string) => boolean {
  const key = addressKey(url);
  if (!key) return (other) => other === url;
  const stem = addressStem(url);
  // Most of a store's addresses differ before anything has to be parsed.
  return (other) => other === url || (other.startsWith(stem) && addressKey(other) === key);
}

export const sameAddress = (a: string, b: string): boolean => atAddress(a)(b);

/** The type of a document that is a PDF, whatever its address. */
export const PDF_TYPE = 'application/pdf';

/** Does the address look like a PDF's? Many PDFs have addresses that do not. */
export function isPdfAddress(url: string): boolean {
  return URL.canParse(url) && /\.pdf$/i.test(new URL(url).pathname);
}

/** Does the address name a view of an application by its fragment? */
export function hasRoute(url: string): boolean {
  return partsOf(url)?.route !== '';
}

function withoutSlash(text: string): string {
  return text.replace(/(?<!\/)\/+$/, '');
}

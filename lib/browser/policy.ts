/**
 * The policies under which Bearing's own pages and its workers run: none of them can reach a host, but for the reader of
 * PDFs, which fetches the document that was opened. No imports, because the build reads this file too.
 *
 * The manifest has one policy for every page and worker. A page can only narrow it, with a `<meta>` of its own,
 * and a worker cannot even do that. So each wall here holds by itself:
 * - the manifest's policy is as wide as the reader of PDFs needs it, and no wider;
 * - every page is built with the policy that it needs in its own head (wxt.config.ts);
 * - each worker closes what can make a request before anything else runs (no-requests.ts).
 *   Peer connections, which no policy governs, are closed in pages as well.
 * What the reader of PDFs may fetch is decided by its code (entrypoints/pdf/open/): no policy can name an
 * address that is not known before it is opened. tests/e2e/no-request.spec.ts tries every way out of everything else.
 *
 * There is no `frame-ancestors`: a manifest has one list for all pages. Pages that the manifest does not name in
 * `web_accessible_resources` cannot be framed by web pages, and `startPage` renders nothing inside a frame.
 */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'none'",
  // The side panel shows the toolbar's page where a page keeps it out.
  'frame-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** The reader of PDFs: it fetches what was opened, and pdf.js its own packaged data. */
const READER = { ...POLICY, 'connect-src': "'self' http: https: file:" };

const inWords = (policy: Readonly<Record<string, string>>) =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

/** For `content_security_policy.extension_pages`. */
export const MANIFEST_POLICY = inWords(READER);

/** For the `<meta>` of a page that makes no request: every page, unless it has a reason of its own. */
export const PAGE_POLICY = inWords(POLICY);

/** The page that is left to the manifest's policy, by its source. */
export const READER_PAGE = '/pdf/index.html';

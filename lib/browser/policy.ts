/**
 * The policies under which Bearing's own pages and its workers (the background, and the one that imports) run: none of
 * them can reach a host. No imports, because the build reads this file too.
 *
 * The manifest has one policy for every page and worker. A page can only narrow it, with a `<meta>` of its own,
 * and a worker cannot even do that. So each wall here holds by itself:
 * - the manifest's policy is as narrow as anything in the package allows today;
 * - every page is built with the same policy in its own head (wxt.config.ts);
 * - each worker closes what can make a request before anything else runs (no-requests.ts).
 *   Peer connections, which no policy governs, are closed in pages as well.
 * A page that has to fetch a document which the reader opens can then get its `connect-src` in the manifest and leave
 * out the `<meta>`: nothing else gains a way out (tests/e2e/no-request.spec.ts widens the manifest to prove it).
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

const inWords = (policy: Readonly<Record<string, string>>) =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

/** For `content_security_policy.extension_pages`. */
export const MANIFEST_POLICY = inWords(POLICY);

/** For the `<meta>` of a page that makes no request: every page, unless it has a reason of its own. */
export const PAGE_POLICY = inWords(POLICY);

/**
 * The scripts that run in web pages, one line each. They are WXT's unlisted scripts (`entrypoints/NAME.ts`,
 * built as `NAME.js`) and not its content scripts: the framework's wrapper for those posts a message and
 * dispatches an event in every page, with the extension's id in both. The manifest is written from here too.
 */

/** When a script starts; `on-demand` ones are injected by the background. */
type RunAt = 'document_start' | 'document_end' | 'document_idle' | 'on-demand';

const PAGE_SCRIPTS = {
  guard: 'document_start',
  notice: 'document_idle',
  reader: 'on-demand',
  tagging: 'on-demand',
  entries: 'on-demand',
} as const satisfies Record<string, RunAt>;

/** Every page that a script may run in. */
export const WEB_PAGES: readonly string[] = ['http://*/*', 'https://*/*'];

/** Files of the reader's own machine: no script runs in them, but a PDF can be opened by its address. */
export const LOCAL_FILES = 'file:///*';

/** The `content_scripts` of the manifest. Each with a list of its own: the framework adds to lists in development. */
export const CONTENT_SCRIPTS = Object.entries(PAGE_SCRIPTS).flatMap(([name, runAt]) =>
  runAt === 'on-demand' ? [] : [{ matches: [...WEB_PAGES], js: [`${name}.js`], run_at: runAt }],
);

/** The path of a page script inside the extension. */
export const scriptPath = <N extends keyof typeof PAGE_SCRIPTS>(name: N) => `/${name}.js` as const;

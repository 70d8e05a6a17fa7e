import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { CONTENT_SCRIPTS, LOCAL_FILES, WEB_PAGES } from './lib/browser/page-scripts';
import { MANIFEST_POLICY, PAGE_POLICY, READER_PAGE } from './lib/browser/policy';

/** Writes the policy of our pages into the head of each, before anything that it governs. */
const narrowPages: Plugin = {
  name: 'bearing:page-policy',
  transformIndexHtml: (_, { path: page }) =>
    page.endsWith(READER_PAGE)
      ? []
      : [
          {
            tag: 'meta',
            attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY },
            injectTo: 'head-prepend',
          },
        ],
};

/**
 * What pdf.js reads beside its code: maps of characters, the standard fonts, and the decoder of JPEG 2000 in plain script
 * (its WebAssembly stays out: our policy forbids it).
 */
const PDFJS_DATA = {
  cmaps: /\.bcmap$/,
  standard_fonts: /\.(?:pfb|ttf)$/,
  wasm: /^openjpeg_nowasm_fallback\.js$/,
};
const pdfjs = fileURLToPath(new URL('./node_modules/pdfjs-dist/', import.meta.url));

/**
 * Permissions, and why each is needed (a test pins this list):
 * - storage, unlimitedStorage: tags live in IndexedDB and must not be evicted.
 * - scripting + http(s) hosts: tagging mode is injected on demand; open tabs get a fresh copy after an update.
 * - file hosts (Chromium only): PDFs of the reader's own machine, once the reader has allowed that in the list of extensions.
 * - contextMenus: "Tag this page" in the page's own menu, and "Read this PDF in Bearing" in that of a link.
 * - sidePanel (Chromium only; Firefox's sidebar needs none): the reading companion beside the page.
 *
 * What the pages and the worker may reach, and why in this form: lib/browser/policy.ts. In development neither policy is
 * set, because pages and styles come from the framework's server.
 */
export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  hooks: {
    'build:publicAssets': (_, files) => {
      for (const [folder, wanted] of Object.entries(PDFJS_DATA))
        for (const name of readdirSync(pdfjs + folder).filter((one) => wanted.test(one)))
          files.push({
            absoluteSrc: `${pdfjs}${folder}/${name}`,
            relativeDest: `pdfjs/${folder}/${name}`,
          });
    },
  },
  vite: ({ command }) => ({ plugins: command === 'build' ? [narrowPages] : [] }),
  manifest: ({ browser, command }) => ({
    name: 'Bearing',
    description:
      'Tag statements as supporting or contrasting an implementation influence while you read, and see the evidence map grow.',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: [...WEB_PAGES, ...(browser === 'firefox' ? [] : [LOCAL_FILES])],
    content_scripts: CONTENT_SCRIPTS,
    // The toolbar of tagging mode, and nothing else, may be framed by a page; Chromium changes its address with
    // every start, so that no page can look for it. It acts only for the script that opened it.
    web_accessible_resources: [
      {
        resources: ['bar.html'],
        matches: [...WEB_PAGES],
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    ...(command === 'build' && {
      content_security_policy: { extension_pages: MANIFEST_POLICY },
    }),
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    // One extension for ordinary and private windows; the background writes nothing for the latter unasked.
    incognito: 'spanning',
    action: { default_title: 'Bearing' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+B' }, description: 'Open Bearing' },
      'toggle-tagging': {
        suggested_key: { default: 'Alt+Shift+T' },
        description: 'Start or stop tagging this page',
      },
      'side-panel': {
        suggested_key: { default: 'Alt+Shift+P' },
        description: 'Open the side panel',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'bearing@bearing.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            // The first version on Android that reads what is declared about data collection.
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});

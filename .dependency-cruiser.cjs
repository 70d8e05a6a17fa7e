/** The house's rules: imports point down, and the product's core knows no browser and no store. */
const pure = '^lib/(model|page|pdf|sites|anchor|paint|codebook|map|exchange|tagging)/';
const MAIN_ENTRY = '^lib/[^/]+/(index|types)\\.ts$';

/** Second entries of a folder: what a light script can have without the schemas or the codebooks' data. */
const LIGHT = {
  codebook: ['caveats', 'edit/index', 'influences', 'outline', 'own', 'rule'],
  // Backups without the other formats.
  exchange: ['backup'],
  // The tables of a review are read in the workspace: popup and panel count, and print none of them.
  map: ['outputs/index'],
  model: ['id', 'limits', 'problem', 'sources', 'records/publication', 'records/quote'],
  // What of a page counts as text is asked by anchoring and painting too; a PDF is read with what needs no document.
  page: ['reading/index', 'shared'],
  // Expressions that the notice script would carry for nothing.
  text: ['citation/index'],
};
/**
 * Further entries for pages and scripts. The notice script is on every page, and must not carry the ciphers of the
 * handover nor the reader of pages; the worker's side of messaging is nobody else's.
 */
const FOR_SCRIPTS = {
  browser: ['no-requests'],
  codebook: [
    'caveats',
    'edit/index',
    'influences',
    'outline',
    'own',
    'rule',
    'search',
    'suggest/index',
  ],
  messaging: [
    ...['change', 'background/server', 'panel/link', 'panel/types'],
    ...[
      'client',
      'follow',
      'guard',
      'handover',
      'life',
      'one-at-a-time',
      'put-reader-in',
      'shared',
      'waiting',
    ].map((name) => `page/${name}`),
  ],
  page: [
    ...['glance', 'pdf', 'reading/index', 'content/owner', 'content/same-work', 'content/tracker'],
    'content/without-stale',
  ],
};
const SHARED_BY_ENTRYPOINTS = [
  // Every worker closes the same ways out.
  '^entrypoints/background/no-requests\\.ts$',
  // The reader of PDFs is tagged in by the same tagging mode as web pages.
  '^entrypoints/tagging\\.content/(controller|listen|source/medium)\\.ts$',
  // The example of the first steps is tagged as a PDF is: in a page of ours.
  '^entrypoints/pdf/tag/start\\.ts$',
];

const entries = (byFolder) =>
  `^lib/(${Object.entries(byFolder)
    .flatMap(([folder, names]) => names.map((name) => `${folder}/${name}`))
    .join('|')})\\.ts$`;

module.exports = {
  forbidden: [
    {
      name: 'every-import-resolves', // an import that is not found would escape every other rule
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)/' },
      to: { couldNotResolve: true },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'lib-knows-no-ui',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(components|entrypoints)/' },
    },
    {
      name: 'components-know-no-entrypoint',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^entrypoints/' },
    },
    {
      name: 'lib-without-react',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: 'node_modules/(react|react-dom|dexie-react-hooks|@base-ui)' },
    },
    {
      name: 'core-knows-no-store-or-browser',
      severity: 'error',
      from: { path: pure },
      to: { path: '^lib/(store|messaging|browser)/|node_modules/(wxt|dexie)/' },
    },
    {
      name: 'pdf-without-a-document', // items in, offsets out: the viewer and the inspector open the file
      severity: 'error',
      from: { path: '^lib/pdf/' },
      to: { path: '^lib/(dom|anchor|paint)/|node_modules/pdfjs-dist/' },
    },
    {
      name: 'model-knows-nobody',
      severity: 'error',
      from: { path: '^lib/model/' },
      to: { path: '^lib/(?!model/)' },
    },
    {
      name: 'store-knows-no-file-format',
      severity: 'error',
      from: { path: '^lib/store/' },
      to: { path: '^lib/exchange/' },
    },
    {
      name: 'protocol-knows-no-store', // what surfaces ask and are told is of the model
      severity: 'error',
      from: { path: '^lib/messaging/' },
      to: { path: '^lib/store/' },
    },
    {
      name: 'sites-know-no-page-reader',
      severity: 'error',
      from: { path: '^lib/sites/' },
      to: { path: '^lib/page/' },
    },
    {
      name: 'only-the-store-knows-dexie',
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)/', pathNot: '^lib/store/' },
      to: { path: 'node_modules/dexie/' },
    },
    {
      name: 'zod-through-the-model', // which tells it, before any schema is made, to make no code from strings
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)/', pathNot: '^lib/model/zod\\.ts$' },
      to: { path: 'node_modules/zod/' },
    },
    {
      name: 'no-orphan-imports-of-dev-code',
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'text-and-dom-know-nobody',
      severity: 'error',
      from: { path: '^lib/(text|dom)/' },
      to: { path: '^lib/', pathNot: '^lib/$1/' },
    },
    {
      name: 'lib-through-its-entries',
      severity: 'error',
      from: { path: '^lib/([^/]+)/' },
      to: { path: '^lib/', pathNot: [`^lib/$1/`, MAIN_ENTRY, entries(LIGHT)] },
    },
    {
      name: 'pages-and-scripts-through-entries',
      severity: 'error',
      from: { path: '^(components|entrypoints)/' },
      to: { path: '^lib/', pathNot: [MAIN_ENTRY, entries({ ...LIGHT, ...FOR_SCRIPTS })] },
    },
    {
      name: 'reprint-only-through-the-product', // what it prints is what readers get: it counts nothing by itself
      severity: 'error',
      from: { path: '^scripts/reprint-entry\\.ts$' },
      to: { pathNot: '^lib/(exchange|store|map|map/outputs)/index\\.ts$' },
    },
    {
      name: 'snapshots-without-other-formats', // the background starts with every message: it parses no writer of tables
      severity: 'error',
      from: { path: '^(entrypoints/background|components/backup)/' },
      to: { path: '^lib/exchange/', pathNot: '^lib/exchange/backup\\.ts$' },
    },
    {
      name: 'entrypoints-apart', // what two of them share is a component, or is in lib
      severity: 'error',
      from: { path: '^entrypoints/([^/]+)/' },
      to: { path: '^entrypoints/', pathNot: ['^entrypoints/$1/', ...SHARED_BY_ENTRYPOINTS] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    webpackConfig: { fileName: '.dependency-cruiser.paths.cjs' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};

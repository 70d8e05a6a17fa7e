/** The house's rules: imports point down, and the product's core knows no browser and no store. */
const pure = '^lib/(model|page|sites|anchor|paint|codebook|map|exchange|tagging)/';
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
      // Light scripts have doors of their own: to influences without the codebooks' data, to a paper's state without schemas.
      name: 'lib-rooms-through-their-door',
      severity: 'error',
      from: { path: '^lib/([^/]+)/' },
      to: {
        path: '^lib/([^/]+)/',
        pathNot:
          '^lib/($1/|[^/]+/(index|types)\\.ts$|(codebook/influences|model/(problem|publication|sources))\\.ts$)',
      },
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

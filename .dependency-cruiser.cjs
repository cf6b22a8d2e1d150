/** The architecture, as rules: which folder may import which. */
const forbid = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to })
const test = '\\.test(-d)?\\.tsx?$'

module.exports = {
  forbidden: [
    forbid(
      'every-import-resolves',
      {},
      { couldNotResolve: true, pathNot: '^virtual:msw$' },
      'An import the checker cannot follow is an import it cannot judge. Only Vite knows virtual:msw.',
    ),
    forbid('no-cycles', {}, { circular: true }, 'A cycle means two files are really one.'),

    forbid(
      'domain-imports-only-domain',
      { path: '^domain/', pathNot: test },
      { pathNot: '^domain/' },
      'Clinical rules know no storage, no HTTP and no React.',
    ),
    forbid('contract-imports-nothing', { path: '^api/' }, {}, 'It is generated from openapi.yaml.'),
    forbid(
      'browser-never-imports-server',
      { path: '^(src|mocks)/' },
      { path: '^server/' },
      'They meet only at api/ and domain/.',
    ),
    forbid(
      'server-never-imports-browser',
      { path: '^server/' },
      { path: '^src/' },
      'They meet only at api/ and domain/.',
    ),
    forbid(
      'page-runs-in-a-browser',
      { path: '^src/', pathNot: test },
      { dependencyTypes: ['core'] },
      "A browser has none of Node's modules.",
    ),
    forbid(
      'launcher-needs-nothing-installed',
      { path: '^launcher/', pathNot: test },
      { pathNot: '^launcher/', dependencyTypesNot: ['core'] },
      'It is what installs everything else.',
    ),
    forbid(
      'server-runs-on-its-own-packages',
      { path: '^server/', pathNot: test },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
      'Packages for development are absent where the product runs.',
    ),

    forbid(
      'features-are-independent',
      { path: '^(src|server)/features/([^/]+)/' },
      { path: '^(src|server)/features/', pathNot: '^$1/features/$2/' },
      'Compose features in src/app or server/app.ts, or move the shared rule to domain/.',
    ),
    forbid(
      'only-the-app-knows-features',
      { path: '^(src|server)/', pathNot: `^(src/(app|features)/|server/(app\\.ts$|features/))|${test}` },
      { path: '^(src|server)/features/' },
      'Everything below a feature must work without it.',
    ),
    forbid(
      'app-enters-a-feature-by-its-route',
      { path: '^src/app/', pathNot: test },
      { path: '^src/features/', pathNot: '/route\\.ts$' },
      'route.ts is the front door of a feature.',
    ),
    forbid(
      'features-never-import-the-app',
      { path: '^src/(features|ui|data|format)/', pathNot: test },
      { path: '^src/app/' },
      'The app composes features, never the reverse.',
    ),

    forbid(
      'views-do-not-fetch',
      { path: '^src/.+\\.tsx$', pathNot: test },
      { path: '^src/data/api-client' },
      'A load-*.ts or action file calls the API; a view draws what it is given.',
    ),
    forbid(
      'data-and-format-do-not-draw',
      { path: '^src/(data|format)/' },
      { path: '^src/ui/' },
      'The HTTP client reports a problem; a view decides how to show it.',
    ),
    forbid(
      'only-repositories-query',
      { path: '^server/(features|plugins|eligibility)/', pathNot: `-repository\\.ts$|${test}` },
      { path: '^server/database/', dependencyTypesNot: ['type-only'] },
      'SQL lives in *-repository.ts. A type asks the database nothing.',
    ),

    forbid(
      'mocks-stay-out-of-production',
      { path: '^(src|server)/', pathNot: `^src/main\\.tsx$|^server/scripts/|${test}` },
      { path: '^mocks/' },
      'Only main.tsx in development, seeds and tests may use them.',
    ),
    forbid(
      'mocks-stand-in-for-the-server',
      { path: '^mocks/' },
      { path: '^src/' },
      'A mock is an API, not a part of the page.',
    ),
    forbid(
      'nothing-imports-tests',
      { pathNot: `^tests/|^playwright\\.config\\.ts$|${test}` },
      { path: '^tests/' },
      'Test support is for tests.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'browser', 'node', 'default'],
    },
  },
}

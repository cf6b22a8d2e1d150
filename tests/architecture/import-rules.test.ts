import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cruiseImports, type ImportFindings, importRulesFile } from './cruise-imports.ts'
import { projectRoot } from './project-files.ts'

const productFolders = ['api', 'domain', 'launcher', 'mocks', 'server', 'src', 'tests']

it('the product keeps every import rule', { timeout: 120_000 }, async () => {
  const { modulesRead, violations } = await cruiseImports(projectRoot, productFolders)
  expect(modulesRead).toBeGreaterThan(200)
  expect(violations).toEqual([])
})

/** For each rule, an import that breaks it: the importing file and what it says. */
const planted: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'every-import-resolves': ['src/ui/lost.ts', "import './nowhere.ts'"],
  'no-cycles': ['src/ui/about.ts', "import './round.ts'"],
  'domain-imports-only-domain': ['domain/reads-a-file.ts', "import 'node:fs'"],
  'contract-imports-nothing': ['api/schema.ts', "import '../domain/age.ts'"],
  'browser-never-imports-server': ['src/ui/asks-server.ts', "import '../../server/app.ts'"],
  'server-never-imports-browser': ['server/draws.ts', "import '../src/ui/button.ts'"],
  'page-runs-in-a-browser': ['src/format/reads-a-file.ts', "import 'node:fs'"],
  'launcher-needs-nothing-installed': ['launcher/needs-a-package.mjs', "import 'for-the-product'"],
  'server-runs-on-its-own-packages': ['server/needs-a-tool.ts', "import 'for-development'"],
  'features-are-independent': ['src/features/a/load.ts', "import '../b/route.ts'"],
  'only-the-app-knows-features': ['src/ui/knows-a-feature.ts', "import '../features/b/route.ts'"],
  'app-enters-a-feature-by-its-route': ['src/app/router.ts', "import '../features/b/page.tsx'"],
  'features-never-import-the-app': ['src/features/a/goes-up.ts', "import '../../app/paths.ts'"],
  'views-do-not-fetch': ['src/features/a/page.tsx', "import '../../data/api-client.ts'"],
  'data-and-format-do-not-draw': ['src/data/draws.ts', "import '../ui/button.ts'"],
  'only-repositories-query': ['server/features/a/operations.ts', "import '../../database/open.ts'"],
  'mocks-stay-out-of-production': ['src/ui/pretends.ts', "import '../../mocks/node.ts'"],
  'mocks-stand-in-for-the-server': ['mocks/draws.ts', "import '../src/ui/button.ts'"],
  'nothing-imports-tests': ['server/needs-a-test.ts', "import '../tests/support/build.ts'"],
}

/** Files that break nothing, some of them for the planted ones to import. */
const harmless: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#domain/*': './domain/*' },
    dependencies: { 'for-the-product': '1.0.0' },
    devDependencies: { 'for-development': '1.0.0' },
  }),
  'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'NodeNext', allowImportingTsExtensions: true } }),
  'node_modules/for-the-product/package.json': '{"name":"for-the-product","version":"1.0.0","main":"index.js"}',
  'node_modules/for-the-product/index.js': '',
  'node_modules/for-development/package.json': '{"name":"for-development","version":"1.0.0","main":"index.js"}',
  'node_modules/for-development/index.js': '',
  'domain/age.ts': 'export const age = 1',
  'domain/age.test.ts': "import 'for-development'",
  'src/ui/button.ts': "import '#domain/age.ts'",
  'src/ui/round.ts': "import './about.ts'",
  'src/app/paths.ts': '',
  'src/app/routes.ts': "import '../features/b/route.ts'",
  'src/data/api-client.ts': '',
  'src/features/b/route.ts': '',
  'src/features/b/page.tsx': '',
  'server/app.ts': "import './features/b/b-repository.ts'",
  'server/database/open.ts': "import 'for-the-product'",
  'server/features/b/b-repository.ts': "import '../../database/open.ts'",
  'mocks/node.ts': "import '../domain/age.ts'",
  'tests/support/build.ts': "import '../../server/app.ts'",
}

describe('the import rules', () => {
  let root = ''
  let findings: ImportFindings = { modulesRead: 0, violations: [] }

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'planted-'))
    const files = { ...harmless, ...Object.fromEntries(Object.values(planted)) }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), `${text}\n`)
    }
    findings = await cruiseImports(root, productFolders)
  })
  afterAll(() => rmSync(root, { recursive: true }))

  it('each have a planted violation', async () => {
    const { forbidden = [] } = await extractDepcruiseConfig(importRulesFile)
    expect(Object.keys(planted).sort()).toEqual(forbidden.map(({ name }) => name ?? 'unnamed').sort())
  })

  it.each(Object.entries(planted))('%s reports %j', (rule, [file]) => {
    const importers = findings.violations.filter((violation) => violation.rule === rule).map(({ from }) => from)
    expect(importers).toContain(file)
  })

  it('report nothing but the planted files', () => {
    const importers = new Set(findings.violations.map(({ from }) => from))
    expect([...importers].filter((path) => path in harmless)).toEqual([])
  })
})

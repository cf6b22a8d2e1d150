import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import process from 'node:process'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { defineConfig } from 'vitest/config'

const apiTarget = `http://127.0.0.1:${process.env.API_PORT ?? process.env.PORT ?? '3000'}`

/** The long forms of the tests (npm run test:full) repeat more than the usual limits allow. */
const isFull = process.env.FULL === '1'
const patience = isFull ? 20 : 1

/** Tests of what crosses folders: the same requests, criteria and faults on each database engine. */
const crossingTests = 'tests/{contract,parity,faults,attacks}/**/*.test.ts'

/** Rules and made-up data: each file only calls functions, so that the files of one process may share what they load. */
const pureTests = '{domain,src,mocks/data}/**/*.test.ts'

/** What never reaches a database, or asks nothing of it that depends on which it is: once is enough. */
const alikeOnEach = [
  'tests/contract/mocks.test.ts',
  'tests/attacks/bodies.test.ts',
  'server/plugins/{contract,request-limits}.test.ts',
  'server/features/single-sign-on/other-providers.test.ts',
]

/** Mocks and server compared answer by answer: what the engines could differ in, each of them is asked by itself as well. */
const comparedOnOne = isFull ? [] : ['tests/contract/same-*.test.ts']

/** A server test that opens a database through the test support runs a second time, on PostgreSQL. */
const databaseTests = globSync('server/**/*.test.ts').filter((path) =>
  /tests\/support\/(database-template|build-app|open-single-sign-on)/.test(readFileSync(path, 'utf8')),
)

export default defineConfig(({ command, mode }) => ({
  // Of what is built, only the page that runs alone carries the mock API; no other build can hold any of it.
  plugins: [react(), ...(command === 'serve' || mode === 'mock' ? [msw()] : [])],
  // The API refuses writes from pages of another origin, so it must see the address that the browser shows.
  server:
    mode === 'mock'
      ? pageAlone(process.env.PORT)
      : {
          proxy: {
            '/api': { target: apiTarget, changeOrigin: false },
            '/sso': { target: apiTarget, changeOrigin: false },
          },
        },
  // Found only once the mocks run, they would make the page reload while somebody signs in.
  ...(mode === 'mock' ? { optimizeDeps: { include: ['msw/browser', 'msw/http', 'msw/experimental'] } } : {}),
  css: {
    // Deprecations inside nhsuk-frontend are for its makers; our own stylesheets still warn.
    preprocessorOptions: { scss: { quietDeps: true } },
  },
  build: {
    target: 'es2022',
    sourcemap: true,
    manifest: true,
    // A list of what each page needs would be an eighth of what is loaded before the first page is seen.
    modulePreload: { resolveDependencies: (_file, needed, { hostType }) => (hostType === 'js' ? [] : needed) },
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 20 },
            { name: 'router', test: /node_modules[\\/]react-router[\\/]/, priority: 20 },
            // Of some hundred bytes each and nearly always wanted together: one file of them is a third smaller.
            { name: 'fields', test: /src[\\/]ui[\\/]fields[\\/]/, priority: 10 },
            { name: 'tags', test: /src[\\/]ui[\\/](?:set-by-clinician-|status-)?tag\.tsx$/, priority: 10 },
          ],
        },
      },
    },
  },
  test: {
    restoreMocks: true,
    // Processes, not threads: ending a thread that held an embedded database sometimes ended the whole run with SIGSEGV,
    // and costs a tenth less time only. Three keep two cores busy, because tests often wait for a database.
    pool: 'forks',
    maxWorkers: Math.max(3, availableParallelism() - 1),
    // Tests use the embedded database, whatever server this machine names; the postgres project sets it again.
    env: { TEST_DATABASE_URL: '' },
    testTimeout: 30_000 * patience,
    hookTimeout: 60_000 * patience,
    projects: [
      {
        extends: true,
        // Loading the rules anew for each of 400 files takes twice as long as the tests themselves.
        test: { name: 'pure', environment: 'node', isolate: false, include: [pureTests] },
      },
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: [
            '{server,mocks,launcher}/**/*.test.ts',
            'tests/{access,architecture,support,parity-cql,benchmarks}/**/*.test.ts',
          ],
          exclude: [pureTests, 'tests/architecture/{distant-time-zone,built-page}.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          // One document for all files is 3.5 times faster; it needs modules whose state the setup resets, and no vi.mock.
          isolate: false,
          include: ['src/**/*.test.tsx'],
          setupFiles: ['tests/support/render-setup.ts'],
          // The setup ends a test's page and requests before the file takes its handlers away.
          sequence: { hooks: 'list' },
        },
      },
      {
        extends: true,
        test: { name: 'pglite', environment: 'node', include: [crossingTests] },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          environment: 'node',
          include: [crossingTests, ...databaseTests],
          exclude: [...alikeOnEach, ...comparedOnOne],
          globalSetup: ['tests/support/global-setup.ts'],
          setupFiles: ['tests/support/use-postgres.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'built-page', environment: 'node', include: ['tests/architecture/built-page.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'distant-time-zone',
          environment: 'node',
          isolate: false,
          include: ['domain/**/*.test.ts', 'tests/architecture/distant-time-zone.test.ts'],
          env: { TEST_DATABASE_URL: '', TZ: 'Pacific/Auckland' },
        },
      },
    ],
  },
}))

/** Alone, the page is the whole service and PORT is its own; beside a server PORT is the server's. */
function pageAlone(port: string | undefined) {
  if (!port) return {}
  if (!/^\d+$/.test(port) || Number(port) > 65_535) {
    throw new Error(`PORT is '${port}'; write a whole number from 0 to 65535.`)
  }
  return { port: Number(port), strictPort: true }
}

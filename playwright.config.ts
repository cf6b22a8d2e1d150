import { rmSync } from 'node:fs'
import process from 'node:process'
import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './tests/support/find-chromium.ts'

const port = process.env.JOURNEYS_PORT ?? '3199'
const baseURL = `http://localhost:${port}`

/** The journeys' own database, made afresh by each run. */
const dataDirectory = '.cache/journeys-data'

/** Playwright reads this file again in every worker; only the first reading may prepare anything. */
const isWorker = process.env.TEST_WORKER_INDEX !== undefined
if (!isWorker) rmSync(dataDirectory, { recursive: true, force: true })

function chromiumPath(): string {
  const known = process.env.CHROMIUM_PATH
  if (isWorker && known !== undefined) return known
  const { path, foundBy } = findChromium()
  console.log(`Journeys run in ${path}, found by ${foundBy}.`)
  process.env.CHROMIUM_PATH = path
  return path
}

export default defineConfig({
  testDir: 'tests/journeys',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // The longest takes 30 seconds on two idle cores, most of it for axe.
  timeout: 180_000,
  forbidOnly: true,
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromiumPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    // The real server on a database of its own, started the way a person starts it.
    command: 'node launcher/run.mjs start',
    url: `${baseURL}/api/ready`,
    env: {
      NODE_ENV: 'test',
      // A Monday morning: the demonstration data is made relative to it, so every run sees the same patients.
      TEST_CLOCK: '2026-11-02T09:30:00Z',
      PORT: port,
      DATA_DIR: dataDirectory,
      LOG_LEVEL: 'warn',
    },
    reuseExistingServer: false,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    stdout: 'pipe',
  },
})

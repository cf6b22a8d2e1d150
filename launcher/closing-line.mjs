import { readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * The counts in Vitest's JSON report.
 * @param {string} path
 * @returns {Counts}
 */
export function countsOfVitest(path) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(path, 'utf8'))
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

/**
 * The counts in Playwright's JSON report. A journey that passed only when tried again has passed.
 * @param {string} path
 * @returns {Counts}
 */
export function countsOfPlaywright(path) {
  const { stats } = JSON.parse(readFileSync(path, 'utf8'))
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
}

/**
 * The last line of a run of checks, which programs read: `12 passed, 0 failed`.
 * A failed step in which no test failed (a lint error, a test file that could not be loaded) counts as one failure.
 * @param {readonly { code: number, counts?: Counts | undefined }[]} results
 */
export function closingLine(results) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const { code, counts } of results) {
    total.passed += counts?.passed ?? 0
    total.skipped += counts?.skipped ?? 0
    const failedTests = counts?.failed ?? 0
    total.failed += code !== 0 && failedTests === 0 ? 1 : failedTests
  }
  return `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`
}

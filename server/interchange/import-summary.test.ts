import { describe, expect, test } from 'vitest'
import {
  countOutcome,
  countRejection,
  countSkipped,
  emptyImportSummary,
  formatImportSummary,
  importExitCode,
  listedAtMost,
  type Rejection,
} from './import-summary.ts'

const rejection: Rejection = {
  place: { source: 'trials.jsonl', line: 7, index: null },
  registryId: 'NCT09990001',
  problems: [{ path: 'protocolSection.statusModule.overallStatus', reason: 'is missing', remedy: 'Give one.' }],
}

describe('the exit code', () => {
  const good = countOutcome(emptyImportSummary, 'unchanged')
  test.each([
    ['everything taken in', good, 0],
    ['everything taken in, a file skipped', countSkipped(good, 'notes.txt'), 0],
    ['some rejected', countRejection(good, rejection), 1],
    ['all rejected', countRejection(emptyImportSummary, rejection), 2],
    ['nothing there', emptyImportSummary, 2],
  ])('%s', (_, summary, expected) => {
    expect(importExitCode(summary)).toBe(expected)
  })
})

test.each([
  ['an empty directory or list', emptyImportSummary, true],
  ['only files of another kind', countSkipped(emptyImportSummary, 'notes.txt'), true],
  ['one record that was rejected', countRejection(emptyImportSummary, rejection), false],
])('the report of %s', (_, summary, isNothing) => {
  expect(formatImportSummary(summary).includes('No trial record was found there. Give a file')).toBe(isNothing)
})

test('the report names place, trial, field, reason and remedy, then counts', () => {
  const inList: Rejection = {
    place: { source: 'page.json', line: 1, index: 0 },
    registryId: null,
    problems: [{ path: '', reason: 'is 5', remedy: 'Give a record.' }],
  }
  const counted = countOutcome(countOutcome(countOutcome(emptyImportSummary, 'added'), 'added'), 'changed')
  const summary = countSkipped(countRejection(countRejection(counted, rejection), inList), 'notes.txt')
  expect(formatImportSummary(summary).split('\n')).toEqual([
    'trials.jsonl, line 7 (NCT09990001): protocolSection.statusModule.overallStatus is missing. Give one.',
    'page.json, line 1, record 1: is 5. Give a record.',
    expect.stringMatching(/^notes\.txt: skipped/),
    '2 added, 1 changed, 0 unchanged, 2 rejected.',
  ])
})

test('beyond the limit rejections are counted and no longer listed', () => {
  let summary = emptyImportSummary
  for (let n = 0; n <= listedAtMost; n += 1) summary = countRejection(summary, rejection)
  expect(summary.rejected).toBe(listedAtMost + 1)
  expect(summary.rejections).toHaveLength(listedAtMost)
  expect(formatImportSummary(summary)).toContain('and 1 more rejected')
})

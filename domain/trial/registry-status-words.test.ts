import { expect, test } from 'vitest'
import { recruitmentStatuses, toRecruitmentStatus } from './recruitment-status.ts'
import { registryStatuses } from './registry-codes.ts'
import { finerStatusText, registryStatusText } from './registry-status-words.ts'

test.each([
  ['RECRUITING', null],
  ['NOT_YET_RECRUITING', null],
  ['ENROLLING_BY_INVITATION', 'Enrolling by invitation only'],
  ['ACTIVE_NOT_RECRUITING', 'Active, not recruiting'],
  ['SUSPENDED', null],
  ['TERMINATED', 'Terminated early'],
  ['COMPLETED', null],
  ['WITHDRAWN', null],
  ['UNKNOWN', null],
  ['WITHHELD', 'Withheld by the registry'],
  ['AVAILABLE', 'Expanded access available'],
  ['TEMPORARILY_NOT_AVAILABLE', 'Expanded access paused'],
  ['NO_LONGER_AVAILABLE', 'Expanded access ended'],
  ['APPROVED_FOR_MARKETING', 'Approved for marketing'],
] as const)('%s is called %s', (code, expected) => {
  expect(finerStatusText(toRecruitmentStatus(code), code)).toBe(expected)
})

test('no two values of the registry read the same', () => {
  const shown = registryStatuses.map((code) => {
    const status = toRecruitmentStatus(code)
    return finerStatusText(status, code) ?? status
  })
  expect(new Set(shown).size).toBe(registryStatuses.length)
  expect(new Set(registryStatuses.map(registryStatusText)).size).toBe(registryStatuses.length)
})

test('a status that is not the one of the registry keeps its own word', () => {
  expect(finerStatusText('paused', 'TERMINATED')).toBeNull()
  for (const status of recruitmentStatuses) expect(finerStatusText(status, status)).toBeNull()
  expect(registryStatusText('closed-to-recruitment')).toBe('closed-to-recruitment')
})

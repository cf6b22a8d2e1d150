import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { effectiveStatus, recruitmentStatuses, toRecruitmentStatus } from './recruitment-status.ts'
import { registryStatuses } from './registry-codes.ts'

describe('the registry status in the words of the product', () => {
  test.each([
    ['NOT_YET_RECRUITING', 'setup'],
    ['RECRUITING', 'open'],
    ['SUSPENDED', 'paused'],
    ['TEMPORARILY_NOT_AVAILABLE', 'paused'],
    ['ACTIVE_NOT_RECRUITING', 'closed-to-recruitment'],
    ['ENROLLING_BY_INVITATION', 'closed-to-recruitment'],
    ['TERMINATED', 'completed'],
    ['WITHDRAWN', 'withdrawn'],
    ['UNKNOWN', 'unknown'],
    ['WITHHELD', 'unknown'],
  ] as const)('%s is %s', (registry, expected) => {
    expect(toRecruitmentStatus(registry)).toBe(expected)
  })

  test('only recruiting trials and available expanded access are open', () => {
    const open = registryStatuses.filter((status) => toRecruitmentStatus(status) === 'open')
    expect(open).toEqual(['RECRUITING', 'AVAILABLE'])
  })
})

describe('the effective status', () => {
  const anyStatus = fc.constantFrom(...recruitmentStatuses)

  test('is open only where every stated level is open', () => {
    fc.assert(
      fc.property(fc.array(anyStatus, { minLength: 1 }), (levels) => {
        expect(effectiveStatus(...levels) === 'open').toBe(levels.every((level) => level === 'open'))
      }),
    )
  })

  test('does not depend on the order of the levels, and a level without a status adds nothing', () => {
    fc.assert(
      fc.property(fc.array(anyStatus, { minLength: 1 }), (levels) => {
        expect(effectiveStatus(...levels)).toBe(effectiveStatus(null, ...levels.toReversed()))
      }),
    )
  })

  test('a site that is paused pauses an open trial there', () => {
    expect(effectiveStatus('open', 'paused', null)).toBe('paused')
  })

  test('a closed trial is closed whatever a forgotten site status says', () => {
    expect(effectiveStatus('closed-to-recruitment', 'open')).toBe('closed-to-recruitment')
  })

  test('nothing stated is unknown', () => {
    expect(effectiveStatus(null, null)).toBe('unknown')
  })
})

import { describe, expect, test } from 'vitest'
import { isOpenInCountries, opennessIn, siteStatus } from './openness.ts'
import type { RecruitmentStatus } from './recruitment-status.ts'
import type { TrialSite } from './trial-site.ts'

function site(code: string, recruitmentStatus: RecruitmentStatus | null): TrialSite {
  return {
    siteKey: `${code}/${recruitmentStatus}`,
    facility: null,
    city: null,
    region: null,
    postcode: null,
    country: { name: code, code },
    position: null,
    registryStatus: null,
    recruitmentStatus,
    contacts: [],
  }
}

function trial(
  recruitmentStatus: RecruitmentStatus,
  sites: readonly TrialSite[],
  cohorts: readonly RecruitmentStatus[] = [],
) {
  return {
    recruitmentStatus,
    sites,
    cohorts: cohorts.map((status, at) => ({ name: `${at}`, recruitmentStatus: status })),
  }
}

describe('whether a trial is open in the United Kingdom', () => {
  test.each<[string, ReturnType<typeof trial>, string]>([
    [
      'one British site says it is open',
      trial('open', [site('FR', 'open'), site('GB', 'paused'), site('GB', 'open')]),
      'open',
    ],
    ['only sites elsewhere are open', trial('open', [site('FR', 'open'), site('GB', 'setup')]), 'notOpen'],
    ['it has no site here', trial('open', [site('FR', 'open')]), 'notOpen'],
    [
      'the trial recruits and the British site says nothing of its own',
      trial('open', [site('GB', null)]),
      'openNotConfirmed',
    ],
    ['the trial is suspended while the site still says open', trial('paused', [site('GB', 'open')]), 'notOpen'],
    ['the registry has lost track of the trial', trial('unknown', [site('GB', 'open')]), 'notKnown'],
    ['every cohort is closed', trial('open', [site('GB', 'open')], ['paused', 'completed']), 'notOpen'],
    ['one cohort of two is open', trial('open', [site('GB', 'open')], ['completed', 'open']), 'open'],
  ])('%s', (_, candidate, expected) => {
    expect(opennessIn(candidate, ['GB'])).toBe(expected)
  })

  test('an unconfirmed site keeps the trial among the candidates, an unknown trial does not', () => {
    expect(isOpenInCountries(trial('open', [site('GB', null)]), ['GB'])).toBe(true)
    expect(isOpenInCountries(trial('unknown', [site('GB', null)]), ['GB'])).toBe(false)
  })

  test('several countries may be asked for at once, and none means nowhere', () => {
    expect(isOpenInCountries(trial('open', [site('IE', 'open')]), ['GB', 'IE'])).toBe(true)
    expect(isOpenInCountries(trial('open', [site('IE', 'open')]), [])).toBe(false)
  })
})

test('of several cohorts the one that takes patients decides the status of the site', () => {
  expect(siteStatus(trial('open', [], ['follow-up', 'paused']), site('GB', 'open'))).toBe('paused')
})

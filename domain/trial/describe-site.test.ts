import { describe, expect, it } from 'vitest'
import { countOpenSites, describeSite } from './describe-site.ts'
import type { RecruitmentStatus } from './recruitment-status.ts'

const leeds = { latitude: 53.8, longitude: -1.55 }
const contact = { name: 'Trials office', role: null, phone: '0113 496 0000', phoneExtension: '12', email: null }
const site = (recruitmentStatus: RecruitmentStatus | null, countryCode: string | null = 'GB') => ({
  ...leeds,
  recruitmentStatus,
  countryCode,
  contacts: [contact],
})
const trial = (...cohorts: RecruitmentStatus[]) => ({
  recruitmentStatus: 'open' as const,
  cohorts: cohorts.map((recruitmentStatus, place) => ({ name: `Cohort ${place}`, recruitmentStatus })),
})

describe('a site as it is shown', () => {
  it('is open where trial, site and one of the cohorts are open', () => {
    expect(describeSite(trial('paused', 'open'), site('open'), null).effectiveStatus).toBe('open')
  })

  it('is paused where every cohort is paused, although trial and site say open', () => {
    expect(describeSite(trial('paused', 'paused'), site('open'), null)).toMatchObject({
      recruitmentStatus: 'open',
      effectiveStatus: 'paused',
      isStatusStated: true,
    })
  })

  it('follows the trial where it says nothing itself, and says so', () => {
    expect(describeSite(trial(), site(null), null)).toMatchObject({
      recruitmentStatus: 'unknown',
      effectiveStatus: 'open',
      isStatusStated: false,
    })
  })

  it('has a distance only from a place that is known', () => {
    expect(describeSite(trial(), site('open'), leeds).distanceKm).toBe(0)
    expect(describeSite(trial(), site('open'), null).distanceKm).toBeNull()
  })

  it('has its telephone number as somebody dials it', () => {
    expect(describeSite(trial(), site('open'), null).contacts[0]?.phone).toBe('0113 496 0000 extension 12')
  })
})

describe('open sites', () => {
  const sites = [site('open'), site(null), site('paused'), site('open', 'IE'), site('open', null)]

  it('count in the countries asked for, with those that say nothing while the trial is open', () => {
    expect(countOpenSites(trial(), sites, ['GB'])).toBe(2)
    expect(countOpenSites(trial(), sites, ['GB', 'IE'])).toBe(3)
  })

  it('are none while no cohort is open', () => {
    expect(countOpenSites(trial('setup', 'closed-to-recruitment'), sites, ['GB', 'IE'])).toBe(0)
  })
})

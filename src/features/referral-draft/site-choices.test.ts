import { describe, expect, it } from 'vitest'
import { sampleSite } from '../../data/sample-trial.ts'
import { siteChoices, type TrialSite } from './site-choices.ts'

const own = '00000000-0000-4000-8000-0000000000a1'
const site = (facility: string, more: Partial<TrialSite> = {}): TrialSite =>
  sampleSite({
    siteId: facility,
    organisation: { organisationId: '00000000-0000-4000-8000-0000000000a2', code: 'ZZ102', name: 'Southfen' },
    facility,
    distanceKm: 10,
    ...more,
  })

describe('the sites of a trial', () => {
  it('stand with the own one first, then the nearest, and a place that is not known last', () => {
    const sites = [
      site('Unplaced', { distanceKm: null }),
      site('Far', { distanceKm: 300 }),
      site('Near', { distanceKm: 4 }),
      site('Ours', { distanceKm: 500, organisation: { organisationId: own, code: 'ZZ101', name: 'Northmoor' } }),
      site('Beside', { distanceKm: 4 }),
    ]
    expect(siteChoices(sites, own).open.map(({ facility }) => facility)).toEqual([
      'Ours',
      'Beside',
      'Near',
      'Far',
      'Unplaced',
    ])
  })

  it('that cannot take a referral say why', () => {
    const { open, closed } = siteChoices(
      [
        site('Paused', { effectiveStatus: 'paused' }),
        site('Silent', { effectiveStatus: 'unknown' }),
        site('Unconfirmed', { isStatusStated: false, canReceive: false, organisation: null }),
        site('Outside', { canReceive: false, organisation: null }),
      ],
      own,
    )
    expect(open).toEqual([])
    expect(Object.fromEntries(closed.map(({ site: { facility }, why }) => [facility, why]))).toEqual({
      Paused: 'Paused',
      Silent: 'Whether it recruits is not known',
      Unconfirmed: 'Trial open, site not confirmed, but nobody there uses this service',
      Outside: 'Open, but nobody there uses this service',
    })
  })

  it('without an organisation on either side are nobody’s own', () => {
    const sites = [site('A', { distanceKm: 9, organisation: null }), site('B', { distanceKm: 1 })]
    expect(siteChoices(sites, null).open.map(({ facility }) => facility)).toEqual(['B', 'A'])
  })
})

import { describe, expect, it } from 'vitest'
import { sampleSite } from '../../data/sample-trial.ts'
import { isConfirmationOld, orderSites, type TrialSite } from './order-sites.ts'

const site = (facility: string, part: Partial<TrialSite> = {}) =>
  sampleSite({ siteId: facility, facility, canReceive: false, ...part })
const names = (sites: readonly TrialSite[]) => sites.map(({ facility }) => facility)

describe('the sites of a trial', () => {
  it('stand open before closed, near before far, and what is not known last', () => {
    const { here } = orderSites([
      site('Closed next door', { effectiveStatus: 'completed', distanceKm: 1 }),
      site('Open somewhere'),
      site('Open far', { distanceKm: 200 }),
      site('Open near', { distanceKm: 12 }),
    ])
    expect(names(here)).toEqual(['Open near', 'Open far', 'Open somewhere', 'Closed next door'])
  })

  it('in other countries or without a country stand apart', () => {
    const { here, abroad } = orderSites([
      site('Lyon', { countryCode: 'FR' }),
      site('Leeds'),
      site('Nowhere', { countryCode: null }),
    ])
    expect(names(here)).toEqual(['Leeds'])
    expect(names(abroad)).toEqual(['Lyon', 'Nowhere'])
  })
})

it.each([
  ['2026-10-20', false],
  ['2026-10-19', false],
  ['2026-10-18', true],
  [null, null],
])('a status confirmed on %s is old on 18 November 2026: %s', (confirmedOn, isOld) => {
  expect(isConfirmationOld(confirmedOn, '2026-11-18')).toBe(isOld)
})

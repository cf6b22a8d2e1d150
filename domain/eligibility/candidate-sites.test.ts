import { expect, test } from 'vitest'
import { candidateSites, type HeldSite } from './candidate-sites.ts'

const leeds = { latitude: 53.8, longitude: -1.55 }
const bristol = { latitude: 51.45, longitude: -2.6 }
const trial = { recruitmentStatus: 'open', cohorts: [] } as const

function site(siteId: string, parts: Partial<HeldSite> = {}): HeldSite {
  return {
    siteId,
    name: siteId,
    city: null,
    countryCode: 'GB',
    recruitmentStatus: 'open',
    organisationId: null,
    canReceive: false,
    ...leeds,
    ...parts,
  }
}

const listed = (sites: readonly HeldSite[], from: Parameters<typeof candidateSites>[1]['from'] = null) =>
  candidateSites(trial, { sites, homeCountries: ['GB'], from, isLocationHidden: false })

test('only sites in the countries of the service are listed', () => {
  const sites = [site('Leeds'), site('Lyon', { countryCode: 'FR' }), site('somewhere', { countryCode: null })]
  expect(listed(sites).map(({ name }) => name)).toEqual(['Leeds'])
})

test('a site is never more open than its trial or the cohorts of it', () => {
  const status = (of: Parameters<typeof candidateSites>[0]) =>
    candidateSites(of, { sites: [site('Leeds')], homeCountries: ['GB'], from: null, isLocationHidden: false })[0]
      ?.recruitmentStatus
  expect(status(trial)).toBe('open')
  expect(status({ ...trial, recruitmentStatus: 'paused' })).toBe('paused')
  expect(status({ ...trial, cohorts: [{ name: 'A', recruitmentStatus: 'closed-to-recruitment' }] })).toBe(
    'closed-to-recruitment',
  )
})

test('a site without a status of its own has that of the trial, and it is said not to be stated', () => {
  const sites = [
    site('silent', { recruitmentStatus: null }),
    site('stated'),
    site('unknown', { recruitmentStatus: 'unknown' }),
  ]
  const found = listed(sites).map(({ name, recruitmentStatus, isStatusStated }) => [
    name,
    recruitmentStatus,
    isStatusStated,
  ])
  expect(found).toEqual([
    ['silent', 'open', false],
    ['stated', 'open', true],
    ['unknown', 'unknown', true],
  ])
})

test("open sites come first, of these the caller's own, then the nearest, then those whose place is not known", () => {
  const sites = [
    site('paused next door', { recruitmentStatus: 'paused' }),
    site('place not known', { latitude: null, longitude: null }),
    site('Bristol', bristol),
    site('Leeds'),
    site('own', { ...bristol, organisationId: 'own' }),
  ]
  const found = listed(sites, { ...leeds, organisationId: 'own' })
  expect(found.map(({ name, distanceKm }) => [name, distanceKm])).toEqual([
    ['own', expect.any(Number)],
    ['Leeds', 0],
    ['Bristol', expect.any(Number)],
    ['place not known', null],
    ['paused next door', 0],
  ])
  expect(found.map(({ isOwnOrganisation }) => isOwnOrganisation)).toEqual([true, false, false, false, false])
})

test('without an own place no distance is known, and no site is the own one', () => {
  expect(listed([site('Leeds')])).toMatchObject([{ distanceKm: null, isOwnOrganisation: false }])
})

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { kmPerMile } from '../trial/distance.ts'
import { candidatePlace } from './candidate-place.ts'
import type { CandidateSite } from './candidate-sites.ts'
import type { TravelReach } from './travel-limit.ts'

const upTo = (miles: number): TravelReach => ({ reach: 'upTo', miles })
const anyDistance: TravelReach = { reach: 'anyDistance', miles: null }
const notKnown: TravelReach = { reach: 'notKnown', miles: null }

function site(distanceMiles: number | null, parts: Partial<CandidateSite> = {}): CandidateSite {
  return {
    siteId: `site at ${distanceMiles}`,
    name: 'Hospital',
    city: null,
    recruitmentStatus: 'open',
    isStatusStated: true,
    distanceKm: distanceMiles === null ? null : distanceMiles * kmPerMile,
    isOwnOrganisation: false,
    canReceive: true,
    ...parts,
  }
}

const isWithin = (sites: readonly CandidateSite[], limit: TravelReach | null) =>
  candidatePlace(sites, limit).isWithinTravel
const textOf = (sites: readonly CandidateSite[], limit: TravelReach | null) => candidatePlace(sites, limit).travelText

describe('whether an open site lies within the travel limit', () => {
  it.each([
    [49, true],
    [50, true],
    [51, false],
  ])('of 50 miles, %i miles away', (miles, expected) => {
    expect(isWithin([site(miles)], upTo(50))).toBe(expected)
  })

  it('counts a mile as 1.609344 km: 80.4 km is within 50 miles, 80.5 km is beyond them', () => {
    expect(isWithin([site(0, { distanceKm: 80.4 })], upTo(50))).toBe(true)
    expect(isWithin([site(0, { distanceKm: 80.5 })], upTo(50))).toBe(false)
  })

  it('looks at the nearest open site, and at no other', () => {
    expect(isWithin([site(200), site(20)], upTo(50))).toBe(true)
    expect(isWithin([site(200), site(20, { recruitmentStatus: 'paused' })], upTo(50))).toBe(false)
    expect(isWithin([site(20, { recruitmentStatus: 'unknown' })], upTo(50))).toBe(false)
  })

  it('is not known while a site of unknown distance may be near, unless another is near enough', () => {
    expect(isWithin([site(null)], upTo(50))).toBeNull()
    expect(isWithin([site(200), site(null)], upTo(50))).toBeNull()
    expect(isWithin([site(20), site(null)], upTo(50))).toBe(true)
    expect(isWithin([site(200), site(null, { recruitmentStatus: 'paused' })], upTo(50))).toBe(false)
  })

  it('is not known where the limit is not, however near the site', () => {
    for (const limit of [null, notKnown]) {
      for (const sites of [[], [site(0)], [site(500)], [site(null)]]) expect(isWithin(sites, limit)).toBeNull()
    }
  })

  it('is so at any distance wherever a site is open, even where its distance is not known', () => {
    expect(isWithin([site(800)], anyDistance)).toBe(true)
    expect(isWithin([site(null)], anyDistance)).toBe(true)
    expect(isWithin([site(1, { recruitmentStatus: 'closed-to-recruitment' })], anyDistance)).toBe(false)
    expect(isWithin([], anyDistance)).toBe(false)
  })
})

test('a greater limit never puts a site out of reach, and one more site never moves the others away', () => {
  const miles = fc.option(fc.integer({ min: 0, max: 1100 }), { freq: 5 })
  const rank = (answer: boolean | null) => (answer === null ? 1 : answer ? 2 : 0)
  fc.assert(
    fc.property(
      fc.array(miles, { maxLength: 5 }),
      miles,
      fc.integer({ min: 1, max: 999 }),
      (distances, other, limit) => {
        const sites = distances.map((distance) => site(distance))
        const now = rank(isWithin(sites, upTo(limit)))
        expect(rank(isWithin(sites, upTo(limit + 1)))).toBeGreaterThanOrEqual(now)
        expect(rank(isWithin([...sites, site(other)], upTo(limit)))).toBeGreaterThanOrEqual(now)
      },
    ),
  )
})

describe('the same in words', () => {
  it('is not said where a site of one’s own is open, where none is, nor without a limit', () => {
    expect(textOf([], upTo(50))).toBeNull()
    expect(textOf([site(31, { recruitmentStatus: 'paused' })], anyDistance)).toBeNull()
    const own = site(0, { isOwnOrganisation: true })
    expect(candidatePlace([own, site(10)], upTo(50))).toMatchObject({ isOpenAtOwnSite: true, travelText: null })
    expect(textOf([site(31)], null)).toBeNull()
    expect(textOf([site(31)], notKnown)).toBeNull()
    expect(textOf([{ ...own, recruitmentStatus: 'paused' }, site(10)], upTo(50))).toMatch(/^10 miles/)
  })

  it.each<[string, readonly CandidateSite[], TravelReach]>([
    ['31 miles away, within the travel limit', [site(90), site(31.2)], upTo(50)],
    ['50 miles away, within the travel limit', [site(50)], upTo(50)],
    ['Just over 50 miles away, beyond the travel limit', [site(50.02)], upTo(50)],
    ['51 miles away, beyond the travel limit', [site(50.6)], upTo(50)],
    ['Just over 1 mile away, beyond the travel limit', [site(1.2)], upTo(1)],
    ['Under 1 mile away, within the travel limit', [site(0.4)], upTo(1)],
    ['640 miles away, within the travel limit', [site(640)], anyDistance],
    ['40 miles away, within the travel limit', [site(31, { isStatusStated: false }), site(40)], upTo(50)],
    [
      'A site not confirmed open is 31 miles away, within the travel limit',
      [site(31, { isStatusStated: false }), site(60)],
      upTo(50),
    ],
    ['The distance of an open site is not known', [site(90), site(null)], upTo(50)],
    ['At a distance that is not known, within the travel limit', [site(null)], anyDistance],
  ])('%s', (words, sites, limit) => {
    expect(textOf(sites, limit)).toBe(words)
  })
})

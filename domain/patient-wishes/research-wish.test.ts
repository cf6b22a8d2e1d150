import { describe, expect, it } from 'vitest'
import {
  isReviewDue,
  mayBeOffered,
  nothingRefused,
  type ResearchWish,
  researchRefusals,
  wishesKnownAt,
} from './research-wish.ts'

const wish: ResearchWish = {
  wishId: 'wish-1',
  scope: 'all',
  trialId: null,
  routes: [],
  statedOn: '2026-11-12',
  toldBy: 'patient',
  reviewOn: '2027-11-12',
  recordedBy: 'Sister Nwosu, Specialist nurse',
  recordedAt: '2026-11-12T10:00:00.000Z',
  withdrawal: null,
}
const withdrawal = {
  withdrawnOn: '2026-11-20',
  toldBy: 'patient',
  recordedBy: 'Dr Okafor, Oncologist',
  recordedAt: '2026-11-20T09:00:00.000Z',
} as const

describe('what may be offered', () => {
  it('is nothing while the patient does not want to hear about research', () => {
    expect(mayBeOffered(researchRefusals([wish]), 'trial-1')).toBe(false)
  })

  it('is every trial but the one that the patient does not want to hear about', () => {
    const refusals = researchRefusals([{ ...wish, scope: 'trial', trialId: 'trial-1' }])
    expect(mayBeOffered(refusals, 'trial-1')).toBe(false)
    expect(mayBeOffered(refusals, 'trial-2')).toBe(true)
  })

  it('is every trial where only ways of contact are not wanted, or nothing was ever said', () => {
    expect(researchRefusals([{ ...wish, scope: 'contact', routes: ['letter'] }])).toEqual(nothingRefused)
    expect(researchRefusals([])).toEqual(nothingRefused)
  })

  it('is everything again once the wish is withdrawn, unless another holds', () => {
    const ended = { ...wish, withdrawal }
    expect(mayBeOffered(researchRefusals([ended]), 'trial-1')).toBe(true)
    expect(mayBeOffered(researchRefusals([ended, { ...wish, wishId: 'wish-2' }]), 'trial-1')).toBe(false)
  })

  it('is nothing past the day of review too: only the patient ends a wish', () => {
    expect(mayBeOffered(researchRefusals([{ ...wish, reviewOn: '2020-01-01' }]), 'trial-1')).toBe(false)
  })
})

describe('the day of review', () => {
  it.each([
    ['the day before', '2027-11-11', false],
    ['on the day', '2027-11-12', true],
    ['the day after', '2027-11-13', true],
  ])('%s', (_name, on, isDue) => {
    expect(isReviewDue(wish, on)).toBe(isDue)
  })

  it('never comes where none was set', () => {
    expect(isReviewDue({ reviewOn: null }, '2099-01-01')).toBe(false)
  })
})

describe('what was known at an instant', () => {
  const ended = { ...wish, withdrawal }
  it.each([
    ['a moment before the wish', '2026-11-12T09:59:59.999Z', []],
    ['the moment of the wish', '2026-11-12T10:00:00.000Z', [wish]],
    ['a moment before it was withdrawn', '2026-11-20T08:59:59.999Z', [wish]],
    ['the moment it was withdrawn', '2026-11-20T09:00:00.000Z', [ended]],
  ])('%s', (_name, instant, known) => {
    expect(wishesKnownAt([ended], Date.parse(instant))).toEqual(known)
  })
})

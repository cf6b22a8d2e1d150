import { describe, expect, it } from 'vitest'
import { refuseWish, type WishSituation } from './decide-wish.ts'
import { patientWishes } from './patient-wishes.ts'
import type { NewResearchWish, WishAct, WishEvent } from './wish-event.ts'

const asOf = '2026-11-12'
const wish: NewResearchWish = {
  kind: 'researchWish',
  scope: 'all',
  trialId: null,
  routes: [],
  statedOn: asOf,
  toldBy: 'patient',
  reviewOn: '2027-11-12',
}
const line = (act: WishAct, eventId = 'wish-1'): WishEvent => ({
  ...act,
  eventId,
  recordedBy: 'Sister Nwosu, Specialist nurse',
  recordedAt: '2026-11-12T10:00:00.000Z',
})

function refusal(act: WishAct, events: readonly WishEvent[] = [], parts: Partial<WishSituation> = {}) {
  const situation = { wishes: patientWishes(events), bornOn: '1950-03-04', diedOn: null, asOf, isKnownTrial: isFirst }
  const found = refuseWish({ ...situation, ...parts }, act)
  return found === null ? null : (found.errors?.[0]?.pointer ?? found.kind)
}

const isFirst = (trialId: string) => trialId === 'trial-1'

describe('the day on which a wish was stated', () => {
  it.each([
    ['the day before birth', '1950-03-03', '/statedOn'],
    ['the day of birth', '1950-03-04', null],
    ['yesterday', '2026-11-11', null],
    ['today', '2026-11-12', null],
    ['tomorrow', '2026-11-13', '/statedOn'],
  ])('%s', (_name, statedOn, pointer) => {
    expect(refusal({ ...wish, statedOn })).toBe(pointer)
  })
})

describe('the day of review', () => {
  it.each([
    ['yesterday', '2026-11-11', '/reviewOn'],
    ['today', '2026-11-12', '/reviewOn'],
    ['tomorrow', '2026-11-13', null],
    ['none', null, null],
  ])('%s', (_name, reviewOn, pointer) => {
    expect(refusal({ ...wish, reviewOn })).toBe(pointer)
  })
})

describe('what a wish is about', () => {
  it('is a trial that is known, where it is one trial', () => {
    expect(refusal({ ...wish, scope: 'trial', trialId: 'trial-1' })).toBeNull()
    expect(refusal({ ...wish, scope: 'trial', trialId: 'trial-2' })).toBe('/trialId')
    expect(refusal({ ...wish, scope: 'trial', trialId: null })).toBe('/trialId')
    expect(refusal({ ...wish, trialId: 'trial-1' })).toBe('/trialId')
  })

  it('is at least one way of contact, where it is ways of contact', () => {
    expect(refusal({ ...wish, scope: 'contact', routes: ['letter'] })).toBeNull()
    expect(refusal({ ...wish, scope: 'contact' })).toBe('/routes')
    expect(refusal({ ...wish, routes: ['letter'] })).toBe('/routes')
  })

  it('is recorded once, and again only after it was withdrawn', () => {
    const withdrawn = line({ kind: 'researchWishWithdrawn', wishId: 'wish-1', withdrawnOn: asOf, toldBy: 'patient' })
    expect(refusal(wish, [line(wish)])).toBe('already-recorded')
    expect(refusal(wish, [line(wish), withdrawn])).toBeNull()
    const letters = { ...wish, scope: 'contact', routes: ['letter', 'email'] } as const
    expect(refusal({ ...letters, routes: ['email', 'letter'] }, [line(letters)])).toBe('already-recorded')
    expect(refusal({ ...letters, routes: ['letter'] }, [line(letters)])).toBeNull()
  })
})

describe('the end of a wish', () => {
  const held = line({ ...wish, statedOn: '2026-11-10' })
  it.each([
    ['the day before it was stated', '2026-11-09', '/withdrawnOn'],
    ['the day it was stated', '2026-11-10', null],
    ['today', '2026-11-12', null],
    ['tomorrow', '2026-11-13', '/withdrawnOn'],
  ])('%s', (_name, withdrawnOn, pointer) => {
    const end = { kind: 'researchWishWithdrawn', wishId: 'wish-1', withdrawnOn, toldBy: 'relative' } as const
    expect(refusal(end, [held])).toBe(pointer)
  })

  it('comes once, and to a wish of this patient', () => {
    const end = { kind: 'researchWishWithdrawn', wishId: 'wish-1', withdrawnOn: asOf, toldBy: 'gp' } as const
    expect(refusal(end, [held, line(end)])).toBe('wish-ended')
    expect(refusal({ ...end, wishId: 'wish-2' }, [held])).toBe('wish-ended')
  })
})

describe('a death', () => {
  const death = (diedOn: string | null, reason: string | null = null) => ({ kind: 'death', diedOn, reason }) as const
  it.each([
    ['the day before birth', '1950-03-03', '/diedOn'],
    ['today', '2026-11-12', null],
    ['tomorrow', '2026-11-13', '/diedOn'],
  ])('%s', (_name, diedOn, pointer) => {
    expect(refusal(death(diedOn))).toBe(pointer)
  })

  it('that is recorded is corrected or taken back only with the reason', () => {
    const dead = { diedOn: '2026-11-10' }
    expect(refusal(death('2026-11-10'), [], dead)).toBe('already-recorded')
    expect(refusal(death('2026-11-09'), [], dead)).toBe('/reason')
    expect(refusal(death('2026-11-09', 'As certified'), [], dead)).toBeNull()
    expect(refusal(death(null), [], dead)).toBe('/reason')
    expect(refusal(death(null, 'Somebody else'), [], dead)).toBeNull()
    expect(refusal(death(null, 'Somebody else'))).toBe('no-death-recorded')
  })
})

it('a look at the opt-out is not of a day to come', () => {
  expect(refusal({ kind: 'optOutCheck', isOptedOut: true, checkedOn: asOf })).toBeNull()
  expect(refusal({ kind: 'optOutCheck', isOptedOut: true, checkedOn: '2026-11-13' })).toBe('/checkedOn')
})

it('the sensitive flag is set where it is not, and taken away where it is', () => {
  const set = { kind: 'sensitiveFlag', isSensitive: true, reason: 'As the service says' } as const
  expect(refusal(set)).toBeNull()
  expect(refusal(set, [line(set)])).toBe('already-recorded')
  expect(refusal({ ...set, isSensitive: false }, [line(set)])).toBeNull()
  expect(refusal({ ...set, isSensitive: false })).toBe('already-recorded')
})

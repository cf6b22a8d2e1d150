import { expect, it } from 'vitest'
import { referralNotices, refuseReferral } from './referral-notice.ts'
import type { ResearchWish } from './research-wish.ts'
import { noticeText } from './wish-sentences.ts'

const wish = (parts: Partial<ResearchWish>): ResearchWish => ({
  wishId: 'wish-1',
  scope: 'all',
  trialId: null,
  routes: [],
  statedOn: '2026-11-12',
  toldBy: 'patient',
  reviewOn: null,
  recordedBy: 'Sister Nwosu, Specialist nurse',
  recordedAt: '2026-11-12T10:00:00.000Z',
  withdrawal: null,
  ...parts,
})

it('a referral says nothing where nothing is to be minded', () => {
  const patient = { diedOn: null, researchWishes: [] }
  expect(referralNotices(patient, 'trial-1')).toEqual([])
  expect(refuseReferral(patient, 'trial-1')).toBeNull()
})

it('a referral tells of a death, of a wish about its own trial, and of ways of contact, and of no other trial', () => {
  const researchWishes = [
    wish({ scope: 'contact', routes: ['letter', 'email'], statedOn: '2026-01-02' }),
    wish({ scope: 'trial', trialId: 'trial-1' }),
  ]
  const patient = { diedOn: '2026-11-20', researchWishes }
  expect(referralNotices(patient, 'trial-1')).toEqual([
    { kind: 'died', since: '2026-11-20', routes: [] },
    { kind: 'noResearch', since: '2026-11-12', routes: [] },
    { kind: 'noContact', since: '2026-01-02', routes: ['letter', 'email'] },
  ])
  expect(referralNotices(patient, 'trial-2').map(({ kind }) => kind)).toEqual(['died', 'noContact'])
})

it('neither after a death nor against a wish is a referral begun or sent, and the refusal says what to do', () => {
  const refused = refuseReferral({ diedOn: null, researchWishes: [wish({})] }, 'trial-1')
  expect(refused).toMatchObject({ status: 409, kind: 'research-wish' })
  expect(refused?.remedy).toContain('withdraw it under “Wishes and consent”')
  expect(refuseReferral({ diedOn: '2026-11-12', researchWishes: [] }, 'trial-1')).toMatchObject({
    kind: 'patient-died',
  })
  const other = [wish({ scope: 'trial', trialId: 'trial-2' }), wish({ scope: 'contact', routes: ['letter'] })]
  expect(refuseReferral({ diedOn: null, researchWishes: other }, 'trial-1')).toBeNull()
})

it('a notice says since when and what to do, and no reason', () => {
  expect(noticeText({ kind: 'noContact', since: '2026-01-02', routes: ['letter', 'telephone', 'email'] })).toBe(
    'Since 02-Jan-2026 the patient does not want to hear about research by letter, telephone or email. Use another way.',
  )
  expect(noticeText({ kind: 'died', since: '2026-11-20', routes: [] })).toMatch(/^The patient died on 20-Nov-2026\./)
})

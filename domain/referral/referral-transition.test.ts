import { describe, expect, expectTypeOf, it } from 'vitest'
import { isReferralStatus, type ReferralStatus, referralStatuses } from './referral-status.ts'
import {
  type Capacity,
  isTerminal,
  needsReason,
  type ReferralTransition,
  referralTransitions,
  transitionsFrom,
} from './referral-transition.ts'

const statuses = referralStatuses.map(({ status }) => status)

describe('the table of transitions', () => {
  it('names each pair of statuses once and never leads back to the same status', () => {
    const pairs = referralTransitions.flatMap(({ from, to }) => from.map((start) => `${start} → ${to}`))
    expect(new Set(pairs).size).toBe(pairs.length)
    expect(referralTransitions.filter(({ from, to }) => from.includes(to))).toEqual([])
  })

  it('reaches every status from a draft', () => {
    const reached = new Set<ReferralStatus>(['referral-draft'])
    for (const status of reached) for (const { to } of transitionsFrom(status)) reached.add(to)
    expect(reached).toEqual(new Set(statuses))
  })

  it('ends where a referral has closed or the patient is enrolled, and nowhere else', () => {
    const closing = referralStatuses.filter(({ isClosing }) => isClosing).map(({ status }) => status)
    expect(statuses.filter(isTerminal)).toEqual(
      statuses.filter((s) => s === 'enrolled' || closing.some((c) => c === s)),
    )
  })

  it('leads from every open status forward: no transition goes back along the way to enrolment', () => {
    for (const { from, to } of referralTransitions) {
      const orderOf = (status: ReferralStatus) => referralStatuses.find((row) => row.status === status)?.funnelOrder
      const orderTo = orderOf(to)
      if (typeof orderTo !== 'number') continue
      for (const start of from) expect(orderOf(start)).toBeLessThan(orderTo)
    }
  })

  it('asks for a coded reason exactly where a referral closes', () => {
    expect([...new Set(referralTransitions.filter(needsReason).map(({ to }) => to))].sort()).toEqual([
      'cancelled',
      'declined',
      'pre-screen-fail',
      'screen-failed',
    ])
  })

  it('lets only an investigator confirm that a patient is eligible or record a screen failure', () => {
    const byOf = (to: ReferralStatus) => referralTransitions.filter((each) => each.to === to).map(({ by }) => by)
    expect(byOf('eligible')).toEqual([['investigator']])
    expect(byOf('screen-failed')).toEqual([['investigator']])
  })

  it('has screen failure only after consent', () => {
    expect(referralTransitions.find(({ to }) => to === 'screen-failed')?.from).toEqual(['consented', 'eligible'])
  })

  it('asks for the dates of consent and enrolment', () => {
    const dated = referralTransitions.filter(({ needs }) => needs !== null).map(({ to, needs }) => [to, needs])
    expect(dated).toEqual([
      ['consented', 'consentedOn'],
      ['enrolled', 'enrolledOn'],
    ])
  })

  it('keeps software away from the two judgements, in the table and in the type of its rows', () => {
    const judgements = referralTransitions.filter(({ to }) => to === 'pre-screen-pass' || to === 'eligible')
    expect(judgements).toHaveLength(2)
    const capacities: readonly Capacity[] = judgements.flatMap(({ by }) => by)
    expect(capacities).not.toContain('software')
    type RowBySoftware<To extends ReferralStatus> = Omit<ReferralTransition, 'to' | 'by'> & {
      readonly to: To
      readonly by: readonly ['software']
    }
    expectTypeOf<RowBySoftware<'cancelled'>>().toExtend<ReferralTransition>()
    expectTypeOf<RowBySoftware<'eligible'>>().not.toExtend<ReferralTransition>()
    expectTypeOf<RowBySoftware<'pre-screen-pass'>>().not.toExtend<ReferralTransition>()
  })

  it('gives each button its own words', () => {
    const verbs = referralTransitions.map(({ verb }) => verb)
    expect(new Set(verbs).size).toBe(verbs.length)
  })
})

describe('statuses', () => {
  it('have labels of their own, and reasons only where a referral closes', () => {
    expect(new Set(referralStatuses.map(({ label }) => label)).size).toBe(statuses.length)
    for (const row of referralStatuses) expect(row.reasonLists.length > 0).toBe(row.isClosing)
  })

  it('run a clock exactly while somebody is waited for', () => {
    for (const { status, standard } of referralStatuses) expect(standard === null).toBe(isTerminal(status))
  })

  it('are told from other words', () => {
    expect(isReferralStatus('pre-screen-pass')).toBe(true)
    expect(isReferralStatus('Sent')).toBe(false)
    expect(isReferralStatus('waitlisted')).toBe(false)
  })
})

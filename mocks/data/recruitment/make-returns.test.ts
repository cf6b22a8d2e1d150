import { describe, expect, test } from 'vitest'
import { addDays } from '#domain/identity/calendar-date.ts'
import type { Enrolment } from '#domain/recruitment/monthly-actual.ts'
import { summariseTrial } from '#domain/recruitment/summarise-trial.ts'
import type { DemonstrationData } from '../demonstration-data.ts'
import { generateDemonstration } from '../generate-demonstration.ts'
import { trialIdOf } from '../trials/to-demonstration-trial.ts'
import { makeReturns } from './make-returns.ts'
import { recruitmentPlans } from './recruitment-plans.ts'

function summaryOf(data: DemonstrationData, registryId: string) {
  const trialId = trialIdOf(registryId)
  const sites = data.trials.find((trial) => trial.trialId === trialId)?.sites ?? []
  const enrolments: readonly Enrolment[] = data.referrals
    .filter((referral) => referral.trialId === trialId)
    .flatMap(({ siteId, events }) =>
      events.flatMap(({ event }) =>
        event.kind === 'moved' && event.enrolledOn !== null && siteId !== null
          ? [{ siteId, enrolledOn: event.enrolledOn }]
          : [],
      ),
    )
  return summariseTrial(
    {
      sites: sites.flatMap(({ siteId, openedOn, closedOn }) =>
        openedOn === null ? [] : [{ siteId, opensOn: openedOn, closedOn }],
      ),
      returns: data.returns.filter((each) => each.trialId === trialId),
      enrolments,
      targets: data.targets.filter((target) => target.trialId === trialId),
    },
    data.asOf,
  )
}

describe.each(['2026-08-03', '2026-10-31', '2027-03-01', '2028-02-29'])('recruitment as of %s', (asOf) => {
  const data = generateDemonstration({ asOf })
  const ratio = (registryId: string) => {
    const { result } = summaryOf(data, registryId)
    return result.kind === 'rated' ? [result.ratio, result.rating] : [result.kind]
  }

  test('returns and enrolments add up to what each plan tells', () => {
    for (const { registryId, recruited } of recruitmentPlans.filter((plan) => plan.recruited > 0)) {
      expect(summaryOf(data, registryId).toDate.recruited, registryId).toBe(recruited)
    }
  })

  test('one trial is green, one amber at -0.18, one red at -0.55', () => {
    expect(ratio('DEMO-ANL-05')).toEqual([0.05, 'green'])
    expect(ratio('DEMO-PEN-01')).toEqual([-0.18, 'amber'])
    expect(ratio('DEMO-SGC-07')).toEqual([-0.55, 'red'])
  })

  test('a newly opened trial is too early to rate, one in set-up not due, one without a target has counts only', () => {
    expect(ratio('DEMO-GLI-17')).toEqual(['tooEarly'])
    expect(ratio('DEMO-FLC-09')).toEqual(['notDue'])
    expect(ratio('DEMO-MCC-14')).toEqual(['noTarget'])
    expect(summaryOf(data, 'DEMO-MCC-14').toDate.recruited).toBe(13)
  })

  test('exactly one open trial is dormant and one over-recruited', () => {
    const summaries = recruitmentPlans.map(({ registryId }) => ({ registryId, ...summaryOf(data, registryId) }))
    const dormant = summaries.filter(({ dormancy }) => dormancy === 'dormant').map(({ registryId }) => registryId)
    expect(dormant).toEqual(['DEMO-TET-10'])
    const over = summaries.filter((summary) => summary.isOverRecruited === true).map(({ registryId }) => registryId)
    expect(over).toEqual(['DEMO-NET-15'])
  })

  test('the plan of one trial was agreed anew, and the new one is in force', () => {
    const plans = data.targets.filter(({ trialId }) => trialId === trialIdOf('DEMO-EWS-03'))
    expect(plans.map(({ target }) => target)).toEqual([60, 48])
    expect(summaryOf(data, 'DEMO-EWS-03').plan?.target).toBe(48)
  })

  test('some months are not returned, none is returned before it ended or twice', () => {
    const longOver = addDays(asOf, -60).slice(0, 7)
    const forgotten = recruitmentPlans.flatMap(({ registryId }) =>
      summaryOf(data, registryId).siteMonths.filter(
        ({ source, month }) => source === 'notReturned' && month < longOver,
      ),
    )
    expect(forgotten.length).toBeGreaterThan(20)
    expect(forgotten.length).toBeLessThan(data.returns.length / 8)
    for (const { month, returnedOn } of data.returns) expect(returnedOn.slice(0, 7) > month).toBe(true)
    const keys = data.returns.map(({ siteId, month }) => `${siteId} ${month}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('no return is below the enrolments of its month', () => {
    for (const { registryId } of recruitmentPlans) {
      for (const { difference } of summaryOf(data, registryId).siteMonths) {
        expect(difference ?? 0).toBeGreaterThanOrEqual(0)
      }
    }
  })
})

test('more enrolments than a trial has participants are refused by name', () => {
  const { trials, asOf } = generateDemonstration({ asOf: '2026-08-03', patientCount: 0 })
  const siteId = trials.find(({ record }) => record.registryId === 'DEMO-GLI-17')?.sites[0]?.siteId ?? ''
  const enrolments = ['2026-07-02', '2026-07-03'].map((enrolledOn) => ({ siteId, enrolledOn }))
  expect(() => makeReturns(1, asOf, trials, enrolments)).toThrow(/2 referrals to DEMO-GLI-17 .* its plan has 1/)
})

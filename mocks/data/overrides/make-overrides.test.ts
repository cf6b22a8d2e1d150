import { describe, expect, test } from 'vitest'
import { assessTrial } from '#domain/eligibility/assess-trial.ts'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { standingOverrides } from '#domain/eligibility/override-entry.ts'
import { describeStandingOverrides } from '#domain/eligibility/standing-override.ts'
import { trialHeldAt } from '../changes/trials-held-at.ts'
import { generateDemonstration } from '../generate-demonstration.ts'

describe.each(['2026-06-15', '2026-08-03', '2027-02-28'])('clinicians’ verdicts in the demonstration of %s', (asOf) => {
  const data = generateDemonstration({ asOf })
  const pairs = [...Map.groupBy(data.overrides, ({ patientId, trialId }) => `${patientId} ${trialId}`).values()]

  const shown = pairs.map((lines) => {
    const [first] = lines
    const patient = data.patients.find(({ patientId }) => patientId === first?.patientId)
    const source = data.trials.find(({ trialId }) => trialId === first?.trialId)
    const trial = source && trialHeldAt(source, `${asOf}T00:00:00.000Z`)
    if (!patient || !trial) throw new Error('A verdict is about nobody or nothing.')
    const facts = deriveFacts(patient.record)
    const history = lines.map(({ entry }) => entry)
    const standing = describeStandingOverrides({ trial, facts, history, asOf })
    const before = assessTrial(facts, trial, asOf).outcome
    const after = assessTrial(facts, trial, asOf, standingOverrides(history)).outcome
    return { actions: history.map(({ action }) => action), states: standing.map(({ state }) => state), before, after }
  })

  test('one counts, two are up for review as newer results say otherwise, and one was withdrawn', () => {
    expect(shown).toEqual([
      { actions: ['set'], states: ['active'], before: 'needsClinician', after: 'noFailuresFound' },
      { actions: ['set'], states: ['toReview'], before: 'notYet', after: 'notYet' },
      { actions: ['set'], states: ['toReview'], before: 'needsData', after: 'needsData' },
      { actions: ['set', 'withdrawn'], states: [], before: 'needsData', after: 'needsData' },
    ])
  })

  test('each was given by a clinician of the patient’s own hospital, about a trial to which nobody has referred them', () => {
    const referred = new Set(data.referrals.map(({ patientId, trialId }) => `${patientId} ${trialId}`))
    for (const { patientId, trialId, accountId, entry } of data.overrides) {
      const patient = data.patients.find((each) => each.patientId === patientId)
      const account = data.accounts.find((each) => each.accountId === accountId)
      expect(account).toMatchObject({ organisationId: patient?.organisationId, name: entry.by, role: entry.role })
      expect(referred.has(`${patientId} ${trialId}`)).toBe(false)
      expect(entry.at < `${asOf}T00:00:00.000Z`).toBe(true)
    }
  })
})

test('a demonstration of few patients has no verdict that makes sense for none of them', () => {
  expect(generateDemonstration({ asOf: '2026-06-15', patientCount: 1 }).overrides).toEqual([])
})

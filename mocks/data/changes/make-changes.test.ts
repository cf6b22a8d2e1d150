import { expect, test } from 'vitest'
import { assessTrial } from '#domain/eligibility/assess-trial.ts'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { changeKinds } from '#domain/eligibility/news-kinds.ts'
import { standingOverrides } from '#domain/eligibility/override-entry.ts'
import { isOpenInCountries } from '#domain/trial/openness.ts'
import { generateDemonstration } from '../generate-demonstration.ts'
import { seenByDoers } from './seen-by-doers.ts'
import { trialHeldAt } from './trials-held-at.ts'

const asOf = '2026-06-15'
const data = generateDemonstration({ asOf })
const latest = new Map(data.changes.map((change) => [`${change.patientId} ${change.trialId}`, change]))

test('the same seed and day give the same changes, each with an identifier of its own', () => {
  expect(generateDemonstration({ asOf }).changes).toEqual(data.changes)
  expect(new Set(data.changes.map(({ changeId }) => changeId)).size).toBe(data.changes.length)
})

test('there is something of every kind, and two trials that opened in the week before', () => {
  expect(new Set(data.changes.map(({ kind }) => kind))).toEqual(new Set(changeKinds))
  const opened = new Set(data.changes.filter(({ kind }) => kind === 'newTrial').map(({ trialId }) => trialId))
  expect(opened.size).toBe(2)
  for (const trialId of opened) {
    const trial = data.trials.find((each) => each.trialId === trialId)
    expect(trial && trialHeldAt(trial, '2026-06-08T00:00:00.000Z')?.isOpenAtHome).toBe(false)
    expect(trial && isOpenInCountries(trial.record, ['GB'])).toBe(true)
  }
})

test('the last change of a patient and a trial leads to the answer of the day', () => {
  for (const { patientId, trialId, to } of latest.values()) {
    const patient = data.patients.find((each) => each.patientId === patientId)
    const trial = data.trials.find((each) => each.trialId === trialId)
    const held = trial && trialHeldAt(trial, `${asOf}T00:00:00.000Z`)
    if (!patient || !held) throw new Error(`Change of ${patientId} and ${trialId} names nobody or nothing.`)
    if (to === null) continue
    const own = data.overrides.filter((each) => each.patientId === patientId && each.trialId === trialId)
    const standing = standingOverrides(own.map(({ entry }) => entry))
    expect(assessTrial(deriveFacts(patient.record), held, asOf, standing).outcome, `${patientId} ${trialId}`).toBe(to)
  }
})

test('a trial was held before the first change tells of it', () => {
  for (const { trialId, at, trialVersion } of data.changes) {
    const trial = data.trials.find((each) => each.trialId === trialId)
    expect(trial && trialHeldAt(trial, at)?.version).toBe(trialVersion)
  }
})

test('a verdict that a clinician set or withdrew changes the answer at that instant, and its author has seen it', () => {
  const own = data.changes.filter(({ cause }) => cause === 'override')
  expect(own.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['nowMayFit', 'notYet', 'needsData'],
    ['noLongerMatches', 'needsData', 'notMatched'],
    ['noLongerMatches', 'needsData', 'notMatched'],
    ['nowMayFit', 'notMatched', 'needsData'],
    ['nowMayFit', 'needsClinician', 'noFailuresFound'],
  ])
  for (const { patientId, trialId, at, doneBy } of own) {
    const entry = data.overrides.find(
      (each) => each.patientId === patientId && each.trialId === trialId && each.entry.at === at,
    )
    expect(entry?.accountId).toBe(doneBy)
  }
  const seen = seenByDoers(data.changes)
  for (const { changeId, doneBy } of own)
    expect(seen).toContainEqual(expect.objectContaining({ changeId, accountId: doneBy }))
  expect(data.changes.filter(({ cause, doneBy }) => cause !== 'override' && doneBy !== null)).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { buildPatients } from '../../tests/support/build-patient.ts'
import { buildTrials } from '../../tests/support/build-trial.ts'
import type { VerdictOverride } from '../eligibility/applied-override.ts'
import { assessTrial } from '../eligibility/assess-trial.ts'
import { candidacyOf } from '../eligibility/candidate.ts'
import { cohortsOf } from '../eligibility/cohorts-of.ts'
import { deriveFacts } from '../eligibility/derive-facts.ts'
import { evaluateCriterion } from '../eligibility/evaluate-criterion.ts'
import { criterionFingerprint, evidenceFingerprint } from '../eligibility/fingerprint.ts'
import type { PatientRecord } from '../eligibility/patient-record.ts'
import { diagnosisOf, finding, recordWith } from '../eligibility/sample-record.ts'
import { criterionWith, trialWith } from '../eligibility/sample-trial.ts'
import { mayBeOffered } from '../patient-wishes/research-wish.ts'
import type { TrialCriterion } from '../trial/trial-criterion.ts'
import { attritionSteps } from './attrition.ts'
import { addTallies, tallyCaseload } from './caseload-tally.ts'

const asOf = '2026-06-15'
const fibrolamellar = diagnosisOf({ icd10: 'C22.0', topography: 'C22.0', morphology: '8171/3' })
const unjudged = (record: PatientRecord) => ({ facts: deriveFacts(record), overrides: [] })
const patientOf = (parts: Partial<PatientRecord>) => unjudged(recordWith({ diagnoses: [fibrolamellar], ...parts }))

const adult = criterionWith({ id: 'adult', expr: { op: 'age', unit: 'years', min: 18 } })
const platelets = criterionWith({
  id: 'platelets',
  class: 'correctable',
  expr: { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L' },
})
const ecog = criterionWith({ id: 'ecog', expr: { op: 'ps', scale: 'ECOG', in: [0, 1] } })
const plateletsOf = (value: number) => finding('lab', 'platelets', value, asOf, { unit: '10*9/L' })
const ecogOf = (value: number) => finding('performance-status', 'ECOG', value, asOf)

describe('a caseload against the criteria of a trial', () => {
  const trial = trialWith({ cancerTypeIds: ['gi-flc'], criteria: [adult, platelets, ecog] })
  const caseload = [
    patientOf({ bornOn: '2015-01-01' }),
    patientOf({ bornOn: '1980-01-01', observations: [plateletsOf(99), ecogOf(3)] }),
    patientOf({ bornOn: '1980-01-01', observations: [plateletsOf(100), ecogOf(2)] }),
    patientOf({ bornOn: '1980-01-01', observations: [plateletsOf(101)] }),
    patientOf({}),
    patientOf({ diagnoses: [diagnosisOf({ icd10: 'C50.9', topography: 'C50.9', morphology: '8500/3' })] }),
    patientOf({ diedOn: asOf }),
  ]
  const tally = tallyCaseload(trial, caseload, asOf)

  test('counts living patients whose cancer it could take', () => {
    expect(tally.considered).toBe(5)
  })

  test('removes each patient once, at the first criterion that stops; the unknown remain', () => {
    expect(attritionSteps(trial.record.criteria, tally)).toMatchObject([
      { criterionId: 'adult', removed: 1, notYet: 0, undecided: 1, remaining: 4 },
      { criterionId: 'platelets', removed: 1, notYet: 1, undecided: 1, remaining: 3 },
      { criterionId: 'ecog', removed: 1, notYet: 0, undecided: 2, remaining: 2 },
    ])
  })

  test('an outcome weighs every criterion, not only the first that stops', () => {
    expect(tally.outcomes).toEqual({
      noFailuresFound: 0,
      needsClinician: 0,
      needsData: 2,
      notYet: 0,
      notMatched: 3,
    })
  })

  test('a criterion of one cohort and an advisory one remove nobody', () => {
    const bound = trialWith({
      cancerTypeIds: ['gi-flc'],
      criteria: [
        { ...adult, appliesTo: ['A'] },
        { ...ecog, class: 'advisory' },
      ],
    })
    expect(tallyCaseload(bound, caseload, asOf).removed).toEqual([0, 0])
  })

  test('a trial whose cohorts are all closed is judged as if they took patients', () => {
    const record = { ...trial.record, criteria: [{ ...adult, appliesTo: ['A'] }] }
    const closed = { name: 'A', recruitmentStatus: 'setup' } as const
    const open = { name: 'A', recruitmentStatus: 'open' } as const
    const before = tallyCaseload({ ...trial, record: { ...record, cohorts: [closed] } }, caseload, asOf)
    expect(before).toEqual(tallyCaseload({ ...trial, record: { ...record, cohorts: [open] } }, caseload, asOf))
    expect(before.outcomes.noFailuresFound).toBe(3)
  })
})

describe('a clinician’s verdict on a criterion for a patient', () => {
  const trial = trialWith({ cancerTypeIds: ['gi-flc'], criteria: [adult, platelets, ecog] })
  const patient = patientOf({ bornOn: '1980-01-01', observations: [plateletsOf(100), ecogOf(2)] })
  const says = (criterion: TrialCriterion, verdict: 'met' | 'notMet', judged = criterion): VerdictOverride => {
    const found = evaluateCriterion(criterion, patient.facts, { asOf })
    return {
      overrideId: criterion.id,
      criterionId: criterion.id,
      cohort: null,
      verdict,
      reason: 'Seen in clinic today',
      by: 'Dr A Example',
      role: 'oncologist',
      at: '2026-06-15T09:00:00Z',
      softwareVerdict: found?.verdict ?? 'unknown',
      criterionFingerprint: criterionFingerprint(judged),
      evidenceFingerprint: evidenceFingerprint(found),
    }
  }
  const tallyWith = (...overrides: readonly VerdictOverride[]) =>
    tallyCaseload(trial, [{ ...patient, overrides }], asOf)

  test('lets through whom the software stops', () => {
    expect(tallyWith()).toMatchObject({ removed: [0, 0, 1], outcomes: { notMatched: 1 } })
    expect(tallyWith(says(ecog, 'met'))).toMatchObject({ removed: [0, 0, 0], outcomes: { noFailuresFound: 1 } })
  })

  test('stops at its own criterion, for good or for now as the criterion does', () => {
    expect(tallyWith(says(adult, 'notMet'))).toMatchObject({ removed: [1, 0, 0], notYet: [0, 0, 0] })
    const forNow = tallyWith(says(platelets, 'notMet'), says(ecog, 'met'))
    expect(forNow).toMatchObject({ removed: [0, 1, 0], notYet: [0, 1, 0], outcomes: { notYet: 1 } })
  })

  test('says nothing once the criterion reads otherwise', () => {
    const reworded = { ...ecog, text: 'Another wording' }
    expect(tallyWith(says(ecog, 'met', reworded))).toEqual(tallyWith())
  })

  test('stops where it rests on other data than it did and the software stops now', () => {
    const older = { ...says(ecog, 'met'), evidenceFingerprint: 'of an earlier reading' }
    expect(tallyWith(older)).toMatchObject({ removed: [0, 0, 1], outcomes: { notMatched: 1 } })
  })

  test('leaves undecided what it stopped on other data than are held', () => {
    const fit = {
      ...patient,
      facts: patientOf({ bornOn: '1980-01-01', observations: [plateletsOf(100), ecogOf(1)] }).facts,
    }
    const older = { ...says(ecog, 'notMet'), evidenceFingerprint: 'of an earlier reading' }
    expect(tallyCaseload(trial, [{ ...fit, overrides: [older] }], asOf)).toMatchObject({
      removed: [0, 0, 0],
      undecided: [0, 0, 1],
      outcomes: { needsClinician: 1 },
    })
  })
})

describe('for any trial and caseload', () => {
  const caseload = buildPatients(60, 11, asOf).map(unjudged)
  const trials = buildTrials(300, 12).map((trial) => ({
    ...trial,
    record: { ...trial.record, criteria: trial.record.criteria.map((each, index) => ({ ...each, id: `C${index}` })) },
  }))
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const unknownPatient = unjudged(recordWith())

  test('all considered are removed or remain, and outcomes are of all considered', () => {
    for (const trial of trials) {
      const tally = tallyCaseload(trial, caseload, asOf)
      const last = attritionSteps(trial.record.criteria, tally).at(-1)
      expect(sum(tally.removed) + (last === undefined ? tally.considered : (last.remaining ?? -1))).toBe(
        tally.considered,
      )
      expect(sum(Object.values(tally.outcomes))).toBe(tally.considered)
      for (const [index, notYet] of tally.notYet.entries()) {
        expect(notYet).toBeLessThanOrEqual(tally.removed[index] ?? 0)
      }
    }
  })

  test('the outcomes are those of every patient assessed whole', () => {
    for (const trial of trials) {
      const open = { ...trial.record, isOpen: true }
      const whole = caseload
        .filter(({ facts }) => mayBeOffered(facts.researchRefusals, trial.trialId))
        .filter(({ facts }) => candidacyOf(open, facts).kind !== 'notCandidate')
        .map(({ facts }) => assessTrial(facts, trial, asOf).outcome)
      const { outcomes } = tallyCaseload(trial, caseload, asOf)
      for (const [outcome, count] of Object.entries(outcomes)) {
        expect(count, outcome).toBe(whole.filter((each) => each === outcome).length)
      }
    }
  })

  test('without cohorts, those who remain are those whom nothing stops for good or for now', () => {
    const plain = trials.filter(({ record }) => cohortsOf(record.criteria).length === 0)
    expect(plain.length).toBeGreaterThan(100)
    for (const trial of plain) {
      const { considered, removed, outcomes } = tallyCaseload(trial, caseload, asOf)
      expect(considered - sum(removed)).toBe(outcomes.noFailuresFound + outcomes.needsClinician + outcomes.needsData)
    }
  })

  test('a patient of whom nothing is known is removed by no criterion that asks for a fact', () => {
    const asking = trials.filter(({ record }) => record.criteria.every(({ expr }) => expr !== null && isLeaf(expr)))
    expect(asking.length).toBeGreaterThan(30)
    for (const trial of asking) expect(sum(tallyCaseload(trial, [unknownPatient], asOf).removed)).toBe(0)
  })

  test('parts of a caseload add up to the whole', () => {
    for (const trial of trials.slice(0, 100)) {
      const parts = addTallies(
        tallyCaseload(trial, caseload.slice(0, 20), asOf),
        tallyCaseload(trial, caseload.slice(20), asOf),
      )
      expect(parts).toEqual(tallyCaseload(trial, caseload, asOf))
    }
  })
})

/** A rule of several parts may be decided by its form alone, for example "none of nothing". */
function isLeaf(expr: object): boolean {
  return !('of' in expr || 'rule' in expr || 'if' in expr)
}

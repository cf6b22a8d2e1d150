import { describe, expect, test } from 'vitest'
import type { VerdictOverride } from './applied-override.ts'
import { assembleCandidate, outcomeLabel } from './assemble-candidate.ts'
import { assessTrial } from './assess-trial.ts'
import { deriveFacts } from './derive-facts.ts'
import { criterionFingerprint, evidenceFingerprint } from './fingerprint.ts'
import { diagnosisOf, finding, recordWith, treatmentOf } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'

const asOf = '2026-06-15'
const noSites = { sites: [], homeCountries: ['GB'], from: null, isLocationHidden: false, travelLimit: null }
const facts = deriveFacts(
  recordWith({
    bornOn: '1980-01-01',
    diagnoses: [diagnosisOf({ icd10: 'C22.0', topography: 'C22.0', morphology: '8171/3' })],
    observations: [finding('lab', 'platelets', 82, '2026-06-10', { unit: '10*9/L' })],
    treatments: [treatmentOf('carboplatin', { classes: ['chemotherapy'], endedOn: '2026-06-08' })],
  }),
)
const adult = criterionWith({ id: 'adult', expr: { op: 'age', unit: 'years', min: 18 } })
const child = criterionWith({ id: 'child', expr: { op: 'age', unit: 'years', max: 17 } })
const ecog = criterionWith({ id: 'ecog', expr: { op: 'ps', scale: 'ECOG', in: [0, 1] } })
const judgement = criterionWith({ id: 'fit', class: 'judgement', expr: { op: 'attest', by: 'clinician', text: 'Fit' } })
const washout = criterionWith({
  id: 'washout',
  kind: 'exclusion',
  class: 'washout',
  text: 'Chemotherapy within 28 days',
  expr: { op: 'therapy', any: ['chemotherapy'], withinDays: 28 },
})
const toRead = (count: number) => Array.from({ length: count }, (_, place) => criterionWith({ id: `text ${place}` }))

function candidate(criteria: readonly ReturnType<typeof criterionWith>[]) {
  const trial = trialWith({ cancerTypeIds: ['gi-flc'], criteria })
  return assembleCandidate(assessTrial(facts, trial, asOf), noSites, null, null)
}

test('criteria are counted by what is known of them; an answer that only a person can give is not known', () => {
  expect(candidate([adult, child, ecog, judgement, ...toRead(2)]).criteria).toEqual({
    met: 1,
    notMet: 1,
    unknown: 2,
    toRead: 2,
    setByClinician: 0,
  })
})

test('a washout names the first day after it', () => {
  expect(candidate([adult, washout])).toMatchObject({
    outcome: 'notYet',
    blocking: ['Chemotherapy within 28 days'],
    canBeMetFrom: '2026-07-07',
  })
})

test('what excludes the patient stands apart from what would only put the trial off', () => {
  const platelets = criterionWith({
    id: 'platelets',
    class: 'correctable',
    text: 'Platelets at least 100',
    expr: { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L' },
  })
  expect(candidate([platelets, child, washout])).toMatchObject({
    outcome: 'notMatched',
    blocking: ['Criterion child'],
    notMetForNow: ['Platelets at least 100', 'Chemotherapy within 28 days'],
  })
  expect(candidate([adult, platelets, washout])).toMatchObject({
    outcome: 'notYet',
    blocking: ['Platelets at least 100', 'Chemotherapy within 28 days'],
    notMetForNow: [],
  })
  // The same words twice, once for good.
  expect(candidate([{ ...platelets, text: child.text }, child])).toMatchObject({
    blocking: ['Criterion child', 'Criterion child'],
    notMetForNow: [],
  })
})

test('a verdict that has lapsed beside a value that speaks against it is told with that value', () => {
  const fits = criterionWith({
    id: 'fits',
    text: 'Platelets at least 100',
    expr: { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L' },
  })
  const trial = trialWith({ cancerTypeIds: ['gi-flc'], criteria: [fits] })
  const said: VerdictOverride = {
    ...{
      overrideId: 'said',
      criterionId: 'fits',
      cohort: null,
      verdict: 'met',
      reason: 'Repeat sample',
      role: 'oncologist',
    },
    ...{ by: 'Dr A Example', at: '2026-06-01T09:00:00Z', softwareVerdict: 'unknown' },
    criterionFingerprint: criterionFingerprint(fits),
    evidenceFingerprint: evidenceFingerprint(null),
  }
  const shown = assembleCandidate(assessTrial(facts, trial, asOf, [said]), noSites, null, null)
  expect(shown.outcome).toBe('notMatched')
  expect(shown.toLookAgain).toEqual([
    'Set to “met” by Dr A Example, to be looked at again: Platelets at least 100; the record says: Platelets 82 ×10⁹/L on 10-Jun-2026 is below the limit of 100 ×10⁹/L (Laboratory system)',
  ])
  const ruledOut = assessTrial(facts, { ...trial, record: { ...trial.record, criteria: [fits, child] } }, asOf, [said])
  expect(assembleCandidate(ruledOut, noSites, null, null)).toMatchObject({ outcome: 'notMatched', toLookAgain: [] })
})

test('a trial that does not fit is not promised for any day', () => {
  expect(candidate([child, washout])).toMatchObject({ outcome: 'notMatched', canBeMetFrom: null, expiresOn: null })
})

describe('the outcome in words', () => {
  test.each([
    [[adult], 'No criteria failed on the data held'],
    [[adult, judgement], 'Needs a clinician'],
    [[adult, ...toRead(3)], '1 of 4 criteria checked by software, 3 to read'],
    [[adult, ecog, ...toRead(3)], 'Needs data: 2 of 5 criteria checked by software, 3 to read'],
    [[child, ...toRead(3)], 'Not matched on the data held: 1 of 4 criteria checked by software, 3 to read'],
    [[], 'Needs a clinician: no criteria are held, read the protocol'],
  ])('%#: %s', (criteria, label) => {
    expect(candidate(criteria).outcomeLabel).toBe(label)
  })

  test('a trial that is read in part is never said to have no failures', () => {
    const assessment = assessTrial(
      facts,
      trialWith({ cancerTypeIds: ['gi-flc'], criteria: [adult, ...toRead(1)] }),
      asOf,
    )
    expect(outcomeLabel(assessment)).not.toMatch(/no criteria failed/i)
  })
})

test('the referral that stands and the identity of the trial are carried over', () => {
  const trial = trialWith({ registryId: 'DEMO-7', cancerTypeIds: ['gi-flc'], criteria: [adult] })
  const referral = { referralId: 'r', trialId: trial.trialId, trialTitle: 'Trial DEMO-7', status: 'sent' } as const
  expect(assembleCandidate(assessTrial(facts, trial, asOf), noSites, referral, null)).toMatchObject({
    trialId: trial.trialId,
    registryId: 'DEMO-7',
    isDemonstration: true,
    diagnosisGrade: 'exact',
    cohort: null,
    sites: [],
    referral,
  })
})

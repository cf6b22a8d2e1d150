import { describe, expect, test } from 'vitest'
import type { VerdictOverride } from './applied-override.ts'
import { assessTrial } from './assess-trial.ts'
import { deriveFacts } from './derive-facts.ts'
import { criterionFingerprint, evidenceFingerprint } from './fingerprint.ts'
import type { PatientRecord } from './patient-record.ts'
import { diagnosisOf, finding, recordWith } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'
import { screeningChange } from './screening-change.ts'
import type { AnswerBefore, AnswerNow } from './screening-comparison.ts'

const asOf = '2026-08-05'
const fibrolamellar = diagnosisOf({ icd10: 'C22.0', topography: 'C22.0', morphology: '8171/3' })
const ecog = criterionWith({ id: 'ecog', text: 'ECOG 0 or 1', expr: { op: 'ps', scale: 'ECOG', in: [0, 1] } })
const trial = trialWith({ cancerTypeIds: ['gi-flc'], criteria: [ecog] })
const status = (value: number, on = '2026-08-01') => finding('performance-status', 'ECOG', value, on)

function change(before: ReturnType<typeof answered>, now: AnswerNow) {
  const { assessment, isBasket } = before
  const answerBefore: AnswerBefore = { outcome: assessment.outcome, isBasket, reasons: () => assessment }
  const usual = { cause: 'patient', isNewTrial: false, openedOn: null, rulesInUseOn: null, asOf } as const
  return screeningChange({ ...usual, before: answerBefore, now })
}

function factsWith(observations: PatientRecord['observations']) {
  return deriveFacts(recordWith({ bornOn: '1980-01-01', diagnoses: [fibrolamellar], observations }))
}

function given(observations: PatientRecord['observations']): VerdictOverride {
  const [judged] = assessTrial(factsWith(observations), trial, asOf).criteria.criteria
  if (judged === undefined) throw new Error('The trial has no criterion: see its criteria')
  return {
    overrideId: 'override',
    criterionId: 'ecog',
    cohort: null,
    verdict: 'notMet',
    reason: 'Seen in clinic',
    by: 'Dr A Example',
    role: 'oncologist',
    at: '2026-08-05T09:00:00Z',
    softwareVerdict: 'unknown',
    criterionFingerprint: criterionFingerprint(judged.criterion),
    evidenceFingerprint: evidenceFingerprint(judged.verdict),
  }
}

function answered(observations: PatientRecord['observations'], says: VerdictOverride) {
  return { assessment: assessTrial(factsWith(observations), trial, asOf, [says]), isBasket: false }
}

describe('a verdict “not met” of a clinician that is to be looked at again', () => {
  test('is no news where software knows no better', () => {
    const old = [status(1, '2026-06-01')]
    const says = given(old)
    const before = answered(old, says)
    expect(before.assessment.outcome).toBe('notMatched')
    expect(change(before, answered([], says))).toMatchObject({
      kind: 'other',
      to: 'needsClinician',
      because: ['Set to “not met” by Dr A Example, to be looked at again: ECOG 0 or 1'],
    })
  })

  test('is told with the value that fits, where there is one', () => {
    const says = given([])
    const found = change(answered([], says), answered([status(1)], says))
    expect(found).toMatchObject({ kind: 'nowMayFit', to: 'needsClinician' })
    expect(found?.because).toEqual([
      'Set to “not met” by Dr A Example, to be looked at again: ECOG 0 or 1',
      expect.stringContaining('ECOG performance status 1 on 01-Aug-2026'),
    ])
  })
})

import { describe, expect, test } from 'vitest'
import type { VerdictOverride } from './applied-override.ts'
import { assessTrial } from './assess-trial.ts'
import { deriveFacts } from './derive-facts.ts'
import { criterionFingerprint, evidenceFingerprint } from './fingerprint.ts'
import type { PatientRecord } from './patient-record.ts'
import { diagnosisOf, finding, recordWith } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'
import { changeLabel, screeningChange } from './screening-change.ts'
import type { AnswerBefore, AnswerNow } from './screening-comparison.ts'

const asOf = '2026-08-05'
const fibrolamellar = diagnosisOf({ icd10: 'C22.0', topography: 'C22.0', morphology: '8171/3' })
const ecog = criterionWith({ id: 'ecog', text: 'ECOG 0 or 1', expr: { op: 'ps', scale: 'ECOG', in: [0, 1] } })
const fit = criterionWith({
  id: 'fit',
  text: 'Fit for either treatment',
  expr: { op: 'attest', by: 'clinician', text: 'Fit for either treatment' },
})
const trial = trialWith({ cancerTypeIds: ['gi-flc'], criteria: [ecog] })
const status = (value: number, on = '2026-08-01') => finding('performance-status', 'ECOG', value, on)

function change(before: ReturnType<typeof answered>, now: AnswerNow) {
  const { assessment, isBasket } = before
  const answerBefore: AnswerBefore = { outcome: assessment.outcome, isBasket, reasons: () => assessment }
  const usual = {
    cause: 'patient',
    isNewTrial: false,
    openedOn: null,
    rulesInUseOn: null,
    wasKeptBy: null,
    asOf,
  } as const
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
  test('is told as that where software knows no better', () => {
    const old = [status(1, '2026-06-01')]
    const says = given(old)
    const before = answered(old, says)
    expect(before.assessment.outcome).toBe('notMatched')
    expect(change(before, answered([], says))).toMatchObject({
      kind: 'toLookAgain',
      to: 'needsClinician',
      because: ['Set to “not met” by Dr A Example, to be looked at again: ECOG 0 or 1'],
    })
  })

  test('is told with the value that fits, where there is one, and never as “now may fit”', () => {
    const says = given([])
    const found = change(answered([], says), answered([status(1)], says))
    expect(found).toMatchObject({ kind: 'toLookAgain', to: 'needsClinician' })
    expect(found?.because).toEqual([
      'Set to “not met” by Dr A Example, to be looked at again: ECOG 0 or 1',
      expect.stringContaining('ECOG performance status 1 on 01-Aug-2026'),
    ])
    expect(found && changeLabel(found)).toBe('To be looked at again')
  })

  test('is no news of its own where software says the same, or the patient is ruled out by something else', () => {
    const says = given([])
    expect(change(answered([], says), answered([status(3)], says))).toBeNull()
  })
})

describe('a verdict “met” of a clinician that a later value speaks against', () => {
  const says = { ...given([status(2)]), verdict: 'met', softwareVerdict: 'notMet' } as const

  test('is told with that value, of which nobody has said anything', () => {
    const before = answered([status(2)], says)
    const now = answered([status(2), status(3, '2026-08-04')], says)
    expect(before.assessment.outcome).toBe('noFailuresFound')
    expect(now.assessment.outcome).toBe('notMatched')
    expect(change(before, now)).toMatchObject({ kind: 'noLongerMatches', to: 'notMatched' })
    expect(change(before, now)?.because).toEqual([
      'Set to “met” by Dr A Example, to be looked at again: ECOG 0 or 1',
      expect.stringContaining('ECOG performance status 3 on 04-Aug-2026'),
    ])
  })
})

describe('a verdict of a clinician on a criterion that software cannot judge', () => {
  const asked = trialWith({ cancerTypeIds: ['gi-flc'], criteria: [ecog, fit] })
  const good = [status(1)]
  /** The verdict was given on 5 August; a judgement holds for 28 days. */
  const on = (
    day: string,
    observations = good,
    said: readonly VerdictOverride[] = [says],
  ): AnswerNow & ReturnType<typeof answered> => ({
    assessment: assessTrial(factsWith(observations), asked, day, said),
    isBasket: false,
  })
  const judged = assessTrial(factsWith(good), asked, asOf).criteria.criteria.find(
    ({ criterion }) => criterion.id === 'fit',
  )
  if (judged === undefined) throw new Error('The trial does not ask whether the patient is fit: see its criteria')
  const says: VerdictOverride = {
    ...given(good),
    criterionId: 'fit',
    verdict: 'met',
    criterionFingerprint: criterionFingerprint(judged.criterion),
    evidenceFingerprint: evidenceFingerprint(judged.verdict),
  }
  const again = 'Set to “met” by Dr A Example, to be looked at again: Fit for either treatment'
  const fresh = [status(1, '2026-09-01')]

  test('is told when it has lapsed, on the day and once', () => {
    expect(on('2026-09-02', fresh).assessment.outcome).toBe('noFailuresFound')
    expect(change(on('2026-09-01', fresh), on('2026-09-02', fresh))).toBeNull()
    expect(change(on('2026-09-02', fresh), on('2026-09-03', fresh))).toMatchObject({
      kind: 'toLookAgain',
      from: 'noFailuresFound',
      to: 'needsClinician',
      because: [again],
    })
    expect(change(on('2026-09-03', fresh), on('2026-09-04', fresh))).toBeNull()
  })

  test('is told where the outcome stays the same, because something else is open too', () => {
    const found = change(on('2026-09-02', []), on('2026-09-03', []))
    expect(found).toMatchObject({ kind: 'toLookAgain', from: 'needsData', to: 'needsData', because: [again] })
    expect(change(on('2026-09-03', []), on('2026-09-04', []))).toBeNull()
  })

  test('is told still where the outcome becomes another one that would be no news by itself', () => {
    const found = change(on('2026-09-03', []), on('2026-09-03', fresh))
    expect(found).toMatchObject({ kind: 'toLookAgain', from: 'needsData', to: 'needsClinician' })
    expect(found?.because).toEqual([again, expect.stringMatching(/^Known now: .*ECOG/)])
  })

  test('is not told where the patient is ruled out anyway', () => {
    const unfit = [status(3, '2026-09-01')]
    expect(change(on('2026-09-02', unfit), on('2026-09-03', unfit))).toBeNull()
    expect(change(on('2026-09-02', fresh), on('2026-09-03', unfit))).toMatchObject({ kind: 'noLongerMatches' })
  })

  test('is named beside a better answer, which is told as such', () => {
    const found = change(on('2026-09-02', [status(3, '2026-09-01')]), on('2026-09-03', fresh))
    expect(found).toMatchObject({ kind: 'nowMayFit', from: 'notMatched', to: 'needsClinician' })
    expect(found?.because).toContain(again)
  })

  test('is told without what was known before only where the outcome is another one', () => {
    const unexplained = ({ assessment, isBasket }: ReturnType<typeof on>): AnswerBefore => ({
      outcome: assessment.outcome,
      isBasket,
      reasons: () => null,
    })
    const compared = {
      cause: 'rules',
      isNewTrial: false,
      openedOn: null,
      rulesInUseOn: null,
      wasKeptBy: null,
      asOf,
    } as const
    const lapsed = on('2026-09-03', fresh)
    expect(screeningChange({ ...compared, before: unexplained(on('2026-09-02', fresh)), now: lapsed })?.kind).toBe(
      'toLookAgain',
    )
    expect(screeningChange({ ...compared, before: unexplained(lapsed), now: lapsed })).toBeNull()
  })
})

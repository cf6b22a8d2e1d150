import { describe, expect, test } from 'vitest'
import type { TrialRecord } from '../trial/trial-record.ts'
import type { VerdictOverride } from './applied-override.ts'
import { assessTrial } from './assess-trial.ts'
import { deriveFacts } from './derive-facts.ts'
import { criterionFingerprint, evidenceFingerprint } from './fingerprint.ts'
import type { Outcome } from './outcome-label.ts'
import type { PatientRecord } from './patient-record.ts'
import { confirmed, diagnosisOf, finding, recordWith } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'
import { changeLabel, screeningChange } from './screening-change.ts'
import type { AnswerBefore, ScreeningComparison } from './screening-comparison.ts'

const asOf = '2026-08-05'
const fibrolamellar = diagnosisOf({ icd10: 'C22.0', topography: 'C22.0', morphology: '8171/3' })
const platelets = criterionWith({
  id: 'platelets',
  class: 'correctable',
  text: 'Platelets at least 100',
  expr: { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L' },
})
const ecog = criterionWith({ id: 'ecog', text: 'ECOG 0 or 1', expr: { op: 'ps', scale: 'ECOG', in: [0, 1] } })
const text = criterionWith({ id: 'text' })
const criteria = [platelets, ecog]

const platelet = (value: number) => finding('lab', 'platelets', value, '2026-08-03', { unit: '10*9/L' })
const status = (value: number, on = '2026-08-01') => finding('performance-status', 'ECOG', value, on)

function answer(
  parts: Partial<PatientRecord>,
  trial: Partial<TrialRecord> = {},
  day: string = asOf,
): Extract<ScreeningComparison['now'], { assessment: unknown }> {
  const facts = deriveFacts(recordWith({ bornOn: '1980-01-01', diagnoses: [fibrolamellar], ...parts }))
  const asked = trialWith({ cancerTypeIds: ['gi-flc'], criteria, ...trial })
  return { assessment: assessTrial(facts, asked, day), isBasket: trial.isBasket ?? false }
}

function asBefore({ assessment, isBasket }: ReturnType<typeof answer>): AnswerBefore {
  return { outcome: assessment.outcome, isBasket, reasons: () => assessment }
}

function change(parts: Partial<ScreeningComparison>) {
  const usual = {
    before: null,
    cause: 'patient',
    isNewTrial: false,
    openedOn: null,
    rulesInUseOn: null,
    wasKeptBy: null,
    asOf,
  } as const
  return screeningChange({ ...usual, now: answer(good), ...parts })
}

const good = { observations: [platelet(120), status(1)] }
const low = { observations: [platelet(82), status(1)] }
const withoutStatus = { observations: [platelet(120)] }

describe('a verdict of a clinician', () => {
  const facts = deriveFacts(recordWith({ bornOn: '1980-01-01', diagnoses: [fibrolamellar], ...withoutStatus }))
  const trial = trialWith({ cancerTypeIds: ['gi-flc'], criteria })
  const open = assessTrial(facts, trial, asOf)
  const judged = open.criteria.criteria.find(({ criterion }) => criterion.id === 'ecog')
  const says: VerdictOverride = {
    overrideId: 'override',
    criterionId: 'ecog',
    cohort: null,
    verdict: 'met',
    reason: 'Seen in clinic',
    by: 'Dr A Example',
    role: 'oncologist',
    at: '2026-08-05T09:00:00Z',
    criterionFingerprint: judged === undefined ? '' : criterionFingerprint(judged.criterion),
    evidenceFingerprint: judged === undefined ? '' : evidenceFingerprint(judged.verdict),
    softwareVerdict: 'unknown',
  }
  const withVerdict = { assessment: assessTrial(facts, trial, asOf, [says]), isBasket: false }
  const without = { assessment: open, isBasket: false }

  test('is told as set by whom, and never as something that is known now', () => {
    expect(change({ cause: 'override', before: asBefore(without), now: withVerdict })).toMatchObject({
      to: 'noFailuresFound',
      because: ['Set to “met” by Dr A Example: ECOG 0 or 1'],
    })
  })

  test('that is withdrawn is told as withdrawn, and never as a value found', () => {
    expect(change({ cause: 'override', before: asBefore(withVerdict), now: without })).toMatchObject({
      to: 'needsData',
      because: ['The verdict of a clinician was withdrawn: ECOG 0 or 1'],
    })
  })
})

describe('an answer gets worse', () => {
  test('because of a value beyond a limit: the value, its date and the limit are said', () => {
    expect(change({ before: asBefore(answer(good)), now: answer(low) })).toEqual({
      kind: 'noLongerMatches',
      from: 'noFailuresFound',
      to: 'notYet',
      because: [expect.stringMatching(/^Platelets 82 .* on 03-Aug-2026 is below the limit of 100/)],
      hasTextToRead: false,
      isSetByClinician: false,
    })
  })

  test('because of one criterion more: what stopped the patient already is not said again', () => {
    const worse = { observations: [platelet(82), status(3)] }
    const found = change({ before: asBefore(answer(low)), now: answer(worse) })
    expect(found).toMatchObject({ kind: 'noLongerMatches', from: 'notYet', to: 'notMatched' })
    expect(found?.because.join()).toContain('ECOG')
    expect(found?.because.join()).not.toContain('Platelets')
  })

  test('because a result has gone stale: nobody is told unasked, and history says which', () => {
    const before = asBefore(answer(good))
    const found = change({ before, now: answer(good, {}, '2026-08-30'), cause: 'day', asOf: '2026-08-30' })
    expect(found).toMatchObject({ kind: 'other', from: 'noFailuresFound', to: 'needsData' })
    expect(found?.because.join()).toContain(
      'ECOG performance status 1 on 01-Aug-2026 (Laboratory system) is 29 days old; usual limit: 28 days',
    )
  })

  test('because criteria came into use: that is said, with what they stop, and no limit of time', () => {
    const before = asBefore(answer(low, { criteria: [{ ...platelets, expr: null }, ecog] }))
    const found = change({ before, now: answer(low), cause: 'day', rulesInUseOn: asOf })
    expect(found).toMatchObject({ from: 'needsClinician', to: 'notYet' })
    expect(found?.because).toEqual([
      'Criteria of the trial came into use on 05-Aug-2026: software checks them from that day',
      expect.stringMatching(/^Platelets 82 .* is below the limit of 100/),
    ])
  })

  test.each([
    ['notOpen', 'The trial is no longer open here'],
    ['otherCancer', 'The cancer type no longer fits'],
    ['patientDied', 'The patient has died'],
  ] as const)('because the trial is not offered any more: %s', (because, sentence) => {
    expect(change({ before: asBefore(answer(low)), now: { because } })).toMatchObject({
      kind: 'noLongerMatches',
      to: null,
      because: [sentence],
    })
  })

  test('a trial that did not fit and goes is no news', () => {
    const before: AnswerBefore = { ...asBefore(answer(low)), outcome: 'notMatched' }
    expect(change({ before, now: { because: 'notOpen' } })).toBeNull()
  })
})

describe('an answer gets better', () => {
  test('because a value is within the limit again', () => {
    const found = change({ before: asBefore(answer(low)), now: answer(good) })
    expect(found).toMatchObject({ kind: 'nowMayFit', from: 'notYet', to: 'noFailuresFound' })
    expect(found?.because).toEqual([expect.stringMatching(/^Platelets 120 .* is at or above the limit of 100/)])
  })

  test('because criteria came into use of which none stops the patient: no limit of time is said to be reached', () => {
    const before = asBefore(answer(good, { criteria: [text] }))
    const found = change({ before, now: answer(good), cause: 'day', rulesInUseOn: asOf })
    expect(found).toMatchObject({ from: 'needsClinician', to: 'noFailuresFound' })
    expect(found?.because).toEqual([
      'Criteria of the trial came into use on 05-Aug-2026: software checks them from that day',
    ])
    const unexplained = { ...before, reasons: () => null }
    expect(change({ before: unexplained, now: answer(good), cause: 'day', rulesInUseOn: asOf })?.because).toHaveLength(
      1,
    )
    expect(change({ before, now: answer(good), cause: 'day' })?.because).toEqual(['A limit of time has been reached'])
  })

  test('because the last missing item is known', () => {
    const found = change({ before: asBefore(answer(withoutStatus)), now: answer(good) })
    expect(found).toMatchObject({ kind: 'nowMayFit', from: 'needsData', to: 'noFailuresFound' })
    expect(found?.because).toEqual([expect.stringMatching(/^Known now: .*ECOG/)])
  })

  test('because a category is confirmed: what is known is said without asking for it', () => {
    const untreated = criterionWith({ id: 'e', kind: 'exclusion', expr: { op: 'therapy', any: ['platinum'] } })
    const asked = { criteria: [untreated] }
    const assertions = [confirmed('treatment-history-complete', '2026-08-01')]
    const found = change({ before: asBefore(answer({}, asked)), now: answer({ assertions }, asked) })
    expect(found?.because).toEqual(['Known now: treatment history complete'])
  })

  test('only because the value that stopped the patient has gone stale: no news, and history says which', () => {
    const now = answer(low, {}, '2026-09-15')
    const found = change({ before: asBefore(answer(low)), now, cause: 'day', asOf: '2026-09-15' })
    expect(found).toMatchObject({ kind: 'other', from: 'notYet', to: 'needsData' })
    expect(found?.because.join()).toContain('Platelets 82')
  })

  test('because the protocol dropped a criterion: its words are said', () => {
    const now = answer(low, { criteria: [ecog] })
    expect(change({ before: asBefore(answer(low)), now, cause: 'trial' })?.because).toEqual([
      'Does not stop the patient any more: Platelets at least 100',
    ])
  })

  test('where part of the protocol is to be read, the words never say that the patient fits', () => {
    const now = answer(good, { criteria: [...criteria, text] })
    const found = change({ before: asBefore(answer(low)), now })
    expect(found).toMatchObject({ kind: 'nowMayFit', to: 'needsClinician', hasTextToRead: true })
    expect(found && changeLabel(found)).toBe('Criteria to read')
  })
})

describe('a trial that was not offered before', () => {
  test.each([
    ['2026-07-20', 'Opened on 20-Jul-2026'],
    ['2026-07-05', 'Opened on 05-Jul-2026'],
    ['2026-07-04', 'Listed as open here since 05-Aug-2026'],
    ['2026-08-06', 'Listed as open here since 05-Aug-2026'],
    [null, 'Listed as open here since 05-Aug-2026'],
  ])('new, its first site opened on %s', (openedOn, sentence) => {
    expect(change({ isNewTrial: true, openedOn, cause: 'trial' })).toMatchObject({
      kind: 'newTrial',
      from: null,
      to: 'noFailuresFound',
      because: [sentence],
    })
  })

  test('not new: the cancer type of the patient fits now', () => {
    expect(change({})).toMatchObject({ kind: 'nowMayFit', because: ['The cancer type fits now'] })
  })

  test('new and ruled out: history where time may mend it, nothing where nothing does', () => {
    expect(change({ isNewTrial: true, now: answer(low) })).toMatchObject({ kind: 'other', to: 'notYet' })
    expect(change({ isNewTrial: true, now: answer({ observations: [platelet(120), status(3)] }) })).toBeNull()
  })
})

describe('a trial for many cancers', () => {
  const basket = (parts: Partial<PatientRecord>) => answer(parts, { isBasket: true, cancerTypeIds: [] })

  test('comes and goes without news', () => {
    expect(change({ isNewTrial: true, now: basket(good) })).toBeNull()
    expect(change({ before: asBefore(basket(good)), now: { because: 'notOpen' } })).toBeNull()
  })

  test('is history and never told of as one that fits', () => {
    expect(change({ before: asBefore(basket(low)), now: basket(good) })).toMatchObject({ kind: 'other' })
  })
})

test('the same outcome is no change, whatever else has changed', () => {
  expect(change({ before: asBefore(answer(good)), now: answer(good) })).toBeNull()
  const otherGap = { observations: [status(1)] }
  expect(change({ before: asBefore(answer(withoutStatus)), now: answer(otherGap) })).toBeNull()
})

test('“No longer matches” is said of what is ruled out alone', () => {
  const lost = { kind: 'noLongerMatches', hasTextToRead: false } as const
  expect(changeLabel({ ...lost, to: 'notMatched' })).toBe('No longer matches')
  expect(changeLabel({ ...lost, to: 'notYet' })).toBe('Put off for now')
  expect(changeLabel({ ...lost, to: null })).toBe('Not listed any more')
})

test('every pair of outcomes has a reason, and no words promise that a patient is fit to join', () => {
  const all: readonly Outcome[] = ['notMatched', 'notYet', 'needsData', 'needsClinician', 'noFailuresFound']
  for (const from of all) {
    for (const to of all.filter((each) => each !== from)) {
      const now = answer(good)
      const found = change({
        before: { outcome: from, isBasket: false, reasons: () => ({ ...now.assessment, blocking: [], open: [] }) },
        now: { ...now, assessment: { ...now.assessment, outcome: to, blocking: [], open: [] } },
        cause: 'rules',
      })
      expect(found?.because.length, `${from} to ${to}`).toBeGreaterThan(0)
      expect(`${found && changeLabel(found)} ${found?.because.join()}`.toLowerCase()).not.toContain('eligible')
    }
  }
})

import { describe, expect, test } from 'vitest'
import { assessTrial } from './assess-trial.ts'
import type { Expr } from './criterion.ts'
import { deriveFacts } from './derive-facts.ts'
import type { PatientRecord } from './patient-record.ts'
import { finding, recordWith } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'
import { screeningChange } from './screening-change.ts'
import type { AnswerNow, ChangeCause } from './screening-comparison.ts'

/* Of a trial with cohorts, an answer changes because of the cohort that changed, whichever is shown before or after. */

const asOf = '2026-08-05'
const atLeast = (analyte: string, value: number, unit: string): Expr => ({ op: 'lab', analyte, cmp: '>=', value, unit })
const platelets = { expr: atLeast('platelets', 100, '10*9/L') }
const haemoglobin = { expr: atLeast('haemoglobin', 100, 'g/L') }
const criteria = [
  criterionWith({ id: 'a', text: 'Platelets, cohort A', appliesTo: ['A'], ...platelets }),
  criterionWith({ id: 'b', text: 'Haemoglobin, cohort B', appliesTo: ['B'], ...haemoglobin }),
]
const cohorts = (b: 'open' | 'paused') =>
  [
    { name: 'A', recruitmentStatus: 'open' },
    { name: 'B', recruitmentStatus: b },
  ] as const

const result = (code: string, value: number, unit: string) => finding('lab', code, value, '2026-08-03', { unit })
const counts = (value: number) => result('platelets', value, '10*9/L')
const hb = (value: number) => result('haemoglobin', value, 'g/L')

function answer(
  observations: PatientRecord['observations'],
  { b = 'open', asked = criteria, day = asOf }: { b?: 'open' | 'paused'; asked?: typeof criteria; day?: string } = {},
): AnswerNow {
  const trial = trialWith({ isBasket: true, cohorts: cohorts(b), criteria: asked })
  return {
    assessment: assessTrial(deriveFacts(recordWith({ sex: 'male', observations })), trial, day),
    isBasket: false,
  }
}

function change({ assessment }: AnswerNow, now: AnswerNow, cause: ChangeCause = 'patient') {
  const before = { outcome: assessment.outcome, isBasket: false, reasons: () => assessment }
  return screeningChange({
    before,
    now,
    cause,
    isNewTrial: false,
    openedOn: null,
    rulesInUseOn: null,
    wasKeptBy: null,
    asOf,
  })
}

describe('a patient who fitted one of two cohorts', () => {
  const before = answer([counts(82), hb(120)])

  test('no longer matches because of what now excludes from that one, and not of what excluded from the other', () => {
    const found = change(before, answer([counts(82), hb(90)]))
    expect(found).toMatchObject({ kind: 'noLongerMatches', from: 'noFailuresFound', to: 'notMatched' })
    expect(found?.because).toEqual([expect.stringMatching(/^Cohort B: Haemoglobin 90 .* is below the limit of 100/)])
  })

  test('is told which value has gone stale', () => {
    const now = answer([counts(82), hb(120)], { day: '2026-10-05' })
    expect(change(before, now, 'day')?.because).toEqual([
      expect.stringMatching(/^Cohort B: Haemoglobin 120 .* days old/),
    ])
  })

  test('no longer matches because that one closed', () => {
    const found = change(before, answer([counts(82), hb(120)], { b: 'paused' }), 'trial')
    expect(found?.because).toEqual(['Cohort B is no longer open'])
  })

  test('is told of no change where only the reasons of the other cohort change', () => {
    expect(change(before, answer([hb(120)]))).toBeNull()
    expect(change(before, answer([counts(120), hb(120)]))).toBeNull()
  })
})

describe('a patient whom no cohort fitted yet', () => {
  const before = answer([counts(82), hb(90)])

  test('may fit because of what no longer excludes from one, and the other is not said to fit', () => {
    const found = change(before, answer([counts(82), hb(120)]))
    expect(found).toMatchObject({ kind: 'nowMayFit', to: 'noFailuresFound' })
    expect(found?.because).toEqual([
      expect.stringMatching(/^Cohort B: Haemoglobin 120 .* at or above the limit of 100/),
    ])
  })

  test('is told what is known now without a cohort, because it is known of the patient', () => {
    const found = change(answer([counts(82)]), answer([counts(82), hb(120)]))
    expect(found).toMatchObject({ from: 'needsData', to: 'noFailuresFound' })
    expect(found?.because).toEqual([expect.stringMatching(/^Known now: .*aemoglobin/)])
  })

  test('may fit because a cohort opened', () => {
    const closed = answer([counts(82), hb(120)], { b: 'paused' })
    expect(change(closed, answer([counts(82), hb(120)]), 'trial')?.because).toEqual(['Cohort B is open now'])
  })

  test('does not fit better because a result that excluded from one has gone stale', () => {
    const old = finding('lab', 'haemoglobin', 90, '2026-06-01', { unit: 'g/L' })
    const women = criterionWith({ id: 'a', text: 'Women', appliesTo: ['A'], expr: { op: 'sex', in: ['female'] } })
    const asked = [women, ...criteria.slice(1)]
    const was = answer([old], { asked, day: '2026-06-10' })
    const now = answer([old], { asked })
    expect(now.assessment).toMatchObject({ outcome: 'needsData', criteria: { cohort: 'B' } })
    expect(change(was, now, 'day')).toMatchObject({ kind: 'other', to: 'needsData' })
  })

  test('is told of no change where the reasons change and none fits', () => {
    const other = criteria.map((each) => (each.id === 'b' ? { ...each, id: 'c', text: 'Other words' } : each))
    expect(change(before, answer([counts(82), hb(90)], { asked: other }), 'trial')).toBeNull()
  })
})

test('what excludes from every cohort is told once and of none', () => {
  const adult = criterionWith({ id: 'all', text: 'ECOG 0 or 1', expr: { op: 'ps', scale: 'ECOG', in: [0, 1] } })
  const asked = [...criteria, adult]
  const status = (value: number) => finding('performance-status', 'ECOG', value, '2026-08-01')
  const found = change(
    answer([counts(120), hb(120), status(1)], { asked }),
    answer([counts(120), hb(120), status(3)], { asked }),
  )
  expect(found?.because).toEqual([expect.stringMatching(/^ECOG performance status 3/)])
})

import { describe, expect, it } from 'vitest'
import { addDays } from '../../identity/calendar-date.ts'
import { deriveFacts } from '../derive-facts.ts'
import { evaluateLeaf } from '../evaluate-leaf.ts'
import type { Leaf } from '../leaf.ts'
import type { Assertion, Observation, PatientRecord } from '../patient-record.ts'
import { allConfirmed, diagnosisOf, finding, recordWith } from '../sample-record.ts'

const today = '2026-08-04'

function ask(
  leaf: Leaf,
  observations: readonly Observation[],
  assertions: readonly Assertion[] = [],
  parts: Partial<PatientRecord> = {},
) {
  return evaluateLeaf(leaf, deriveFacts(recordWith({ observations, assertions, ...parts })), today)
}

describe('silence of the record', () => {
  it.each<[string, Leaf, string, number]>([
    ['a condition', { op: 'condition', concept: 'stroke', status: 'history' }, 'comorbidities-reviewed', 90],
    ['a medicine', { op: 'medication', concept: 'lmwh', status: 'active' }, 'medicines-reviewed', 28],
    ['an infection', { op: 'infection', agent: 'HBV', result: 'active' }, 'infection-status-reviewed', 180],
    ['a toxicity', { op: 'toxicity', term: 'hearing-loss', gradeMin: 2 }, 'comorbidities-reviewed', 28],
    ['another cancer', { op: 'otherMalignancy', withinDays: 1826 }, 'comorbidities-reviewed', 90],
  ])('about %s is unknown until its category is confirmed complete', (_name, leaf, category, days) => {
    expect(ask(leaf, [])).toMatchObject({
      verdict: 'unknown',
      reason: 'notConfirmedComplete',
      item: { key: `assertion:${category}` },
    })
    const daysAgo = (count: number) => addDays(today, -count)
    expect(ask(leaf, [], allConfirmed(daysAgo(days))).verdict).toBe('notMet')
    expect(ask(leaf, [], allConfirmed(daysAgo(days + 1)))).toMatchObject({ verdict: 'unknown', reason: 'stale' })
  })
})

describe('a condition', () => {
  const stroke = (value: string, on: string, detail = {}) => finding('condition', 'stroke', value, on, { detail })

  it('is active by its latest record, and history for good', () => {
    const rows = [stroke('active', '2024-01-01'), stroke('history', '2026-07-01')]
    expect(ask({ op: 'condition', concept: 'stroke', status: 'active' }, rows).verdict).toBe('notMet')
    expect(ask({ op: 'condition', concept: 'stroke', status: 'history' }, rows).verdict).toBe('met')
    expect(
      ask({ op: 'condition', concept: 'stroke', status: 'active' }, [stroke('active', '2026-07-01')]).verdict,
    ).toBe('met')
  })

  it('within 183 days counts to the 183rd, and says when it ends', () => {
    const leaf: Leaf = { op: 'condition', concept: 'stroke', withinDays: 183 }
    expect(ask(leaf, [stroke('active', '2026-02-02')], allConfirmed(today))).toMatchObject({
      verdict: 'met',
      changesOn: '2026-08-05',
    })
    expect(ask(leaf, [stroke('active', '2026-02-01')], allConfirmed(today)).verdict).toBe('notMet')
    expect(ask(leaf, [stroke('active', '2026-02-01')]).verdict).toBe('unknown')
  })

  it('recorded as absent answers no for as long as a review would', () => {
    const leaf: Leaf = { op: 'condition', concept: 'stroke', status: 'active' }
    expect(ask(leaf, [stroke('absent', '2026-05-06')]).verdict).toBe('notMet')
    expect(ask(leaf, [stroke('absent', '2026-05-05')]).verdict).toBe('unknown')
  })

  it('in a word that says neither present nor absent stays open, whoever confirmed the list', () => {
    const leaf: Leaf = { op: 'condition', concept: 'stroke', status: 'active' }
    expect(ask(leaf, [stroke('suspected', '2026-08-01')], allConfirmed(today)).verdict).toBe('unknown')
  })

  it('is asked with severity and treatment', () => {
    const crisis: Leaf = { op: 'condition', concept: 'stroke', severityMin: 'MGFA-IV', withinDays: 183 }
    const verdicts = ['MGFA-III', 'MGFA-IVa', 'MGFA-V', 'NYHA-IV', undefined].map(
      (severity) =>
        ask(crisis, [stroke('active', '2026-07-01', severity === undefined ? {} : { severity })], allConfirmed(today))
          .verdict,
    )
    expect(verdicts).toEqual(['notMet', 'met', 'met', 'unknown', 'unknown'])
    const treated: Leaf = { op: 'condition', concept: 'stroke', status: 'active', needsSystemicTherapy: true }
    expect(ask(treated, [stroke('active', '2026-07-01')])).toMatchObject({ verdict: 'unknown', reason: 'missing' })
    expect(ask(treated, [stroke('active', '2026-07-01', { needsSystemicTherapy: true })]).verdict).toBe('met')
  })
})

describe('pregnancy', () => {
  const pregnant: Leaf = { op: 'condition', concept: 'pregnancy', status: 'active' }
  const hcg = (result: string, on: string) => finding('lab', 'hcg', result, on)

  it('is not ruled out by a review of more than 7 days', () => {
    expect(ask(pregnant, [], allConfirmed('2026-07-28')).verdict).toBe('notMet')
    expect(ask(pregnant, [], allConfirmed('2026-07-27'))).toMatchObject({ verdict: 'unknown', reason: 'stale' })
  })

  it('is answered by a test of up to 7 days', () => {
    expect(ask(pregnant, [hcg('negative', '2026-07-28')]).verdict).toBe('notMet')
    expect(ask(pregnant, [hcg('positive', '2026-07-28')]).verdict).toBe('met')
    expect(ask(pregnant, [hcg('negative', '2026-07-27')]).verdict).toBe('unknown')
  })

  it('is ruled out by male sex, as is breastfeeding, and by a statement of no childbearing potential', () => {
    const breastfeeding: Leaf = { ...pregnant, concept: 'breastfeeding' }
    expect(ask(pregnant, [], [], { sex: 'male' }).verdict).toBe('notMet')
    expect(ask(breastfeeding, [], [], { sex: 'male' }).verdict).toBe('notMet')
    expect(ask(breastfeeding, [], [], { sex: 'female' }).verdict).toBe('unknown')
    const stated = finding('childbearing-potential', 'childbearing-potential', false, '2025-01-01')
    expect(ask(pregnant, [stated], [], { sex: 'female' }).verdict).toBe('notMet')
  })
})

describe('an infection', () => {
  const hiv = (value: string, on = '2026-08-01') => [finding('infection', 'HIV', value, on)]

  it.each([
    ['positive', 'met', 'unknown'],
    ['active', 'met', 'met'],
    ['negative', 'notMet', 'notMet'],
    ['past', 'unknown', 'notMet'],
    ['not tested', 'unknown', 'unknown'],
  ])('recorded as %s: positive is %s, active is %s', (value, positive, active) => {
    expect(ask({ op: 'infection', agent: 'HIV', result: 'positive' }, hiv(value)).verdict).toBe(positive)
    expect(ask({ op: 'infection', agent: 'HIV', result: 'active' }, hiv(value)).verdict).toBe(active)
  })

  it('that was negative goes stale after 180 days', () => {
    const leaf: Leaf = { op: 'infection', agent: 'HIV', result: 'positive' }
    expect(ask(leaf, hiv('negative', '2026-02-05')).verdict).toBe('notMet')
    expect(ask(leaf, hiv('negative', '2026-02-04'))).toMatchObject({ verdict: 'unknown', reason: 'stale' })
  })
})

describe('toxicity', () => {
  const toxicity = (term: string, grade: number, on = '2026-08-01', detail = {}) =>
    finding('toxicity', term, grade, on, { detail })

  it('is present at its latest grade, or at any grade it ever had', () => {
    const rows = [
      toxicity('colitis', 3, '2025-01-01', { class: 'immune-related' }),
      toxicity('colitis', 0, '2026-08-01'),
    ]
    expect(ask({ op: 'toxicity', term: 'colitis', gradeMin: 2 }, rows).verdict).toBe('notMet')
    expect(ask({ op: 'toxicity', term: 'immune-related', gradeMin: 3, ever: true }, rows).verdict).toBe('met')
  })

  it.each([
    [1, 'notMet'],
    [2, 'met'],
    [3, 'met'],
  ])('grade %i against grade 2 or worse is %s', (grade, verdict) => {
    expect(
      ask({ op: 'toxicity', term: 'any', gradeMin: 2 }, [toxicity('fatigue', grade)], allConfirmed(today)).verdict,
    ).toBe(verdict)
  })

  it('of the listed kind only is so once comorbidities are reviewed', () => {
    const onlyAlopecia: Leaf = { op: 'toxicity', onlyTerms: ['alopecia'], gradeMin: 2 }
    const rows = [toxicity('alopecia', 2), toxicity('neuropathy', 1)]
    expect(ask(onlyAlopecia, rows, allConfirmed(today)).verdict).toBe('met')
    expect(ask(onlyAlopecia, rows).verdict).toBe('unknown')
    expect(ask(onlyAlopecia, [...rows, toxicity('fatigue', 2)], allConfirmed(today)).verdict).toBe('notMet')
  })
})

describe('another cancer', () => {
  const index = diagnosisOf({ icd10: 'C22.0', isIndex: true })
  const other = (icd10: string, diagnosedOn: string | null) => ({
    diagnoses: [index, diagnosisOf({ icd10, diagnosedOn })],
  })
  const within5Years: Leaf = { op: 'otherMalignancy', withinDays: 1826 }

  it.each([
    ['2021-08-04', 'met'],
    ['2021-08-03', 'notMet'],
    ['2022', 'met'],
    ['2021', 'unknown'],
    ['2020', 'notMet'],
    [null, 'unknown'],
  ])('diagnosed %s, within 5 years, is %s', (diagnosedOn, verdict) => {
    expect(ask(within5Years, [], allConfirmed(today), other('C61', diagnosedOn)).verdict).toBe(verdict)
  })

  it('of the accepted types only: treatment of a skin cancer must be known', () => {
    const accepted: Leaf = { op: 'otherMalignancy', onlyTypes: ['nmsc-treated', 'cervical-cis'] }
    expect(ask(accepted, [], allConfirmed(today), other('D06.9', '2024')).verdict).toBe('met')
    expect(ask(accepted, [], allConfirmed(today), other('C44.3', '2024')).verdict).toBe('unknown')
    expect(ask(accepted, [], allConfirmed(today), other('C61', '2024')).verdict).toBe('notMet')
    expect(
      ask(accepted, [finding('other-malignancy', 'nmsc-treated', 'history', '2024-01-01')], allConfirmed(today))
        .verdict,
    ).toBe('met')
  })
})

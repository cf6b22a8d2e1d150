import { describe, expect, it } from 'vitest'
import { deriveFacts } from '../derive-facts.ts'
import type { AgeLeaf } from '../leaf.ts'
import { diagnosisOf, finding, recordWith } from '../sample-record.ts'
import { evaluateAge } from './evaluate-age.ts'
import { evaluateChildbearingPotential, evaluateSex } from './evaluate-person.ts'

const born = (bornOn: string | null, diagnosedOn: string | null = null) =>
  deriveFacts(recordWith({ bornOn, diagnoses: [diagnosisOf({ diagnosedOn })] }))

describe('age', () => {
  const adult: AgeLeaf = { op: 'age', unit: 'years', min: 18 }

  it.each([
    ['2008-08-05', 'notMet'],
    ['2008-08-04', 'met'],
    ['2008-08-03', 'met'],
    [null, 'unknown'],
  ])('born %s, at least 18 on 04-Aug-2026 is %s', (bornOn, verdict) => {
    expect(evaluateAge(adult, born(bornOn), '2026-08-04').verdict).toBe(verdict)
  })

  it('of a person born on 29 February is completed on 1 March', () => {
    expect(evaluateAge(adult, born('2008-02-29'), '2026-02-28').verdict).toBe('notMet')
    expect(evaluateAge(adult, born('2008-02-29'), '2026-03-01').verdict).toBe('met')
  })

  it('under 50 ends on the 50th birthday, at most 50 the day before the 51st', () => {
    const under50: AgeLeaf = { op: 'age', unit: 'years', max: 50, maxInclusive: false }
    expect(evaluateAge(under50, born('1976-08-05'), '2026-08-04').verdict).toBe('met')
    expect(evaluateAge(under50, born('1976-08-04'), '2026-08-04').verdict).toBe('notMet')
    const upTo50: AgeLeaf = { op: 'age', unit: 'years', max: 50 }
    expect(evaluateAge(upTo50, born('1975-08-05'), '2026-08-04').verdict).toBe('met')
    expect(evaluateAge(upTo50, born('1975-08-04'), '2026-08-04').verdict).toBe('notMet')
  })

  it('over 12 months at diagnosis begins the day after, and a date of diagnosis known in part may leave it open', () => {
    const over12: AgeLeaf = { op: 'age', unit: 'months', min: 12, minInclusive: false, at: 'diagnosis' }
    const verdicts = ['2026-01-10', '2026-01-11', '2026-01', '2026-02', '2026', null].map(
      (diagnosedOn) => evaluateAge(over12, born('2025-01-10', diagnosedOn), '2026-08-04').verdict,
    )
    expect(verdicts).toEqual(['notMet', 'met', 'unknown', 'met', 'unknown', 'unknown'])
  })

  it.each([
    ['2024-08-05', 216, '23 months', '216 months (18 years)'],
    ['2024-08-04', 24, '2 years', '24 months (2 years)'],
    ['2024-07-04', 25, '2 years 1 month', '25 months (2 years 1 month)'],
    ['1997-02-04', 12, '29 years 6 months', '12 months'],
  ])('in months is told of somebody born on %s as people say it', (bornOn, min, age, limit) => {
    const { sentence } = evaluateAge({ op: 'age', unit: 'months', min }, born(bornOn), '2026-08-04')
    expect(sentence).toContain(`Aged ${age} (asked: at least ${limit}) on 04-Aug-2026`)
  })
})

describe('sex and childbearing potential', () => {
  it('are unknown where nothing is recorded; only male sex rules childbearing out', () => {
    expect(evaluateSex({ op: 'sex', in: ['male'] }, deriveFacts(recordWith())).verdict).toBe('unknown')
    const male = deriveFacts(recordWith({ sex: 'male' }))
    expect(evaluateSex({ op: 'sex', in: ['male'] }, male).sentence).toMatch(/^Sex: male \([^)]*\); asked: male$/)
    expect(evaluateSex({ op: 'sex', in: ['female'] }, male).sentence).toMatch(/^Sex: male \([^)]*\); asked: female$/)
    expect(evaluateChildbearingPotential(deriveFacts(recordWith({ sex: 'female' })), '2026-08-04').verdict).toBe(
      'unknown',
    )
    expect(evaluateChildbearingPotential(deriveFacts(recordWith({ sex: 'male' })), '2026-08-04').verdict).toBe('notMet')
  })

  it('follow what is stated', () => {
    const stated = (value: boolean) =>
      deriveFacts(
        recordWith({
          sex: 'female',
          observations: [finding('childbearing-potential', 'childbearing-potential', value, '2026-01-01')],
        }),
      )
    expect(evaluateChildbearingPotential(stated(true), '2026-08-04').verdict).toBe('met')
    expect(evaluateChildbearingPotential(stated(false), '2026-08-04').verdict).toBe('notMet')
  })
})

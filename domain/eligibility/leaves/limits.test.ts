import { describe, expect, it } from 'vitest'
import { addDays } from '../../identity/calendar-date.ts'
import { deriveFacts } from '../derive-facts.ts'
import { evaluateLeaf } from '../evaluate-leaf.ts'
import type { Leaf } from '../leaf.ts'
import type { Observation, PatientRecord } from '../patient-record.ts'
import { allConfirmed, diagnosisOf, finding, recordWith, testOf, treatmentOf } from '../sample-record.ts'
import type { Tri } from '../tri.ts'

/* Every limit of every kind of leaf: one step before it, at it, one step past it. */

const asOf = '2026-08-04'
const day = (daysAgo: number) => addDays(asOf, -daysAgo)
const answer = (leaf: Leaf, record: Partial<PatientRecord>): Tri =>
  evaluateLeaf(leaf, deriveFacts(recordWith(record)), asOf).verdict
const three = (leaf: Leaf, values: readonly number[], record: (value: number) => Partial<PatientRecord>) =>
  values.map((value) => answer(leaf, record(value)))

describe('a number against its limit', () => {
  const lab =
    (unit: string, parts: Partial<Observation> = {}) =>
    (value: number) => ({
      observations: [finding('lab', 'ldh', value, asOf, { unit, ...parts })],
    })
  const seen = (value: number) => ({
    observations: [finding('observation', 'lvef', value, asOf, { unit: '%', lowerLimit: 50, upperLimit: 70 })],
  })
  const score = (value: number) => ({ observations: [finding('score', 'krenning', value, asOf)] })
  const ps = (scale: string) => (value: number) => ({
    observations: [finding('performance-status', scale, value, asOf)],
  })
  const ihc = (value: number) => ({ biomarkers: [testOf('ihc', { marker: 'AR', value, unit: 'IRS' })] })
  const dose = (doseMgPredEq: number) => ({
    observations: [finding('medication', 'systemic-corticosteroid', 'active', asOf, { detail: { doseMgPredEq } })],
    assertions: allConfirmed(asOf),
  })
  const toxicity = (grade: number) => ({
    observations: [finding('toxicity', 'fatigue', grade, asOf)],
    assertions: allConfirmed(asOf),
  })
  const cycles = (count: number) => ({
    treatments: [treatmentOf('cisplatin', { classes: ['platinum'], endedOn: day(10), cycles: count })],
    assertions: allConfirmed(asOf),
  })
  const lines = (count: number) => ({
    treatments: Array.from({ length: count }, (_, at) =>
      treatmentOf(`line ${at}`, { line: at + 1, setting: 'palliative' }),
    ),
    assertions: allConfirmed(asOf),
  })
  const ldh = { op: 'lab', analyte: 'ldh' } as const
  const up: readonly Tri[] = ['notMet', 'met', 'met']
  const over: readonly Tri[] = ['notMet', 'notMet', 'met']
  const down: readonly Tri[] = ['met', 'met', 'notMet']
  const under: readonly Tri[] = ['met', 'notMet', 'notMet']
  const equal: readonly Tri[] = ['notMet', 'met', 'notMet']
  const steroid = { op: 'medication', concept: 'systemic-corticosteroid', withinDays: 14, doseMgPredEqMin: 10 } as const

  it.each<[string, Leaf, readonly number[], (value: number) => Partial<PatientRecord>, readonly Tri[]]>([
    ['>= of a laboratory value', { ...ldh, cmp: '>=', value: 100, unit: 'U/L' }, [99, 100, 101], lab('U/L'), up],
    ['> of a laboratory value', { ...ldh, cmp: '>', value: 100, unit: 'U/L' }, [99, 100, 101], lab('U/L'), over],
    ['<= of a laboratory value', { ...ldh, cmp: '<=', value: 100, unit: 'U/L' }, [99, 100, 101], lab('U/L'), down],
    ['< of a laboratory value', { ...ldh, cmp: '<', value: 100, unit: 'U/L' }, [99, 100, 101], lab('U/L'), under],
    ['= of a laboratory value', { ...ldh, cmp: '=', value: 100, unit: 'U/L' }, [99, 100, 101], lab('U/L'), equal],
    [
      '<= 1.5 x ULN of 0.7',
      { ...ldh, cmp: '<=', value: 1.5, unit: 'xULN' },
      [1.04, 1.05, 1.06],
      lab('U/L', { upperLimit: 0.7 }),
      down,
    ],
    [
      '>= 1.5 x LLN of 0.7',
      { ...ldh, cmp: '>=', value: 1.5, unit: 'xLLN' },
      [1.04, 1.05, 1.06],
      lab('U/L', { lowerLimit: 0.7 }),
      up,
    ],
    [
      '>= in a converted unit',
      { op: 'lab', analyte: 'ldh', cmp: '>=', value: 1, unit: 'kU/L' },
      [999, 1000, 1001],
      lab('U/L'),
      up,
    ],
    [
      '>= of an observation',
      { op: 'observation', concept: 'lvef', cmp: '>=', value: 50, unit: '%' },
      [49, 50, 51],
      seen,
      up,
    ],
    [
      '>= LLN of an observation',
      { op: 'observation', concept: 'lvef', cmp: '>=', value: 1, unit: 'xLLN' },
      [49, 50, 51],
      seen,
      up,
    ],
    [
      '> ULN of an observation',
      { op: 'observation', concept: 'lvef', cmp: '>', value: 1, unit: 'xULN' },
      [69, 70, 71],
      seen,
      over,
    ],
    ['a least score', { op: 'score', name: 'krenning', min: 3 }, [2, 3, 4], score, up],
    ['a greatest score', { op: 'score', name: 'krenning', max: 3 }, [2, 3, 4], score, down],
    ['a listed ECOG', { op: 'ps', scale: 'ECOG', in: [0, 1] }, [0, 1, 2], ps('ECOG'), down],
    ['a greatest ECOG', { op: 'ps', scale: 'ECOG', max: 2 }, [1, 2, 3], ps('ECOG'), down],
    ['a least Karnofsky', { op: 'ps', scale: 'Karnofsky', min: 70 }, [60, 70, 80], ps('Karnofsky'), up],
    ['a least Lansky', { op: 'ps', scale: 'Lansky', min: 50 }, [49, 50, 51], ps('Lansky'), up],
    [
      '>= of a biomarker',
      { op: 'biomarker', type: 'ihc', marker: 'AR', cmp: '>=', value: 6, unit: 'IRS' },
      [5, 6, 7],
      ihc,
      up,
    ],
    ['a dose above', { ...steroid, doseCmp: '>' }, [9, 10, 11], dose, over],
    ['a dose from', { ...steroid, doseCmp: '>=' }, [9, 10, 11], dose, up],
    ['a grade of toxicity', { op: 'toxicity', term: 'any', gradeMin: 2 }, [1, 2, 3], toxicity, up],
    ['a least number of cycles', { op: 'therapy', any: ['platinum'], cyclesMin: 4 }, [3, 4, 5], cycles, up],
    ['a greatest number of cycles', { op: 'therapy', any: ['platinum'], cyclesMax: 4 }, [3, 4, 5], cycles, down],
    ['a least number of lines', { op: 'linesOfTherapy', setting: ['any'], min: 2 }, [1, 2, 3], lines, up],
    ['a greatest number of lines', { op: 'linesOfTherapy', setting: ['any'], max: 2 }, [1, 2, 3], lines, down],
  ])('%s', (_name, leaf, values, record, expected) => {
    expect(three(leaf, values, record)).toEqual(expected)
  })
})

describe('an age against its limit, on the day before a birthday, on it and on the day after', () => {
  const eighteen = (shift: number) => ({ bornOn: addDays('2008-08-04', -shift) })
  const age = { op: 'age', unit: 'years' } as const

  it.each<[string, Leaf, readonly Tri[]]>([
    ['at least 18', { ...age, min: 18 }, ['notMet', 'met', 'met']],
    ['over 18, from the day after', { ...age, min: 18, minInclusive: false }, ['notMet', 'notMet', 'met']],
    ['under 18', { ...age, max: 18, maxInclusive: false }, ['met', 'notMet', 'notMet']],
    ['at most 17', { ...age, max: 17 }, ['met', 'notMet', 'notMet']],
    ['at least 216 months', { op: 'age', unit: 'months', min: 216 }, ['notMet', 'met', 'met']],
  ])('%s', (_name, leaf, expected) => {
    expect(three(leaf, [-1, 0, 1], eighteen)).toEqual(expected)
  })

  it('at diagnosis, whatever the age now', () => {
    const leaf: Leaf = { op: 'age', unit: 'years', min: 18, at: 'diagnosis' }
    const diagnosedAround = (shift: number) => ({
      bornOn: '1990-05-10',
      diagnoses: [diagnosisOf({ diagnosedOn: addDays('2008-05-10', shift) })],
    })
    expect(three(leaf, [-1, 0, 1], diagnosedAround)).toEqual(['notMet', 'met', 'met'])
  })
})

import { describe, expect, it } from 'vitest'
import { deriveFacts } from './derive-facts.ts'
import { evaluateLeaf } from './evaluate-leaf.ts'
import type { Leaf } from './leaf.ts'
import type { PatientRecord } from './patient-record.ts'
import { confirmed, diagnosisOf, finding, recordWith, treatmentOf } from './sample-record.ts'

/* Nobody has to look up the limit that a value, or its absence, is read against. */

const today = '2026-08-04'
const ask = (leaf: Leaf, record: Partial<PatientRecord> = {}) =>
  evaluateLeaf(leaf, deriveFacts(recordWith(record)), today)
const told = (leaf: Leaf, record: Partial<PatientRecord> = {}) => ask(leaf, record).sentence

const platelets: Leaf = { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L', withinDays: 14 }
const count = (value: number, on: string) => ({
  observations: [finding('lab', 'platelets', value, on, { unit: '10*9/L' })],
})

describe('a measurement', () => {
  it('that is not there is told with what is asked of it', () => {
    expect(told(platelets)).toBe('Platelets: not recorded; asked: platelets at least 100 ×10⁹/L within 14 days')
  })

  it('that is too old is told with its age and with what is asked of it besides', () => {
    const { sentence, found } = ask(platelets, count(82, '2026-07-01'))
    const old = 'Platelets 82 ×10⁹/L on 01-Jul-2026 (Laboratory system) is 34 days old; asked: at most 14 days'
    expect(sentence).toBe(`${old}, and platelets at least 100 ×10⁹/L`)
    // What would settle it is told for many trials at once, of which each asks for something else.
    expect(found).toBe(old)
    const { withinDays: _, ...anyTime } = platelets
    expect(told(anyTime, count(82, '2026-07-01'))).toBe(
      'Platelets 82 ×10⁹/L on 01-Jul-2026 (Laboratory system) is 34 days old; usual limit: 28 days; asked: platelets at least 100 ×10⁹/L',
    )
  })

  it('that is told with its limit has it once', () => {
    expect(told(platelets, count(82, '2026-08-01'))).toBe(
      'Platelets 82 ×10⁹/L on 01-Aug-2026 is below the limit of 100 ×10⁹/L (Laboratory system)',
    )
  })

  it('of which one day has two that cannot both be true', () => {
    const observations = [
      finding('performance-status', 'ECOG', 0, '2026-08-01', { id: 'one' }),
      finding('performance-status', 'ECOG', 3, '2026-08-01', { id: 'other' }),
    ]
    expect(told({ op: 'ps', scale: 'ECOG', in: [0, 1] }, { observations })).toMatch(
      /both of 01-Aug-2026, answer differently; asked: 0 or 1; which one counts is not recorded/u,
    )
    const grades = ['G1', 'G3'].map((grade) => finding('grade', 'grade', grade, '2026-08-01', { id: grade }))
    expect(told({ op: 'grade', in: ['G1'] }, { observations: grades })).toMatch(/cannot both be true .*; asked: .*G1/u)
  })
})

describe('creatinine clearance', () => {
  it('that is worked out names each part with its value, date and source', () => {
    const record = {
      bornOn: '1956-02-01',
      sex: 'male' as const,
      observations: [
        finding('lab', 'creatinine', 110, '2026-08-03', { unit: 'umol/L' }),
        finding('observation', 'weight', 75, '2026-08-01', { unit: 'kg', source: 'Clinic letter' }),
      ],
    }
    expect(told({ op: 'lab', analyte: 'crcl-cg', cmp: '>=', value: 60, unit: 'mL/min' }, record)).toMatch(
      /^Creatinine clearance \(Cockcroft-Gault\) 58\.\d+ mL\/min on 03-Aug-2026 is below the limit of 60 mL\/min \(Laboratory system\); worked out from creatinine 110 µmol\/L on 03-Aug-2026 \(Laboratory system\), weight 75 kg on 01-Aug-2026 \(Clinic letter\), age 70 and male sex$/u,
    )
  })
})

describe('a diagnosis', () => {
  const asked: Leaf = { op: 'diagnosis', entities: ['gi-flc'], confirmation: 'histology' }
  const proven = (basis: 'histology' | 'cytology' | 'clinical' | 'death-certificate') =>
    told(asked, { diagnoses: [diagnosisOf({ icd10: 'C22.0', morphology: '8171/3', basis })] })

  it('states its date and by what it is known, beside what is asked', () => {
    const named = 'Diagnosis C22.0 8171/3 of 05-Jan-2026 (MDT proforma)'
    expect(proven('histology')).toBe(
      `${named}, proven by histology, is the cancer named: Fibrolamellar carcinoma of liver; asked: histology`,
    )
    expect(proven('cytology')).toBe(`${named} is proven by cytology; asked: histology`)
    expect(proven('clinical')).toBe(`${named} is a clinical diagnosis; asked: histology`)
    expect(proven('death-certificate')).toBe(`${named} is known from a death certificate; asked: histology`)
  })
})

describe('a treatment', () => {
  const leaf: Leaf = { op: 'therapy', any: ['platinum'], setting: ['first-line'], cyclesMin: 4, cyclesMax: 6 }
  const carboplatin = (cycles: number) => ({
    treatments: [
      treatmentOf('carboplatin', { classes: ['platinum'], setting: 'first-line', cycles, endedOn: '2026-05-01' }),
    ],
    assertions: [confirmed('treatment-history-complete', '2026-08-01')],
  })
  const given = (cycles: string) => `Carboplatin, first-line, ${cycles}, last given 01-May-2026`

  it('that counts is told with its setting and cycles', () => {
    expect(told(leaf, carboplatin(6))).toBe(
      `${given('6 cycles')} (Treatment record), counts as platinum; asked: previous platinum (first-line) 4 to 6 cycles`,
    )
  })

  it('that does not count for its number of cycles is told too', () => {
    for (const [cycles, words] of [
      [1, '1 cycle'],
      [7, '7 cycles'],
    ] as const) {
      expect(ask(leaf, carboplatin(cycles)).verdict).toBe('notMet')
      expect(told(leaf, carboplatin(cycles))).toBe(
        `No platinum, first-line, of at least 4 and at most 6 cycles is recorded (treatment history confirmed complete on 01-Aug-2026, Clinic letter); ${given(words)} (Treatment record), does not count`,
      )
    }
  })

  it('is told as never given with what is asked of it', () => {
    expect(told(leaf)).toBe(
      'No platinum is recorded, and nobody has confirmed that the treatment history is complete; asked: first-line, of at least 4 and at most 6 cycles',
    )
  })

  it('by operation that left another margin is told with it', () => {
    const operation = treatmentOf('hepatectomy', {
      ...{ kind: 'surgery', procedure: 'primary-resection', margin: 'R1', endedOn: '2026-05-01' },
    })
    const record = { treatments: [operation], assertions: [confirmed('treatment-history-complete', '2026-08-01')] }
    expect(told({ op: 'surgery', procedure: 'primary-resection', margin: ['R0'] }, record)).toMatch(
      /^No primary resection surgery with margin R0 is recorded \(.+\); Hepatectomy, margin R1, done 01-May-2026 \(Treatment record\), does not count$/u,
    )
  })
})

describe('what is asked after the first line', () => {
  const first = treatmentOf('carboplatin', {
    ...{ classes: ['chemotherapy'], setting: 'first-line', line: 1, startedOn: '2025-03-03', endedOn: '2025-06-30' },
  })

  it('is counted from the day on which it began', () => {
    const observations = [finding('disease-status', 'disease-status', 'recurrent', '2026-07-20')]
    expect(
      told({ op: 'diseaseStatus', in: ['recurrent'], after: 'firstLine' }, { observations, treatments: [first] }),
    ).toBe(
      'Disease status: recurrent on 20-Jul-2026 (Laboratory system); asked: recurrent since first-line treatment began on 03-Mar-2025',
    )
  })

  it('as progression is told with the days of the line', () => {
    const observations = [finding('progression', 'progression', true, '2026-07-20')]
    expect(
      told({ op: 'progression', relativeTo: 'firstLine.end', withinDays: 84 }, { observations, treatments: [first] }),
    ).toBe(
      'Progression: yes on 20-Jul-2026 (Laboratory system); first-line treatment began on 03-Mar-2025, ended on 30-Jun-2025; asked: during it or within 84 days of its end',
    )
  })
})

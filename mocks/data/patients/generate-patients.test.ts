import { describe, expect, test } from 'vitest'
import { resolveDiagnosis } from '#domain/cancer/match-diagnosis.ts'
import { checkNewObservation } from '#domain/eligibility/check-new-observation.ts'
import type { Observation } from '#domain/eligibility/patient-record.ts'
import { addDays } from '#domain/identity/calendar-date.ts'
import { isDemonstrationNhsNumber } from '#domain/identity/nhs-number.ts'
import type { DemonstrationPatient } from '../demonstration-data.ts'
import { demonstrationSeed } from '../generate-demonstration.ts'
import { generatePatient, generatePatients } from './generate-patients.ts'
import { planPatient } from './plan-patient.ts'

const asOf = '2026-08-03'
const patients = [...generatePatients(demonstrationSeed, asOf, 240)]
const plans = patients.map((_, index) => planPatient(demonstrationSeed, index))
const many = [...generatePatients(demonstrationSeed, asOf, 2500)]

function share(claim: (patient: DemonstrationPatient) => boolean, of = patients): number {
  return of.filter(claim).length / of.length
}

function ofKind(patient: DemonstrationPatient, kind: Observation['kind']): readonly Observation[] {
  return patient.record.observations.filter((row) => row.kind === kind)
}

function lastPerformanceStatusOn(patient: DemonstrationPatient): string | undefined {
  return ofKind(patient, 'performance-status')
    .map(({ observedOn }) => observedOn)
    .toSorted()
    .at(-1)
}

describe('generated patients', () => {
  test('are made one at a time, and each is the same wherever the row of them begins', () => {
    const iterator = generatePatients(demonstrationSeed, asOf, 1_000_000)
    expect(iterator.next().value).toEqual(patients[0])
    expect([...generatePatients(demonstrationSeed, asOf, 2, 100)]).toEqual(patients.slice(100, 102))
    expect(generatePatient(demonstrationSeed, asOf, 239)).toEqual(patients[239])
  })

  test('values with limits of normal are ones that the record would take', () => {
    const limited = many.flatMap(({ record }) =>
      record.observations.filter(({ lowerLimit, upperLimit }) => lowerLimit !== null || upperLimit !== null),
    )
    expect(new Set(limited.map(({ code }) => code))).toContain('lvef')
    const refused = limited.flatMap(({ kind, ...row }) =>
      checkNewObservation({ ...row, kind: 'observation', observationKind: kind, replaces: row.id }),
    )
    expect(refused).toEqual([])
  })

  test('about half say how far they would travel, in words that the record takes, and some would go anywhere', () => {
    expect(Math.abs(share((patient) => ofKind(patient, 'preference').length === 1) - 0.5)).toBeLessThan(0.05)
    const limits = many.flatMap((patient) => ofKind(patient, 'preference'))
    const refused = limits.flatMap(({ kind, ...row }) =>
      checkNewObservation({ ...row, kind: 'observation', observationKind: kind, replaces: row.id }),
    )
    expect(refused).toEqual([])
    expect(new Set(limits.map(({ value }) => typeof value))).toEqual(new Set(['number', 'string']))
  })

  test('have valid NHS numbers of the demonstration range, each once, to the end of the range', () => {
    const last = [899_997, 899_998, 899_999].map((index) => generatePatient(demonstrationSeed, asOf, index))
    const numbers = [...many, ...last].map(({ nhsNumber }) => nhsNumber)
    expect(numbers.filter((number) => !isDemonstrationNhsNumber(number))).toEqual([])
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(new Set(many.map(({ hospitalNumber }) => hospitalNumber)).size).toBe(many.length)
    expect(() => generatePatient(demonstrationSeed, asOf, 900_000)).toThrow(/only 900000 numbers/)
  })

  test('live where no post town is', () => {
    for (const { postcode } of patients) expect(postcode).toMatch(/^ZZ[1-8]\d \d[A-Z]{2}$/)
  })

  test('have names that software gets wrong: apostrophe, hyphen, diacritics, full-width letters', () => {
    const names = many.map(({ familyName }) => familyName)
    for (const trait of [/’/, /-/, /[ąłńşüúøễ]/iu, /[Ａ-Ｚ]/u])
      expect(names.some((name) => trait.test(name))).toBe(true)
  })

  test('are spread over at least 40 cancer types, most of them where the trials are', () => {
    const types = plans.flatMap(({ profile }) => (profile.cancerTypeId === null ? [] : [profile.cancerTypeId]))
    expect(new Set(types).size).toBeGreaterThanOrEqual(40)
    const count = (...ids: string[]) => types.filter((type) => ids.includes(type)).length
    const sarcoma = types.filter((type) => type.startsWith('sa-')).length
    expect(sarcoma).toBeGreaterThanOrEqual(25)
    expect(count('ne-pnet', 'ne-sbnet')).toBeGreaterThanOrEqual(12)
    for (const heavy of ['th-meso', 'gu-penile', 'sk-uveal', 'gi-anal', 'gi-sba']) {
      expect(count(heavy)).toBeGreaterThanOrEqual(8)
    }
  })

  test('are coded so that the taxonomy finds the cancer they were planned with', () => {
    const misread = patients.flatMap(({ record }, index) => {
      const plan = plans[index]
      const diagnosis = record.diagnoses.findLast(({ isIndex }) => isIndex)
      if (plan === undefined || diagnosis === undefined || plan.isMorphologyUnspecified) return []
      const found = diagnosis.icd10 === null ? null : resolveDiagnosis(diagnosis)
      return found?.cancerTypeId === (plan.profile.cancerTypeId ?? undefined) ? [] : [plan.profile.cancerTypeId, found]
    })
    expect(misread).toEqual([])
  })
})

describe('what is told of the cancer', () => {
  // The patient may have had these, or been tested for them, before anybody looked for a cancer.
  const ofThePatient: ReadonlySet<Observation['kind']> = new Set([
    'condition',
    'medication',
    'infection',
    'other-malignancy',
    'lab',
    'observation',
    'performance-status',
    'childbearing-potential',
    'preference',
  ])

  /** Of a month alone, every day of it may be meant. */
  function isBefore(on: string, foundOn: string): boolean {
    const known = Math.min(on.length, foundOn.length)
    return on.slice(0, known) < foundOn.slice(0, known)
  }

  test('is of no day before the cancer was found: neither a finding nor a test of it nor a treatment', () => {
    const told = many.flatMap(({ hospitalNumber, record }) => {
      const foundOn = record.diagnoses.findLast(({ isIndex }) => isIndex)?.diagnosedOn ?? ''
      const ofCancer = [
        ...record.observations.filter(({ kind }) => !ofThePatient.has(kind)).map((row) => [row.kind, row.observedOn]),
        ...record.biomarkers.map((test) => [test.type, test.reportedOn]),
        ...record.treatments.flatMap(({ name, startedOn, endedOn }) => [
          [name, startedOn],
          [name, endedOn],
        ]),
      ]
      return ofCancer.map(([what = '', on]) => ({ hospitalNumber, what, on: on ?? null, foundOn }))
    })
    expect(told.length).toBeGreaterThan(10_000)
    expect(new Set(told.map(({ what }) => what)).size).toBeGreaterThan(30)
    expect(told.filter(({ on, foundOn }) => on !== null && isBefore(on, foundOn))).toEqual([])
  })
})

describe('gaps like those of real records', () => {
  const isOld = (on: string) => on < addDays(asOf, -28)

  test.each<[string, number, (patient: DemonstrationPatient) => boolean]>([
    ['performance status missing', 0.25, (patient) => lastPerformanceStatusOn(patient) === undefined],
    ['performance status older than 28 days', 0.35, (patient) => isOld(lastPerformanceStatusOn(patient) ?? asOf)],
    ['genomics not tested', 0.4, ({ record }) => record.biomarkers.length === 0],
    ['ethnicity not stated', 0.04, ({ ethnicityCode }) => ethnicityCode === 'Z'],
    ['ethnicity not known', 0.09, ({ ethnicityCode }) => ethnicityCode === '99'],
  ])('%s', (_, expected, claim) => {
    expect(Math.abs(share(claim) - expected)).toBeLessThan(0.04)
    expect(Math.abs(share(claim, many) - expected)).toBeLessThan(0.03)
  })

  test('morphology not specified', () => {
    const unspecified = plans.filter(({ isMorphologyUnspecified }) => isMorphologyUnspecified).length / plans.length
    expect(Math.abs(unspecified - 0.15)).toBeLessThan(0.03)
  })

  test('upper limit of normal missing from blood results', () => {
    const tested = patients.filter((patient) => ofKind(patient, 'lab').some(({ code }) => code === 'bilirubin'))
    const isWithoutLimit = (patient: DemonstrationPatient) =>
      ofKind(patient, 'lab').every(({ code, upperLimit }) => code !== 'bilirubin' || upperLimit === null)
    expect(Math.abs(share(isWithoutLimit, tested) - 0.2)).toBeLessThan(0.05)
  })

  test('a corrected diagnosis names the row that it replaces', () => {
    const corrected = many.flatMap(({ record }) => record.diagnoses.filter(({ replaces }) => replaces !== null))
    expect(corrected.length).toBeGreaterThan(50)
    const rows = new Set(many.flatMap(({ record }) => record.diagnoses.map(({ id }) => id)))
    expect(corrected.every(({ replaces }) => replaces !== null && rows.has(replaces))).toBe(true)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveFacts } from './derive-facts.ts'
import { evaluateLeaf } from './evaluate-leaf.ts'
import { confirmed, diagnosisOf, finding, recordWith, testOf, treatmentOf } from './sample-record.ts'

const platelets = (value: number, on: string, parts = {}) =>
  finding('lab', 'platelets', value, on, { unit: '10*9/L', ...parts })

describe('deriving facts', () => {
  it('keeps the latest result with the one before it', () => {
    const facts = deriveFacts(
      recordWith({
        observations: [platelets(90, '2026-06-01'), platelets(120, '2026-08-01'), platelets(60, '2026-03-01')],
      }),
    )
    expect(facts.labs.platelets?.latest).toMatchObject({
      value: 120,
      on: '2026-08-01',
      unit: '10*9/L',
      source: 'Laboratory system',
    })
    expect(facts.labs.platelets?.previous).toMatchObject({ value: 90, on: '2026-06-01' })
  })

  it('goes by the date of the sample, not by the day it was typed in', () => {
    const old = platelets(60, '2026-03-01', { recordedAt: '2026-09-01T09:00:00Z' })
    const facts = deriveFacts(recordWith({ observations: [old, platelets(120, '2026-08-01')] }))
    expect(facts.labs.platelets?.latest.value).toBe(120)
  })

  it('takes the later recording of two results of one day', () => {
    const first = platelets(60, '2026-08-01', { recordedAt: '2026-08-01T23:30:00+01:00' })
    const second = platelets(70, '2026-08-01', { recordedAt: '2026-08-01T22:45:00Z' })
    expect(deriveFacts(recordWith({ observations: [second, first] })).labs.platelets?.latest.value).toBe(70)
  })

  it('takes a result that was corrected afterwards for no later one than another of its day', () => {
    const first = platelets(140, '2026-08-01', { id: 'first', recordedAt: '2026-08-01T09:00:00Z' })
    const second = platelets(60, '2026-08-01', { id: 'second', recordedAt: '2026-08-01T10:00:00Z' })
    const corrected = platelets(140, '2026-08-01', { id: 'c', replaces: 'first', recordedAt: '2026-08-01T11:00:00Z' })
    const latest = (...more: (typeof corrected)[]) =>
      deriveFacts(recordWith({ observations: [first, second, ...more] })).labs.platelets?.latest.value
    expect(latest(corrected)).toBe(60)
    const again = platelets(141, '2026-08-01', { id: 'd', replaces: 'c', recordedAt: '2026-08-01T12:00:00Z' })
    expect(latest(corrected, again)).toBe(60)
    const mended = platelets(61, '2026-08-01', { replaces: 'second', recordedAt: '2026-08-01T13:00:00Z' })
    expect(latest(corrected, again, mended)).toBe(61)
  })

  it('leaves out a row that another one corrects', () => {
    const wrong = platelets(12, '2026-08-01', { id: 'wrong' })
    const right = platelets(120, '2026-07-01', { replaces: 'wrong' })
    const facts = deriveFacts(recordWith({ observations: [wrong, right] }))
    expect(facts.labs.platelets).toMatchObject({ latest: { value: 120 }, previous: null })
  })

  it('answers for the past with the rows recorded by then, before the correction', () => {
    const wrong = platelets(12, '2026-08-01', { id: 'wrong' })
    const right = platelets(120, '2026-08-01', { replaces: 'wrong', recordedAt: '2026-08-05T10:00:00Z' })
    const record = recordWith({ observations: [wrong, right] })
    expect(deriveFacts(record, '2026-08-05T09:59:59Z').labs.platelets?.latest.value).toBe(12)
    expect(deriveFacts(record, '2026-08-05T10:00:00Z').labs.platelets?.latest.value).toBe(120)
  })

  it('says what is wrong with an instant that is none', () => {
    expect(() => deriveFacts(recordWith(), 'yesterday')).toThrow('recordedBy "yesterday" is not an instant')
  })

  it.each([-1, 1.5, 6])('reads ECOG %d as no value, because the scale has no such grade', (grade) => {
    const facts = deriveFacts(
      recordWith({ observations: [finding('performance-status', 'ECOG', grade, '2026-08-01')] }),
    )
    expect(facts.performanceStatus.ECOG).toBeUndefined()
  })

  it('reads ECOG 9 as not recorded', () => {
    const facts = deriveFacts(
      recordWith({
        observations: [
          finding('performance-status', 'ECOG', 9, '2026-08-01'),
          finding('performance-status', 'ECOG', 1, '2026-05-01'),
        ],
      }),
    )
    expect(facts.performanceStatus.ECOG?.latest).toMatchObject({ value: 1, on: '2026-05-01' })
  })

  it('counts a progressive status as progression', () => {
    const facts = deriveFacts(
      recordWith({ observations: [finding('disease-status', 'disease-status', 'progressive', '2026-08-01')] }),
    )
    expect(facts.progressions).toMatchObject([{ on: '2026-08-01' }])
  })

  it('puts what goes on before the latest treatment that ended, and what has no date last', () => {
    const facts = deriveFacts(
      recordWith({
        treatments: [
          treatmentOf('undated'),
          treatmentOf('ended', { endedOn: '2026-08-01' }),
          treatmentOf('going on', { startedOn: '2025-01-01', isOngoing: true }),
        ],
      }),
    )
    expect(facts.treatments.map(({ name }) => name)).toEqual(['going on', 'ended', 'undated'])
  })

  it('keeps the latest confirmation of each category', () => {
    const facts = deriveFacts(
      recordWith({
        assertions: [confirmed('medicines-reviewed', '2026-08-01'), confirmed('medicines-reviewed', '2026-05-01')],
      }),
    )
    expect(facts.assertions['medicines-reviewed']?.on).toBe('2026-08-01')
    expect(facts.assertions['comorbidities-reviewed']).toBeUndefined()
  })

  it('survives being stored as JSON, and does not depend on the order of the rows', () => {
    const observations = [
      platelets(120, '2026-08-01', { upperLimit: 400 }),
      platelets(90, '2026-06-01'),
      finding('stage', 'TNM8', 'III', '2026-02-01', { detail: { t: 'T2', n: 'N1', m: 'M0' } }),
      finding('toxicity', 'neuropathy', 2, '2026-08-01'),
      finding('metastasis', 'liver', 'present', '2026-07-01'),
    ]
    const record = recordWith({
      observations,
      biomarkers: [testOf('msi', { result: 'MSS' })],
      diagnoses: [diagnosisOf({ icd10: 'C22.0' })],
    })
    const facts = deriveFacts(record)
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
    fc.assert(
      fc.property(fc.shuffledSubarray(observations, { minLength: observations.length }), (shuffled) => {
        expect(deriveFacts({ ...record, observations: shuffled })).toEqual(facts)
      }),
    )
  })
})

describe('the index cancer', () => {
  const skin = diagnosisOf({ icd10: 'C44.3', diagnosedOn: '2026-06' })
  const liver = diagnosisOf({ icd10: 'C22.0', topography: 'C22.0', morphology: '8171/3', diagnosedOn: '2025-03-02' })

  it('is the latest diagnosed where nobody has chosen, and the others are other cancers', () => {
    const facts = deriveFacts(recordWith({ diagnoses: [liver, skin] }))
    expect(facts.diagnosis?.icd10).toBe('C44.3')
    expect(facts.otherMalignancies).toMatchObject([{ type: 'C22.0', diagnosedOn: '2025-03-02' }])
  })

  it('is the one that a person chose', () => {
    const facts = deriveFacts(recordWith({ diagnoses: [{ ...liver, isIndex: true }, skin] }))
    expect(facts.diagnosis?.exact).toContain('gi-flc')
    expect(facts.otherMalignancies).toMatchObject([{ type: 'nmsc', diagnosedOn: '2026-06' }])
  })

  it('does not count a benign tumour or a metastasis as another cancer', () => {
    const others = [
      diagnosisOf({ icd10: 'D13.4', diagnosedOn: '2020' }),
      diagnosisOf({ icd10: 'C78.7', diagnosedOn: '2020' }),
      diagnosisOf({ icd10: 'C61', morphology: '8140/3', diagnosedOn: '2020' }),
      diagnosisOf({ icd10: 'D06.9', diagnosedOn: '2019' }),
    ]
    const facts = deriveFacts(recordWith({ diagnoses: [{ ...liver, isIndex: true }, ...others] }))
    expect(facts.otherMalignancies.map(({ type }) => type)).toEqual(['prostate-cancer', 'cervical-cis'])
  })

  it.each([
    ['C50.9', null, null, 'breast-cancer'],
    ['C61', null, null, 'prostate-cancer'],
    [null, 'C61.9', '8140/3', 'prostate-cancer'],
    [null, 'C44.3', '8090/3', 'nmsc'],
    [null, 'C44.3', '8720/3', 'C44.3'],
    [null, 'C44.3', null, 'uncoded'],
    [null, 'C53.9', '8070/2', 'cervical-cis'],
    [null, 'C53.9', '8070/3', 'C53.9'],
    [null, 'C53.9', null, 'cervical'],
    ['C18.7', null, null, 'C18.7'],
    [null, null, null, 'uncoded'],
  ])('another cancer %s at %s of cell type %s is "%s"', (icd10, topography, morphology, type) => {
    const other = diagnosisOf({ icd10, topography, morphology, diagnosedOn: '2019', isIndex: false })
    const facts = deriveFacts(recordWith({ diagnoses: [{ ...liver, isIndex: true }, other] }))
    expect(facts.otherMalignancies.map((cancer) => cancer.type)).toEqual([type])
  })

  it('a cancer without a code may be of an accepted type', () => {
    const facts = (icd10: string | null) =>
      deriveFacts(
        recordWith({
          diagnoses: [{ ...liver, isIndex: true }, diagnosisOf({ icd10, diagnosedOn: '2019', isIndex: false })],
          assertions: [confirmed('comorbidities-reviewed', '2026-06-01')],
        }),
      )
    const leaf = { op: 'otherMalignancy', onlyTypes: ['breast-cancer'] } as const
    const verdicts = ['C50.9', 'C18.7', null].map((code) => evaluateLeaf(leaf, facts(code), '2026-06-01').verdict)
    expect(verdicts).toEqual(['met', 'notMet', 'unknown'])
  })

  it('is rare by RARECARE when its type is, and undecided while the type is only possible', () => {
    expect(deriveFacts(recordWith({ diagnoses: [liver] })).diagnosis?.isRareByRarecare).toBe(true)
    expect(
      deriveFacts(recordWith({ diagnoses: [diagnosisOf({ icd10: 'C22.0' })] })).diagnosis?.isRareByRarecare,
    ).toBeNull()
  })

  it('is uncoded when no code can be read', () => {
    expect(deriveFacts(recordWith({ diagnoses: [diagnosisOf({ icd10: 'liver' })] })).diagnosis).toMatchObject({
      isUncoded: true,
      exact: [],
      possible: [],
    })
  })
})

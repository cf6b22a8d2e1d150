import { describe, expect, it } from 'vitest'
import { assessTrial } from './assess-trial.ts'
import { deriveFacts } from './derive-facts.ts'
import { opposingRecords } from './opposing-records.ts'
import type { Biomarker, Observation, PatientRecord } from './patient-record.ts'
import { diagnosisOf, finding, recordWith, testOf } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'

const asOf = '2026-08-04'
const day = '2026-08-03'

/** What is held against the last of the rows. */
function against(...observations: readonly Observation[]) {
  return told(recordWith({ observations }), observations.at(-1)?.id ?? '')
}

function againstTest(...biomarkers: readonly Biomarker[]) {
  return told(recordWith({ biomarkers }), biomarkers.at(-1)?.id ?? '')
}

function told(record: PatientRecord, itemId: string) {
  return opposingRecords(record, [itemId], asOf, []).map(({ how, record: { label, valueText, on } }) =>
    [how, label, valueText, on].join(' | '),
  )
}

const ecog = (value: number, on = day, parts: Partial<Observation> = {}) =>
  finding('performance-status', 'ECOG', value, on, parts)

describe('what the record holds against a value that has just been recorded', () => {
  it('is another statement of that day: which, of when, from where and by whom', () => {
    const first = ecog(0, day, { source: 'Clinic letter', recordedBy: 'Dr A Example' })
    const second = ecog(3)
    const [found, ...others] = opposingRecords(recordWith({ observations: [first, second] }), [second.id], asOf, [])
    expect(found).toMatchObject({
      itemId: second.id,
      how: 'saysOtherwise',
      record: {
        itemId: first.id,
        label: 'ECOG performance status',
        valueText: '0',
        on: day,
        source: 'Clinic letter',
        recordedBy: 'Dr A Example',
      },
    })
    expect(others).toEqual([])
  })

  it('is every one of several', () => {
    expect(against(ecog(0), ecog(1), ecog(3))).toHaveLength(2)
  })

  it.each<[string, Observation, Observation]>([
    ['a stage', finding('stage', 'FIGO', 'IV', day), finding('stage', 'FIGO', 'IIB', day)],
    ['a condition', finding('condition', 'asthma', 'active', day), finding('condition', 'asthma', 'absent', day)],
    ['an infection', finding('infection', 'HIV', 'positive', day), finding('infection', 'HIV', 'negative', day)],
    ['a metastasis', finding('metastasis', 'cns', 'present', day), finding('metastasis', 'cns', 'absent', day)],
    [
      'an extent',
      finding('disease-extent', 'disease-extent', 'metastatic', day),
      finding('disease-extent', 'disease-extent', 'localised', day),
    ],
  ])('is told of %s', (_, first, second) => {
    expect(against(first, second)).toHaveLength(1)
  })

  it('is nothing where the same is said twice, of another day, of another thing, or a test was repeated', () => {
    expect(against(ecog(1), ecog(1, day, { id: 'again' }))).toEqual([])
    expect(against(ecog(1, '2026-08-02'), ecog(3))).toEqual([])
    expect(
      against(finding('condition', 'asthma', 'active', day), finding('condition', 'stroke', 'absent', day)),
    ).toEqual([])
    expect(against(finding('lab', 'platelets', 82, day), finding('lab', 'platelets', 182, day))).toEqual([])
  })

  it('is nothing once one of the two is corrected or taken back', () => {
    const first = ecog(0)
    const wrong = ecog(0, day, { id: 'withdrawal', replaces: first.id, withdrawalReason: 'Of another patient' })
    expect(against(first, wrong, ecog(3))).toEqual([])
    expect(against(first, ecog(3, day, { replaces: first.id }))).toEqual([])
  })

  it('is nothing of what was said of a tumour before this one', () => {
    const diagnoses = [diagnosisOf({ icd10: 'C22.0', diagnosedOn: '2026-06-01' })]
    const old = [finding('grade', 'grade', 'G1', '2024-05-01'), finding('grade', 'grade', 'G3', '2024-05-01')]
    expect(told(recordWith({ diagnoses, observations: old }), old[1]?.id ?? '')).toEqual([])
  })

  it('is an opposite report of that day, or one that found what this did not', () => {
    const braf = (result: string, reportedOn: string) =>
      testOf('variant', { id: `${result} ${reportedOn}`, genes: ['BRAF'], hgvsP: 'p.Val600Glu', result, reportedOn })
    expect(againstTest(braf('present', day), braf('absent', day))).toHaveLength(1)
    expect(againstTest(braf('present', '2025-01-01'), braf('absent', day))).toHaveLength(1)
    expect(againstTest(braf('absent', '2025-01-01'), braf('present', day))).toEqual([])
    expect(againstTest(braf('present', day), braf('failed', day))).toEqual([])
  })
})

describe('what cannot be true beside it', () => {
  const extent = (value: string, on = day) => finding('disease-extent', 'disease-extent', value, on)
  const liver = finding('metastasis', 'liver', 'present', day)

  it('is told whichever of the two was recorded last', () => {
    expect(against(liver, extent('localised'))).toEqual([`cannotBeTrueBeside | Liver metastasis | Present | ${day}`])
    expect(against(extent('localised'), liver)).toEqual([`cannotBeTrueBeside | Extent of disease | Localised | ${day}`])
    expect(against(extent('metastatic'), liver)).toEqual([])
    // A metastasis stands, so an extent of any day before it denies is open until somebody says what holds now.
    expect(against(extent('localised', '2026-05-02'), liver)).toHaveLength(1)
  })

  it('is told of a status, and of the brain beside the central nervous system', () => {
    const status = finding('disease-status', 'disease-status', 'progressive', day)
    expect(against(extent('no-evidence-of-disease'), status)).toHaveLength(1)
    const brain = finding('metastasis', 'brain', 'present', day)
    expect(against(finding('metastasis', 'cns', 'absent', day), brain)).toEqual([
      `cannotBeTrueBeside | CNS metastasis | Absent | ${day}`,
    ])
  })
})

describe('results of one day', () => {
  const trial = trialWith({
    isBasket: true,
    criteria: [criterionWith({ expr: { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L' } })],
  })
  const platelets = (value: number, on = day) => finding('lab', 'platelets', value, on, { unit: '10*9/L' })
  const heldAgainst = (first: Observation, second: Observation) => {
    const record = recordWith({ observations: [first, second] })
    const found = assessTrial(deriveFacts(record), trial, asOf)
    return opposingRecords(record, [second.id], asOf, [found]).map(({ how, record: { itemId } }) => [how, itemId])
  }

  it.each<[string, number, number, boolean]>([
    ['below the limit and at it', 99, 100, true],
    ['at it and below', 100, 99, true],
    ['both at or above', 100, 140, false],
    ['both below', 82, 99, false],
  ])('%s: %d and then %d', (_, one, other, isOpposed) => {
    const [first, second] = [platelets(one), platelets(other)]
    expect(heldAgainst(first, second)).toEqual(isOpposed ? [['saysOtherwise', first.id]] : [])
  })

  it('are not those of the day before', () => {
    expect(heldAgainst(platelets(82, '2026-08-02'), platelets(140))).toEqual([])
  })
})

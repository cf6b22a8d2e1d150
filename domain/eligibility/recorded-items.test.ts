import { describe, expect, test } from 'vitest'
import type { PatientRecord } from './patient-record.ts'
import { type RecordedItem, recordedItems } from './recorded-items.ts'
import { confirmed, diagnosisOf, finding, recordWith, testOf, treatmentOf } from './sample-record.ts'

const asOf = '2026-06-15'

function items(parts: Partial<PatientRecord>): readonly RecordedItem[] {
  return recordedItems(recordWith(parts), asOf)
}

function only(parts: Partial<PatientRecord>): RecordedItem {
  const all = items(parts)
  const [item] = all
  if (all.length !== 1 || item === undefined) throw new RangeError(`expected one item, found ${all.length}`)
  return item
}

describe('laboratory values', () => {
  const platelets = finding('lab', 'platelets', 82, '2026-06-01', { unit: '10*9/L', lowerLimit: 150, upperLimit: 400 })

  test('carry their name, unit, reference limits, date, source, author and age', () => {
    expect(only({ observations: [platelets] })).toEqual({
      itemId: platelets.id,
      section: 'laboratory',
      label: 'Platelets',
      valueText: '82 ×10⁹/L (150 to 400)',
      on: '2026-06-01',
      source: 'Laboratory system',
      recordedBy: 'Research nurse',
      isStale: false,
      isOvertaken: false,
      ageDays: 14,
    })
  })

  test('say which limit the report gives, and nothing where it gives none', () => {
    const bilirubin = { unit: 'umol/L', upperLimit: 21 }
    expect(only({ observations: [finding('lab', 'bilirubin', 12, asOf, bilirubin)] }).valueText).toBe(
      '12 µmol/L (up to 21)',
    )
    expect(only({ observations: [finding('lab', 'inr', 1.1, asOf, { unit: 'ratio' })] }).valueText).toBe('1.1')
    const lvef = finding('observation', 'lvef', 61, asOf, { unit: '%', lowerLimit: 50 })
    expect(only({ observations: [lvef] })).toMatchObject({ label: 'LVEF', valueText: '61% (from 50)' })
  })

  test.each([
    ['2026-05-18', 28, false],
    ['2026-05-17', 29, true],
    ['2026-05-19', 27, false],
  ])('of %s are %d days old; stale: %s', (on, ageDays, isStale) => {
    expect(only({ observations: [finding('lab', 'anc', 2, on)] })).toMatchObject({ ageDays, isStale })
  })

  test('go stale by the window of their own kind: a pregnancy test after 7 days', () => {
    const hcg = (on: string) => finding('lab', 'hcg', 'negative', on, { unit: 'qual' })
    expect(only({ observations: [hcg('2026-06-08')] })).toMatchObject({ valueText: 'Negative', isStale: false })
    expect(only({ observations: [hcg('2026-06-07')] }).isStale).toBe(true)
  })

  test('dated after today cannot be relied upon', () => {
    expect(only({ observations: [finding('lab', 'anc', 2, '2026-06-16')] })).toMatchObject({
      ageDays: -1,
      isStale: true,
    })
  })
})

test('performance status is named by its scale, and the code for "not recorded" is not a value', () => {
  const ecog = (value: number) => only({ observations: [finding('performance-status', 'ECOG', value, asOf)] })
  expect(ecog(1)).toMatchObject({ section: 'performance', label: 'ECOG performance status', valueText: '1' })
  expect(ecog(0).valueText).toBe('0')
  expect(ecog(9).valueText).toBe('Not recorded')
})

describe('biomarkers keep apart what was not found, what failed and what was not tested', () => {
  const braf = { genes: ['BRAF'] }
  test.each([
    [testOf('variant', { ...braf, hgvsP: 'p.Val600Glu' }), 'BRAF variant', 'Found: p.Val600Glu'],
    [testOf('variant', { ...braf, result: 'absent' }), 'BRAF variant', 'Tested, not found'],
    [
      testOf('variant', { ...braf, hgvsP: 'p.Val600Glu', result: 'absent' }),
      'BRAF variant',
      'Tested, p.Val600Glu not found',
    ],
    [testOf('variant', { ...braf, result: 'failed' }), 'BRAF variant', 'Sample failed, no result'],
    [testOf('variant', { ...braf, result: 'not tested' }), 'BRAF variant', 'Not tested'],
    [testOf('fusion', { genes: ['ETV6', 'NTRK3'] }), 'ETV6-NTRK3 fusion', 'Found'],
    [testOf('fusion', { genes: ['NTRK1', '*'], result: 'absent' }), 'NTRK1 fusion, any partner', 'Tested, not found'],
    [testOf('ihc', { marker: 'HER2', value: 3, unit: 'plus' }), 'HER2 (immunohistochemistry)', '3+'],
    [testOf('ihc', { marker: 'AR', result: 'negative' }), 'AR (immunohistochemistry)', 'Tested, negative'],
    [testOf('cna', { genes: ['ERBB2'], result: 'amplified' }), 'ERBB2 copy number', 'Amplified'],
    [testOf('hla', { genes: ['HLA-A'], allele: '02:01' }), 'HLA-A typing', 'Found: 02:01'],
    [testOf('msi', { result: 'MSI-H' }), 'Microsatellite instability', 'MSI-H'],
    [testOf('mmr', { result: 'dMMR', isCentralReview: true }), 'Mismatch repair', 'dMMR, central review'],
    [testOf('tmb', { value: 12, unit: 'mut/Mb' }), 'Tumour mutational burden', '12 mut/Mb'],
  ])('%#: %s', (row, label, valueText) => {
    expect(only({ biomarkers: [row] })).toMatchObject({ section: 'biomarkers', label, valueText, isStale: false })
  })
})

describe('diagnoses', () => {
  test('the index cancer is named where its codes prove it', () => {
    const flc = diagnosisOf({ icd10: 'C22.0', topography: 'C22.0', morphology: '8171/3', isIndex: true })
    const item = only({ diagnoses: [flc] })
    expect(item).toMatchObject({ section: 'diagnosis', label: 'Diagnosis', on: '2026-01-05' })
    expect(item.valueText).toMatch(
      /^Fibrolamellar.*: ICD-10 C22.0, topography C22.0, morphology 8171\/3; by histology$/,
    )
  })

  test('a cancer that is merely possible is shown by its codes alone', () => {
    const liver = diagnosisOf({ icd10: 'C22.0', basis: null })
    expect(only({ diagnoses: [liver] }).valueText).toBe('ICD-10 C22.0')
  })

  test('other cancers are told from the index one; a month alone has no age in days', () => {
    const index = diagnosisOf({ icd10: 'C22.0', isIndex: true })
    const breast = diagnosisOf({ icd10: 'C50.9', diagnosedOn: '2012-03' })
    const other = items({ diagnoses: [breast, index] }).find(({ itemId }) => itemId === breast.id)
    expect(other).toMatchObject({ label: 'Other cancer', on: '2012-03', ageDays: null, isStale: false })
  })

  test('a diagnosis without a code says so', () => {
    expect(only({ diagnoses: [diagnosisOf({ basis: 'clinical' })] }).valueText).toBe(
      'no code recorded; clinical diagnosis',
    )
  })
})

describe('treatments', () => {
  test('say what, in which setting and line, how much, when and of which class', () => {
    const row = treatmentOf('carboplatin', {
      setting: 'first-line',
      line: 1,
      cycles: 6,
      classes: ['platinum'],
      halfLifeDays: 5.5,
      startedOn: '2026-01-03',
      endedOn: '2026-05-02',
    })
    expect(only({ treatments: [row] })).toMatchObject({
      section: 'treatment',
      label: 'Systemic treatment',
      valueText:
        'Carboplatin, first-line, line 1, 6 cycles, 03-Jan-2026 to 02-May-2026, class platinum, half-life 5.5 days',
      on: '2026-05-02',
    })
  })

  test('going on, last day not recorded and date not recorded are three different things', () => {
    const words = (parts: Parameters<typeof treatmentOf>[1]) =>
      only({ treatments: [treatmentOf('imatinib', { hasAllClasses: true, ...parts })] }).valueText
    expect(words({ isOngoing: true, startedOn: '2026-01-03' })).toBe('Imatinib, going on since 03-Jan-2026')
    expect(words({ isOngoing: true })).toBe('Imatinib, going on')
    expect(words({ startedOn: '2026-01-03' })).toBe('Imatinib, from 03-Jan-2026, last day not recorded')
    expect(words({})).toBe('Imatinib, date not recorded')
  })

  test('say where classes are missing or perhaps missing, and radiotherapy is its own class', () => {
    const classes = (parts: Parameters<typeof treatmentOf>[1]) =>
      only({ treatments: [treatmentOf('x', { isOngoing: true, ...parts })] }).valueText.replace('X, going on', '')
    expect(classes({})).toBe(', classes not recorded')
    expect(classes({ classes: ['platinum', 'taxane'], hasAllClasses: false })).toBe(
      ', classes platinum, taxane, perhaps others',
    )
    expect(classes({ classes: ['platinum', 'taxane'] })).toBe(', classes platinum, taxane')
    expect(classes({ kind: 'radiotherapy', classes: ['radiotherapy'] })).toBe('')
    expect(classes({ kind: 'radiotherapy', classes: ['radiotherapy', 'PRRT'] })).toBe(', class PRRT')
  })

  test('surgery has its day and margin; treatment of something else says so', () => {
    const row = treatmentOf('Nephrectomy', {
      kind: 'surgery',
      margin: 'R1',
      endedOn: '2026-03-01',
      startedOn: '2026-03-01',
    })
    expect(only({ treatments: [row] })).toMatchObject({
      label: 'Surgery',
      valueText: 'Nephrectomy, margin R1, 01-Mar-2026',
    })
    const other = treatmentOf('tamoxifen', { isForIndexCancer: false, hasAllClasses: true })
    expect(only({ treatments: [other] }).valueText).toBe('Tamoxifen, date not recorded, for another condition')
  })
})

describe('findings', () => {
  test.each([
    [
      finding('stage', 'TNM8', 'IIIB', asOf, { detail: { t: 'T3', n: 'N1', m: 'M0' } }),
      'Stage (TNM8)',
      'IIIB T3 N1 M0',
    ],
    [
      finding('disease-extent', 'disease-extent', 'no-evidence-of-disease', asOf),
      'Extent of disease',
      'No evidence of disease',
    ],
    [finding('metastasis', 'cns', 'absent', asOf), 'CNS metastasis', 'Absent'],
    [
      finding('measurable-disease', 'measurable-disease', true, asOf, { detail: { by: 'RECIST1.1' } }),
      'Measurable disease',
      'Yes, by RECIST 1.1',
    ],
    [finding('toxicity', 'peripheral-neuropathy', 2, asOf), 'Toxicity: peripheral neuropathy', 'CTCAE grade 2'],
    [
      finding('medication', 'systemic-corticosteroid', 'active', asOf, { detail: { doseMgPredEq: 15 } }),
      'Systemic corticosteroid',
      'Active, 15 mg prednisolone or equivalent a day',
    ],
    [
      finding('medication', 'lmwh', 'active', asOf, { detail: { name: 'dalteparin' } }),
      'Low molecular weight heparin',
      'Active, dalteparin',
    ],
    [finding('infection', 'HIV', 'negative', asOf), 'HIV', 'Negative'],
    [finding('attestation', 'Fit for surgery', false, asOf), 'Fit for surgery', 'No'],
    [finding('other-malignancy', 'nmsc-treated', true, asOf), 'Other cancer', 'Treated non-melanoma skin cancer'],
    [
      finding('best-response', 'best-response', 'partial-response', asOf, { detail: { line: 1 } }),
      'Best response',
      'Partial response, to line 1',
    ],
  ])('%#: in clinical words', (row, label, valueText) => {
    expect(only({ observations: [row] })).toMatchObject({ label, valueText })
  })

  test('what was looked for and not found goes stale; what was found stands', () => {
    const stale = (row: ReturnType<typeof finding>) => only({ observations: [row] }).isStale
    expect(stale(finding('metastasis', 'cns', 'absent', '2026-05-04'))).toBe(false)
    expect(stale(finding('metastasis', 'cns', 'absent', '2026-05-03'))).toBe(true)
    expect(stale(finding('metastasis', 'cns', 'present', '2024-01-01'))).toBe(false)
    expect(stale(finding('infection', 'HIV', 'negative', '2025-12-16'))).toBe(true)
    expect(stale(finding('infection', 'HIV', 'not detected', '2025-12-16'))).toBe(true)
    expect(stale(finding('infection', 'HIV', 'positive', '2020-01-01'))).toBe(false)
    expect(stale(finding('condition', 'hypertension', 'active', '2020-01-01'))).toBe(false)
    expect(stale(finding('condition', 'hypertension', 'absent', '2026-03-16'))).toBe(true)
  })
})

test('a confirmation that a category is complete goes stale with that category', () => {
  expect(only({ assertions: [confirmed('treatment-history-complete', '2026-05-18')] })).toMatchObject({
    section: 'treatment',
    label: 'Treatment history is complete',
    valueText: 'Confirmed',
    isStale: false,
    isOvertaken: false,
  })
  expect(only({ assertions: [confirmed('treatment-history-complete', '2026-05-17')] }).isStale).toBe(true)
  expect(only({ assertions: [confirmed('comorbidities-reviewed', '2026-05-17')] }).isStale).toBe(false)
})

test('a row that another corrects is left out', () => {
  const mistyped = finding('lab', 'platelets', 8, '2026-06-01')
  const corrected = finding('lab', 'platelets', 80, '2026-06-01', { replaces: mistyped.id })
  expect(items({ observations: [mistyped, corrected] }).map(({ itemId }) => itemId)).toEqual([corrected.id])
})

test('sections follow each other as they are read, each with its latest value first', () => {
  const found = items({
    observations: [
      finding('lab', 'anc', 2, '2026-05-01'),
      finding('lab', 'anc', 3, '2026-06-01'),
      finding('condition', 'hypertension', 'active', '2026-06-10'),
      finding('stage', 'FIGO', 'IB', '2026-06-10'),
    ],
    diagnoses: [diagnosisOf({ icd10: 'C22.0' })],
    treatments: [treatmentOf('without date'), treatmentOf('carboplatin', { endedOn: '2020-01-01' })],
    biomarkers: [testOf('msi')],
  })
  expect(found.map(({ section }) => section)).toEqual([
    'diagnosis',
    'extent',
    'laboratory',
    'laboratory',
    'biomarkers',
    'treatment',
    'treatment',
    'other',
  ])
  expect(found.filter(({ section }) => section === 'laboratory').map(({ on }) => on)).toEqual([
    '2026-06-01',
    '2026-05-01',
  ])
  expect(found.filter(({ section }) => section === 'treatment').map(({ on }) => on)).toEqual(['2020-01-01', null])
})

test('a patient of whom nothing is recorded has no items', () => {
  expect(items({})).toEqual([])
})

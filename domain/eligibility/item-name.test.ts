import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemName, itemNames, namedItem } from './item-name.ts'

const row = '0a1b2c3d-0000-4000-8000-0123456789ab'

describe('an item is named by its key alone', () => {
  test.each([
    ['lab:anc', 'ANC'],
    ['observation:weight', 'Weight'],
    ['ps:ECOG', 'ECOG performance status'],
    ['score:child-pugh', 'Child-Pugh class'],
    ['stage:TNM8', 'Stage (TNM8)'],
    ['birth-date', 'Date of birth'],
    ['sex', 'Sex'],
    ['childbearing-potential', 'Childbearing potential'],
    ['grade', 'Tumour grade'],
    ['disease-extent', 'Extent of disease now'],
    ['disease-status', 'Disease status now'],
    ['progression', 'Date of progression'],
    ['standard-options', 'Standard treatment options'],
    ['therapy:same-class-as-cohort', 'Previous treatment of the class given in the trial arm'],
    ['diagnosis', 'Diagnosis'],
    ['diagnosis:histology', 'Histology code of the diagnosis'],
    ['diagnosis:topography', 'Topography of the diagnosis'],
    ['diagnosis-basis', 'Basis of diagnosis'],
    ['diagnosis-date', 'Date of diagnosis'],
    ['biomarker:rare alteration in a common cancer', 'Rare alteration in a common cancer'],
    ['biomarker:BRAF p.Val600*', 'BRAF (any change at Val600)'],
    ['biomarker:IDH1 R132*', 'IDH1 (any change at Arg132)'],
    ['biomarker:BRAF p.Val600Glu', 'BRAF p.Val600Glu'],
    ['biomarker:HLA-A*02:01', 'HLA-A*02:01'],
    ['infection:HBV', 'HBV status'],
    ['metastasis:cns', 'CNS metastasis: present state'],
    ['interval:firstLine.end', 'Date of: the end of first-line treatment'],
    ['assertion:treatment-history-complete', 'Confirm: treatment history complete'],
    ['medication:lmwh', 'Low molecular weight heparin: taken or not, and until when'],
    ['medication:systemic-corticosteroid:dose', 'Systemic corticosteroid: daily dose'],
    ['cohort:B', 'Which cohort the patient would join'],
  ])('%s as "%s"', (key, name) => {
    expect(itemName(key)).toBe(name)
    expect(namedItem(key)).toEqual({ key, label: name })
  })

  test.each([
    ['condition:gilbert-syndrome', "Gilbert's syndrome"],
    ['toxicity:peripheral-neuropathy', 'Toxicity: peripheral neuropathy'],
    ['measurable-disease', 'Measurable disease'],
    ['best-response', 'Best response'],
    ['central-review:mdt', 'MDT review'],
    ['attest:Fit for chemotherapy: first cycle', 'Answer to: Fit for chemotherapy: first cycle'],
    ['treatment:earlier-lines', 'Earlier lines of systemic treatment'],
    ['treatment:lines', 'Line number of each systemic treatment'],
  ])('%s as "%s", whatever is missing of it', (key, name) => {
    expect(itemName(key)).toBe(name)
  })

  test.each([
    [`treatment:${row}:last dose date`, 'treatment:last dose date', 'Treatment: last dose date'],
    [`other-malignancy:${row}`, 'other-malignancy', 'Details of another cancer'],
    [`override:${row}`, 'override', "Clinician's verdict to be looked at again"],
  ])('%s as "%s" is, without the row: "%s"', (key, shared, name) => {
    expect(itemName(key)).toBe(name)
    expect(itemName(shared)).toBe(name)
  })

  test.each([
    ['imaging:brain-mri', 'Imaging: brain mri'],
    ['constructor', 'Constructor'],
    ['lab', 'Lab'],
    ['', 'An item without a name'],
  ])('of no known sort, "%s", is shown in its own words: "%s"', (key, name) => {
    expect(itemName(key)).toBe(name)
  })

  test('whatever the key is, there is a name', () => {
    fc.assert(fc.property(fc.string(), (key) => itemName(key) !== ''))
  })
})

test('several items are named in the order of their keys, and each name once', () => {
  const keys = ['sex', 'treatment:a:margin', 'lab:anc', 'treatment:b:margin', 'treatment:b:setting']
  expect(itemNames(keys)).toEqual(['ANC', 'Sex', 'Treatment: margin', 'Treatment: setting'])
})

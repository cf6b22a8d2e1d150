import { describe, expect, it } from 'vitest'
import { checkNewItem } from './check-new-item.ts'
import type { NewBiomarker, NewObservation, NewPatientItem } from './new-patient-item.ts'
import type { PatientRecord } from './patient-record.ts'
import { confirmed, diagnosisOf, finding, recordWith, treatmentOf } from './sample-record.ts'

const today = '2026-06-15'

const platelets: NewObservation = {
  kind: 'observation',
  observationKind: 'lab',
  code: 'platelets',
  value: 145,
  unit: '10*9/L',
  lowerLimit: null,
  upperLimit: null,
  observedOn: today,
  source: 'Laboratory system',
}

const braf: NewBiomarker = {
  kind: 'biomarker',
  type: 'variant',
  genes: ['BRAF'],
  marker: null,
  hgvsP: 'p.Val600Glu',
  allele: null,
  result: 'present',
  value: null,
  unit: null,
  isCentralReview: false,
  reportedOn: today,
  source: 'Genomic laboratory',
}

const messages = (item: NewPatientItem, record: Partial<PatientRecord> = {}) =>
  checkNewItem(recordWith(record), item, today).map(({ pointer, message }) => `${pointer}: ${message}`)

describe('the day', () => {
  it('is today at the latest, the day of birth at the earliest, and not after death', () => {
    const on = (observedOn: string, record: Partial<PatientRecord> = {}) =>
      messages({ ...platelets, observedOn }, record)
    expect(on('2026-06-14')).toEqual([])
    expect(on('2026-06-15')).toEqual([])
    expect(on('2026-06-16')).toEqual(['/observedOn: 16-Jun-2026 is in the future: give a day up to 15-Jun-2026'])
    const born = { bornOn: '2000-03-02' }
    expect(on('2000-03-01', born)).toEqual([
      '/observedOn: 01-Mar-2000 is before the patient was born, on 02-Mar-2000: check the year',
    ])
    expect(on('2000-03-02', born)).toEqual([])
    expect(on('2000-03-03', born)).toEqual([])
    const died = { diedOn: '2026-06-10' }
    expect(on('2026-06-09', died)).toEqual([])
    expect(on('2026-06-10', died)).toEqual([])
    expect(on('2026-06-11', died)).toHaveLength(1)
  })

  it('known only in part is taken where any day that it can mean is possible', () => {
    const diagnosed = (diagnosedOn: string) =>
      messages({ kind: 'diagnosis', icd10: 'C22.0', diagnosedOn, source: 'x' }, { bornOn: '2000-03-02' })
    expect(diagnosed('2026')).toEqual([])
    expect(diagnosed('2026-06')).toEqual([])
    expect(diagnosed('2026-07')).toHaveLength(1)
    expect(diagnosed('2000')).toEqual([])
    expect(diagnosed('1999')).toHaveLength(1)
    expect(diagnosed('2026-13')[0]).toMatch(/is not a date/)
  })

  it('is checked on every kind', () => {
    const items: readonly NewPatientItem[] = [
      { ...braf, reportedOn: '2027-01-01' },
      { kind: 'assertion', category: 'medicines-reviewed', assertedOn: '2027-01-01', source: 'x' },
      { kind: 'treatment', treatmentKind: 'systemic', name: 'x', startedOn: '2027-01-01', source: 'x' },
    ]
    for (const item of items) expect(messages(item)[0]).toMatch(/is in the future/)
  })
})

describe('a finding', () => {
  it('needs a code, a value and a unit that the record has words for', () => {
    expect(messages({ ...platelets, code: 'platelet' })[0]).toMatch(/^\/code: "platelet" is not a known code for lab/)
    expect(messages({ ...platelets, value: 'many' })[0]).toMatch(/^\/value: "many" is not a number/)
    expect(messages({ ...platelets, unit: 'g/L' })[0]).toMatch(/^\/unit: /)
    expect(messages({ ...platelets, value: 2001 })[0]).toMatch(/^\/value: 2001 .* cannot be right/)
  })

  it('has a reference range that is one', () => {
    expect(messages({ ...platelets, lowerLimit: 150, upperLimit: 400 })).toEqual([])
    expect(messages({ ...platelets, lowerLimit: 400, upperLimit: 150 })[0]).toMatch(/^\/upperLimit/)
    expect(messages({ ...platelets, upperLimit: 0 })[0]).toMatch(/^\/upperLimit/)
    expect(messages({ ...platelets, lowerLimit: -1 })[0]).toMatch(/^\/lowerLimit/)
  })

  it('in words takes one of its words, and neither unit nor range', () => {
    const cns = { ...platelets, observationKind: 'metastasis', code: 'cns', value: 'stable', unit: null } as const
    expect(messages({ ...cns, detail: { isTreated: true, stableSinceOn: '2026-05-01' } })).toEqual([])
    expect(messages({ ...cns, value: 'stabil' })[0]).toMatch(/^\/value: "stabil" is not one of absent, present/)
    expect(messages({ ...cns, unit: 'mm' })[0]).toMatch(/^\/unit/)
    expect(messages({ ...cns, upperLimit: 3 })[0]).toMatch(/^\/upperLimit/)
    expect(messages({ ...cns, detail: { isTreated: 'yes' } })[0]).toMatch(/^\/detail\/isTreated/)
    expect(messages({ ...cns, detail: { stableSinceOn: '2026-02-30' } })[0]).toMatch(/^\/detail\/stableSinceOn/)
    expect(messages({ ...cns, detail: { size: 3 } })[0]).toMatch(/^\/detail\/size: size is not a part/)
  })
})

describe('a test', () => {
  it('names its subject in words that trials use', () => {
    expect(messages(braf)).toEqual([])
    expect(messages({ ...braf, genes: [] })[0]).toMatch(/^\/genes: This test names one gene, and 0/)
    expect(messages({ ...braf, result: 'maybe' })[0]).toMatch(
      /^\/result: "maybe" is not one of present, absent, failed/,
    )
    expect(messages({ ...braf, hgvsP: 'exon 15' })[0]).toMatch(/^\/hgvsP: "exon 15" is not a protein change/)
    expect(messages({ ...braf, hgvsP: 'V600E' })).toEqual([])
    expect(messages({ ...braf, value: 3 })[0]).toMatch(/^\/value: This test has no number/)
  })

  it('of a whole panel can only say that nothing was found', () => {
    const panel: NewBiomarker = { ...braf, type: 'fusion', genes: ['*'], hgvsP: null }
    expect(messages({ ...panel, result: 'absent' })).toEqual([])
    expect(messages({ ...panel, result: 'present' })[0]).toMatch(/^\/genes/)
  })

  it('of a stain has a score within its scale', () => {
    const her2: NewBiomarker = { ...braf, type: 'ihc', genes: [], marker: 'HER2', hgvsP: null, unit: 'plus' }
    const outcomes = [-1, 0, 3, 4].map((value) =>
      messages({ ...her2, value, result: value > 0 ? 'present' : 'absent' }),
    )
    expect(outcomes.map(({ length }) => length)).toEqual([1, 0, 0, 1])
    expect(messages({ ...her2, value: 3, unit: 'cm' })[0]).toMatch(/^\/unit: The unit must be one of IRS/)
    expect(messages({ ...her2, value: null })[0]).toMatch(/^\/value: A unit \(plus\)/)
    expect(messages({ ...her2, marker: null, value: 3 })[0]).toMatch(/^\/marker/)
  })

  it('of a stain says in words what its score says', () => {
    const receptor: NewBiomarker = { ...braf, type: 'ihc', genes: [], marker: 'AR', hgvsP: null, unit: 'IRS' }
    const told = (result: string, value: number) => messages({ ...receptor, result, value })
    expect(told('absent', 8)).toEqual([
      '/result: "absent" and a score of 8 IRS contradict each other: correct the result, or the score to 0',
    ])
    expect(told('present', 0)).toEqual([
      '/result: "present" and a score of 0 IRS contradict each other: correct the result, or the score to more than 0',
    ])
    for (const [result, value] of [
      ['absent', 0],
      ['present', 1],
      ['equivocal', 0],
      ['equivocal', 2],
    ] as const)
      expect(told(result, value)).toEqual([])
    expect(messages({ ...receptor, result: 'absent', value: null, unit: null })).toEqual([])
  })

  it('of a fusion names two genes that can be joined', () => {
    const fusion: NewBiomarker = { ...braf, type: 'fusion', hgvsP: null }
    for (const genes of [
      ['NTRK1', 'NTRK1'],
      ['HER2', ' erbb2'],
    ])
      expect(messages({ ...fusion, genes })[0]).toMatch(/^\/genes: A fusion joins two genes, and both are/)
    expect(messages({ ...fusion, genes: ['ETV6', 'NTRK1'] })).toEqual([])
    expect(messages({ ...fusion, genes: ['NTRK1'] })).toEqual([])
  })

  it('of a variant may write a stop in the older way', () => {
    expect(messages({ ...braf, hgvsP: 'R213X' })).toEqual([])
  })

  it.each(['p.Val600=', 'V600=', 'p.(=)', 'V600V', 'p.Val600Val'])('that found %s found nothing', (hgvsP) => {
    expect(messages({ ...braf, hgvsP })).toEqual([
      `/hgvsP: "${hgvsP}" leaves the protein as it is, so nothing was found: give the change that was found, or record that none was found and leave this empty`,
    ])
  })

  it('of HLA has an allele that can be read', () => {
    const hla: NewBiomarker = { ...braf, type: 'hla', genes: ['HLA-A'], hgvsP: null, result: 'positive' }
    expect(messages({ ...hla, allele: '02:01' })).toEqual([])
    expect(messages({ ...hla, allele: 'two' })[0]).toMatch(/^\/allele/)
  })
})

describe('a diagnosis', () => {
  const diagnosis = { kind: 'diagnosis', source: 'Pathology report' } as const

  it('has codes that can be read', () => {
    expect(messages({ ...diagnosis, morphology: '8171/3' })).toEqual([])
    expect(messages({ ...diagnosis, morphology: 'fibrolamellar' })[0]).toMatch(/^\/morphology: "fibrolamellar" is not/)
    expect(messages({ ...diagnosis, icd10: 'liver' })[0]).toMatch(/^\/icd10/)
    expect(messages({ ...diagnosis, topography: 'C99' })[0]).toMatch(/^\/topography/)
    expect(messages(diagnosis)[0]).toMatch(/^\/morphology: The diagnosis has no code/)
  })

  it('may leave out of a correction what is recorded already', () => {
    const held = diagnosisOf({ icd10: 'C22.0' })
    const item = { ...diagnosis, basis: 'histology', replaces: held.id } as const
    expect(messages(item, { diagnoses: [held] })).toEqual([])
  })
})

describe('a treatment', () => {
  const course = treatmentOf('carboplatin', { startedOn: '2026-01-10' })
  const corrected = { kind: 'treatment', replaces: course.id, source: 'Treatment record' } as const
  const record = { treatments: [course] }

  it('ends on its first day at the earliest, also where only the last day is given', () => {
    expect(messages({ ...corrected, endedOn: '2026-01-09' }, record)[0]).toMatch(
      /^\/endedOn: The last day, 09-Jan-2026, is before the first day, /,
    )
    expect(messages({ ...corrected, endedOn: '2026-01-10' }, record)).toEqual([])
    expect(messages({ ...corrected, endedOn: '2026-01-11' }, record)).toEqual([])
    expect(messages({ ...corrected, endedOn: '2026-02-01', isOngoing: true }, record)[0]).toMatch(/goes on/)
  })

  it('that is new says what it was, when, and of which class', () => {
    const added = { kind: 'treatment', source: 'x' } as const
    expect(messages(added)[0]).toMatch(/^\/treatmentKind/)
    expect(messages({ ...added, treatmentKind: 'systemic' })[0]).toMatch(/^\/name/)
    expect(messages({ ...added, treatmentKind: 'systemic', name: 'x' })[0]).toMatch(
      /^\/startedOn: The treatment has no date/,
    )
    const dated = { ...added, treatmentKind: 'systemic', name: 'x', startedOn: '2026-01-01' } as const
    expect(messages({ ...dated, classes: ['anti-PD1'] })[0]).toMatch(/^\/classes: "anti-PD1" is not one of/)
    expect(messages({ ...dated, classes: ['anti-PD-1'] })).toEqual([])
  })

  it('has the parts of its kind alone', () => {
    const day = { kind: 'treatment', name: 'x', endedOn: '2026-01-01', source: 'x' } as const
    const systemic = { ...day, treatmentKind: 'systemic' } as const
    const radiotherapy = { ...day, treatmentKind: 'radiotherapy' } as const
    const surgery = { ...day, treatmentKind: 'surgery' } as const
    expect(messages({ ...systemic, cycles: 6, halfLifeDays: 4, line: 1 })).toEqual([])
    expect(messages({ ...radiotherapy, cycles: 5, site: 'target-lesion', classes: ['radiotherapy'] })).toEqual([])
    expect(messages({ ...surgery, procedure: 'primary-resection', margin: 'R0', site: 'target-lesion' })).toEqual([])
    expect(messages({ ...surgery, cycles: 6 })).toEqual([
      '/cycles: Surgery has no cycles: leave it out, or check the kind of treatment',
    ])
    expect(messages({ ...surgery, halfLifeDays: 4, line: 1, classes: ['platinum'] })).toHaveLength(3)
    expect(messages({ ...surgery, endedOn: null, startedOn: '2026-01-01', isOngoing: true })[0]).toMatch(/^\/isOngoing/)
    expect(messages({ ...radiotherapy, halfLifeDays: 4 })[0]).toMatch(/^\/halfLifeDays: Radiotherapy has no half-life/)
    expect(messages({ ...radiotherapy, line: 1 })[0]).toMatch(/^\/line/)
    expect(messages({ ...systemic, margin: 'R0', procedure: 'major', site: 'target-lesion' })).toHaveLength(3)
  })

  it('of another kind than before keeps nothing of the kind before', () => {
    const drugs = treatmentOf('carboplatin', { cycles: 6, classes: ['platinum'], endedOn: '2026-01-01' })
    const operation = { ...corrected, replaces: drugs.id, treatmentKind: 'surgery' } as const
    const held = { treatments: [drugs] }
    expect(messages(operation, held).map((message) => message.split(':')[0])).toEqual(['/classes', '/cycles'])
    expect(messages({ ...operation, classes: [], cycles: null }, held)).toEqual([])
    const cyclic = treatmentOf('odd', { kind: 'surgery', cycles: 6, endedOn: '2026-01-01' })
    expect(messages({ ...corrected, replaces: cyclic.id, margin: 'R0' }, { treatments: [cyclic] })).toEqual([])
  })

  it('names its sort of operation and what was treated in the words of the lists, or as before', () => {
    const operation = treatmentOf('x', { kind: 'surgery', endedOn: '2026-01-01', site: 'pelvis', procedure: 'biopsy' })
    const again = { ...corrected, replaces: operation.id } as const
    const held = { treatments: [operation] }
    expect(messages({ ...again, site: 'pelvis', procedure: 'biopsy' }, held)).toEqual([])
    expect(messages({ ...again, procedure: 'primary resection' }, held)).toEqual([
      '/procedure: "primary resection" is not one of primary-resection, major, minor',
    ])
    expect(messages({ ...again, site: 'Target lesion' }, held)[0]).toMatch(/^\/site/)
  })

  it('without any date can be corrected otherwise, and one with a date cannot lose it', () => {
    const undated = treatmentOf('x')
    const again = { ...corrected, replaces: undated.id } as const
    expect(
      messages({ ...again, classes: ['platinum'], startedOn: null, endedOn: null }, { treatments: [undated] }),
    ).toEqual([])
    expect(messages({ ...corrected, startedOn: null }, record)[0]).toMatch(/^\/startedOn: The treatment has no date/)
  })
})

describe('a correction', () => {
  const held = finding('lab', 'platelets', 82, '2026-06-01')
  const other = finding('lab', 'anc', 2, '2026-06-01')

  it('names a row of the same sort that still stands', () => {
    const record = { observations: [held, other] }
    expect(messages({ ...platelets, replaces: held.id }, record)).toEqual([])
    expect(messages({ ...platelets, replaces: other.id }, record)[0]).toMatch(/^\/replaces/)
    expect(messages({ ...platelets, replaces: 'nothing' }, record)[0]).toMatch(/^\/replaces/)
    const later = finding('lab', 'platelets', 90, '2026-06-01', { replaces: held.id })
    expect(messages({ ...platelets, replaces: held.id }, { observations: [held, later] })).toEqual([
      '/replaces: Research nurse corrected this meanwhile, and it is now Platelets: 90 on 01-Jun-2026. Reload the page to correct it again',
    ])
  })

  it('of one kind cannot name a row of another', () => {
    const assertion = confirmed('medicines-reviewed', '2026-06-01')
    const record = { observations: [held], assertions: [assertion] }
    expect(messages({ ...platelets, replaces: assertion.id }, record)).toHaveLength(1)
    const again = { kind: 'assertion', category: 'medicines-reviewed', assertedOn: today, source: 'x' } as const
    expect(messages({ ...again, replaces: assertion.id }, record)).toEqual([])
    expect(messages({ ...again, category: 'comorbidities-reviewed', replaces: assertion.id }, record)).toHaveLength(1)
    expect(messages({ ...braf, replaces: held.id }, record)).toHaveLength(1)
  })
})

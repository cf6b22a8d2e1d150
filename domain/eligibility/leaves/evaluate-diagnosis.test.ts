import { describe, expect, it } from 'vitest'
import { deriveFacts } from '../derive-facts.ts'
import type { DiagnosisLeaf } from '../leaf.ts'
import type { Diagnosis } from '../patient-record.ts'
import { diagnosisOf, recordWith } from '../sample-record.ts'
import { evaluateMorphology, evaluateTopography } from './evaluate-codes.ts'
import { evaluateDiagnosis, evaluateRareCancer } from './evaluate-diagnosis.ts'

const fibrolamellar: DiagnosisLeaf = { op: 'diagnosis', entities: ['gi-flc'], confirmation: 'histology' }
const factsOf = (parts: Partial<Diagnosis>) => deriveFacts(recordWith({ diagnoses: [diagnosisOf(parts)] }))

describe('the diagnosis of the trial', () => {
  it('is met by topography and morphology, not by ICD-10 alone, and failed by another histology', () => {
    expect(evaluateDiagnosis(fibrolamellar, factsOf({ icd10: 'C22.0', morphology: '8171/3' })).verdict).toBe('met')
    expect(evaluateDiagnosis(fibrolamellar, factsOf({ icd10: 'C22.0', morphology: '8170/3' })).verdict).toBe('notMet')
    expect(evaluateDiagnosis(fibrolamellar, factsOf({ icd10: 'C22.0' }))).toMatchObject({
      verdict: 'unknown',
      reason: 'possibleDiagnosis',
      item: { key: 'diagnosis:histology' },
      sentence:
        'Diagnosis C22.0 of 05-Jan-2026 (MDT proforma) may be the cancer named: Fibrolamellar carcinoma of liver; needs histology code',
    })
  })

  it('is met by an entity when the trial takes its group', () => {
    const salivary: DiagnosisLeaf = { op: 'diagnosis', entities: ['hn-salivary'] }
    expect(evaluateDiagnosis(salivary, factsOf({ topography: 'C07.9', morphology: '8500/3' })).verdict).toBe('met')
  })

  it('is unknown when nothing is recorded or no code can be read', () => {
    expect(evaluateDiagnosis(fibrolamellar, deriveFacts(recordWith()))).toMatchObject({
      verdict: 'unknown',
      reason: 'missing',
    })
    expect(evaluateDiagnosis(fibrolamellar, factsOf({ icd10: null }))).toMatchObject({
      verdict: 'unknown',
      reason: 'missing',
    })
  })

  it('is one thing to find out while no code can be read, whichever of its codes is asked for', () => {
    const uncoded = factsOf({ icd10: null, basis: null })
    const rare = { op: 'rareCancer', definition: 'RARECARE' } as const
    const asked = [
      evaluateDiagnosis({ ...fibrolamellar, morphology: ['8171/3'] }, uncoded),
      evaluateRareCancer(rare, uncoded),
      evaluateMorphology({ op: 'morphology', in: ['8171/3'] }, uncoded),
      evaluateTopography({ op: 'topography', in: ['C22'] }, uncoded),
    ]
    expect(asked.map(({ verdict, item }) => [verdict, item?.key])).toEqual(asked.map(() => ['unknown', 'diagnosis']))
    // A code for the whole that leaves the cell type open asks for that alone.
    expect(evaluateMorphology({ op: 'morphology', in: ['8171/3'] }, factsOf({ icd10: 'C22.0' })).item?.key).toBe(
      'diagnosis:histology',
    )
  })

  it.each([
    ['histology', 'met', 'met'],
    ['cytology', 'notMet', 'met'],
    ['clinical', 'notMet', 'notMet'],
    [null, 'unknown', 'unknown'],
  ] as const)('proven by %s: histology asked is %s, histology or cytology asked is %s', (basis, histology, either) => {
    const facts = factsOf({ icd10: 'C22.0', morphology: '8171/3', basis })
    expect(evaluateDiagnosis(fibrolamellar, facts).verdict).toBe(histology)
    expect(evaluateDiagnosis({ ...fibrolamellar, confirmation: 'histologyOrCytology' }, facts).verdict).toBe(either)
    expect(evaluateDiagnosis({ ...fibrolamellar, confirmation: 'any' }, facts).verdict).toBe('met')
  })

  it('asks for the listed cell types as well', () => {
    const ductal: DiagnosisLeaf = { op: 'diagnosis', entities: ['hn-salivary'], morphology: ['8500/3'] }
    expect(evaluateDiagnosis(ductal, factsOf({ topography: 'C07.9', morphology: '8500/3' })).verdict).toBe('met')
    expect(evaluateDiagnosis(ductal, factsOf({ topography: 'C07.9', morphology: '8430/3' })).verdict).toBe('notMet')
  })
})

describe('morphology', () => {
  const squamous = { op: 'morphology', range: ['8051', '8086'] } as const

  it.each([
    ['8050/3', 'notMet'],
    ['8051/3', 'met'],
    ['8086', 'met'],
    ['8087/3', 'notMet'],
    ['8010/3', 'unknown'],
    ['8000/3', 'unknown'],
    [null, 'unknown'],
  ])('%s among squamous cell types is %s', (morphology, verdict) => {
    expect(evaluateMorphology(squamous, factsOf({ morphology })).verdict).toBe(verdict)
  })

  it('with a behaviour is compared with its behaviour; none means malignant', () => {
    const myxopapillary = { op: 'morphology', in: ['9394/1'] } as const
    const verdicts = ['9394/1', '9394/3', '9394'].map(
      (morphology) => evaluateMorphology(myxopapillary, factsOf({ morphology })).verdict,
    )
    expect(verdicts).toEqual(['met', 'notMet', 'notMet'])
  })

  it('in SNOMED CT cannot be read as ICD-O', () => {
    expect(evaluateMorphology(squamous, factsOf({ morphology: '8070/3', morphologySystem: 'snomed-ct' })).verdict).toBe(
      'unknown',
    )
  })
})

describe('topography', () => {
  it.each([
    [['C71'], 'C71.2', 'met'],
    [['C71'], 'C72.0', 'notMet'],
    [['C71.2'], 'C71', 'unknown'],
    [['C71'], null, 'unknown'],
  ] as const)('%j against %s is %s', (list, topography, verdict) => {
    expect(evaluateTopography({ op: 'topography', in: list }, factsOf({ topography })).verdict).toBe(verdict)
  })
})

describe('rarity', () => {
  it('follows the proven cancer type and is open for anything else', () => {
    const rare = { op: 'rareCancer', definition: 'RARECARE' } as const
    expect(evaluateRareCancer(rare, factsOf({ icd10: 'C22.0', morphology: '8171/3' })).verdict).toBe('met')
    expect(evaluateRareCancer(rare, factsOf({ icd10: 'C22.0' })).verdict).toBe('unknown')
    expect(evaluateRareCancer(rare, factsOf({ icd10: 'C50.9', morphology: '8500/3' })).verdict).toBe('unknown')
    expect(
      evaluateRareCancer({ ...rare, definition: 'ACT2026' }, factsOf({ icd10: 'C22.0', morphology: '8171/3' })).verdict,
    ).toBe('unknown')
  })
})

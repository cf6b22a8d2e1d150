import { describe, expect, it } from 'vitest'
import { candidacyOf, isCandidate } from './candidate.ts'
import { deriveFacts } from './derive-facts.ts'
import type { Diagnosis } from './patient-record.ts'
import { diagnosisOf, recordWith } from './sample-record.ts'

const trial = { isOpen: true, cancerTypeIds: ['gi-flc'], isBasket: false }
const basket = { isOpen: true, cancerTypeIds: [], isBasket: true }
const factsOf = (parts: Partial<Diagnosis>) => deriveFacts(recordWith({ diagnoses: [diagnosisOf(parts)] }))

describe('candidate trials', () => {
  it.each<[string, Partial<Diagnosis>, object]>([
    ['proven', { icd10: 'C22.0', morphology: '8171/3' }, { kind: 'cancerType', grade: 'exact' }],
    ['possible', { icd10: 'C22.0' }, { kind: 'cancerType', grade: 'possible' }],
    ['another', { icd10: 'C22.0', morphology: '8170/3' }, { kind: 'notCandidate', because: 'otherCancer' }],
    ['not coded', {}, { kind: 'needsDiagnosis' }],
  ])('a cancer that is %s gives %j', (_name, parts, candidacy) => {
    expect(candidacyOf(trial, factsOf(parts))).toMatchObject(candidacy)
  })

  it('are open in the countries of the service', () => {
    const facts = factsOf({ icd10: 'C22.0', morphology: '8171/3' })
    expect(candidacyOf({ ...trial, isOpen: false }, facts)).toEqual({ kind: 'notCandidate', because: 'notOpen' })
  })

  it('keep baskets in their own group, also for a patient without diagnosis', () => {
    expect(candidacyOf(basket, deriveFacts(recordWith())).kind).toBe('basket')
    expect(
      candidacyOf({ ...basket, cancerTypeIds: ['gi-flc'] }, factsOf({ icd10: 'C22.0', morphology: '8171/3' })).kind,
    ).toBe('cancerType')
  })

  it('leave out what maps to no cancer type, to be checked by hand', () => {
    const candidacy = candidacyOf({ ...trial, cancerTypeIds: [] }, factsOf({ icd10: 'C22.0' }))
    expect(candidacy.kind).toBe('notMapped')
    expect(isCandidate(candidacy)).toBe(false)
  })

  it('are not sought for a patient who has died', () => {
    expect(candidacyOf(basket, deriveFacts(recordWith({ diedOn: '2026-01-01' })))).toEqual({
      kind: 'notCandidate',
      because: 'patientDied',
    })
  })
})

import { describe, expect, it } from 'vitest'
import { enteredItems } from './entered-item.ts'
import { askedFields, type EntryField } from './entry-form.ts'
import { entryOfRow } from './entry-of-row.ts'
import { itemOfEntry } from './item-of-entry.ts'
import type { PatientRecord } from './patient-record.ts'
import { confirmed, diagnosisOf, finding, recordWith, testOf, treatmentOf } from './sample-record.ts'

/** The form of the one row of a record. */
function formOf(parts: Partial<PatientRecord>) {
  const [row] = [...enteredItems(recordWith(parts))].map(([itemId, entered]) => ({ itemId, entered }))
  const entry = row && entryOfRow(row)
  if (entry?.kind !== 'form') throw new Error('It has no form.')
  return entry.form
}

const initials = (fields: readonly EntryField[]) =>
  Object.fromEntries(
    fields.map(({ name, control }) => [
      name,
      control.kind === 'choice' ? (control.initial?.value ?? null) : control.initial,
    ]),
  )

describe('a measurement', () => {
  const platelets = finding('lab', 'platelets', 82, '2026-06-01', { unit: '10*3/uL', lowerLimit: 150, upperLimit: 400 })

  it('is corrected with its unit, its day and the limits of its report, which nothing asks for', () => {
    const form = formOf({ observations: [platelets] })
    expect(form.target).toMatchObject({ code: 'platelets', replaces: platelets.id })
    expect(form.usualSource).toBe('Laboratory system')
    expect(initials(form.fields)).toEqual({
      value: 82,
      'detail.bound': null,
      unit: '10*3/uL',
      lowerLimit: 150,
      upperLimit: 400,
      observedOn: '2026-06-01',
    })
  })

  it('below the range of its assay stays so', () => {
    const low = { ...platelets, value: 5, detail: { bound: '<' } }
    expect(initials(formOf({ observations: [low] }).fields)).toMatchObject({ value: 5, 'detail.bound': '<' })
  })

  it('in a unit that it does not come in has its figure asked anew', () => {
    const { fields } = formOf({ observations: [{ ...platelets, unit: 'g/L' }] })
    expect(initials(fields)).toMatchObject({ value: null, unit: null, observedOn: '2026-06-01' })
    const alt = finding('lab', 'alt', 30, '2026-06-01', { unit: 'ukat/L', upperLimit: 0.6 })
    expect(initials(formOf({ observations: [alt] }).fields)).toMatchObject({ value: null, upperLimit: null })
  })

  it('that is no number, or a word that is not on the list, is asked anew', () => {
    expect(initials(formOf({ observations: [{ ...platelets, value: 'clumped' }] }).fields).value).toBeNull()
    const ecog = finding('performance-status', 'ECOG', 9, '2026-06-01')
    expect(initials(formOf({ observations: [ecog] }).fields).value).toBeNull()
  })

  it('of a code that is not known here has no form', () => {
    const [row] = [...enteredItems(recordWith({ observations: [finding('stage', 'TNM7', 'II', '2026-06-01')] }))]
    expect(row && entryOfRow({ itemId: row[0], entered: row[1] }).kind).toBe('elsewhere')
  })
})

describe('a finding in words', () => {
  it('has its further parts, and those that are not asked for are not sent', () => {
    const cns = finding('metastasis', 'cns', 'stable', '2026-06-01', {
      detail: { isTreated: true, stableSinceOn: '2026-04-01', lesions: 2 },
    })
    const form = formOf({ observations: [cns] })
    expect(initials(form.fields)).toEqual({
      value: 'stable',
      'detail.isTreated': true,
      'detail.stableSinceOn': '2026-04-01',
      observedOn: '2026-06-01',
    })
    expect(itemOfEntry(form, { value: 'absent', observedOn: '2026-06-01' }, 'x')).toMatchObject({ detail: {} })
  })

  it('a clinician’s answer and a confirmation are corrected too', () => {
    const answer = finding('attestation', 'Fit for surgery', true, '2026-06-01')
    expect(initials(formOf({ observations: [answer] }).fields)).toEqual({ value: true, observedOn: '2026-06-01' })
    const form = formOf({ assertions: [confirmed('medicines-reviewed', '2026-05-02')] })
    expect(initials(form.fields)).toEqual({ assertedOn: '2026-05-02' })
    expect(itemOfEntry(form, { assertedOn: '2026-05-01' }, 'x')).toEqual({
      kind: 'assertion',
      category: 'medicines-reviewed',
      assertedOn: '2026-05-01',
      source: 'x',
      replaces: 'medicines-reviewed-2026-05-02',
    })
  })
})

describe('a test', () => {
  it('has what was tested among its fields', () => {
    const fused = testOf('fusion', { genes: ['EWSR1', 'FLI1'], isCentralReview: true })
    const form = formOf({ biomarkers: [fused] })
    expect(initials(form.fields)).toEqual({
      genes: 'EWSR1, FLI1',
      result: 'present',
      isCentralReview: true,
      reportedOn: '2026-02-01',
    })
    const item = itemOfEntry(form, { genes: 'EWSR1,  ERG', result: 'present', reportedOn: '2026-02-01' }, 'x')
    expect(item).toMatchObject({ genes: ['EWSR1', 'ERG'], isCentralReview: false, replaces: fused.id })
  })

  it('of a stain has its score in the unit that it was given in', () => {
    const stain = testOf('ihc', { marker: 'HER2', result: 'present', value: 60, unit: '%' })
    expect(initials(formOf({ biomarkers: [stain] }).fields)).toMatchObject({ marker: 'HER2', value: 60, unit: '%' })
  })
})

describe('a diagnosis', () => {
  const held = diagnosisOf({ icd10: 'C22.0', topography: 'C22.0', morphology: '8170/3', diagnosedOn: '2026-01' })

  it('has all its codes, and one that is emptied is not known any more', () => {
    const form = formOf({ diagnoses: [held] })
    expect(initials(form.fields)).toEqual({
      icd10: 'C22.0',
      topography: 'C22.0',
      morphology: '8170/3',
      basis: 'histology',
      diagnosedOn: '2026-01',
    })
    expect(itemOfEntry(form, { morphology: '8171/3', basis: 'histology', diagnosedOn: '2026-01' }, 'x')).toEqual({
      kind: 'diagnosis',
      icd10: null,
      topography: null,
      morphology: '8171/3',
      basis: 'histology',
      diagnosedOn: '2026-01',
      source: 'x',
      replaces: held.id,
    })
  })

  it('with a morphology in SNOMED CT keeps it where none is given', () => {
    const form = formOf({ diagnoses: [{ ...held, morphology: '1187425009', morphologySystem: 'snomed-ct' }] })
    expect(initials(form.fields).morphology).toBe('')
    expect(itemOfEntry(form, { icd10: 'C22.0' }, 'x')).not.toHaveProperty('morphology')
    expect(itemOfEntry(form, { morphology: '8171/3' }, 'x')).toMatchObject({ morphology: '8171/3' })
  })
})

describe('a treatment', () => {
  const asked = (parts: Parameters<typeof treatmentOf>[1]) => {
    const { fields } = formOf({ treatments: [treatmentOf('x', parts)] })
    const values = initials(fields)
    return askedFields(fields, (name) => values[name] ?? null).map(({ name }) => name)
  }
  const always = ['treatmentKind', 'name', 'setting', 'isForIndexCancer']

  it('is asked for the parts of its kind alone', () => {
    const course = ['classes', 'hasAllClasses', 'startedOn', 'isOngoing', 'endedOn', 'cycles']
    expect(asked({ kind: 'systemic' }).toSorted()).toEqual([...always, ...course, 'line', 'halfLifeDays'].toSorted())
    expect(asked({ kind: 'radiotherapy' }).toSorted()).toEqual([...always, ...course, 'site'].toSorted())
    expect(asked({ kind: 'surgery' }).toSorted()).toEqual(
      [...always, 'endedOn', 'procedure', 'margin', 'site'].toSorted(),
    )
  })

  it('that goes on is not asked for its last day', () => {
    expect(asked({ isOngoing: true })).not.toContain('endedOn')
    expect(asked({ isOngoing: false })).toContain('endedOn')
  })

  it('is sent whole, so that a part that was emptied is not known, and an operation begins on its day', () => {
    const form = formOf({ treatments: [treatmentOf('carboplatin', { cycles: 6, startedOn: '2026-01-01', line: 2 })] })
    const sent = itemOfEntry(
      form,
      { treatmentKind: 'surgery', name: 'Resection', endedOn: '2026-01-05', isForIndexCancer: true },
      'Theatre record',
    )
    expect(sent).toEqual({
      kind: 'treatment',
      treatmentKind: 'surgery',
      name: 'Resection',
      classes: [],
      hasAllClasses: false,
      setting: null,
      line: null,
      startedOn: '2026-01-05',
      endedOn: '2026-01-05',
      isOngoing: false,
      cycles: null,
      halfLifeDays: null,
      procedure: null,
      margin: null,
      site: null,
      isForIndexCancer: true,
      source: 'Theatre record',
      replaces: 'treatment-carboplatin',
    })
  })
})

import { describe, expect, it, test } from 'vitest'
import { checkNewItem } from './check-new-item.ts'
import { deriveFacts } from './derive-facts.ts'
import { askedFields, type EntryField, type EntryForm, type EntryValue, type EntryValues } from './entry-form.ts'
import { entryOfItem } from './entry-of-item.ts'
import { evaluateLeaf } from './evaluate-leaf.ts'
import { findingMenu, recordedInstead } from './finding-menu.ts'
import { recordableCodes } from './finding-shape.ts'
import { itemOfEntry } from './item-of-entry.ts'
import type { ObservationKind } from './patient-record.ts'
import { recordedItems } from './recorded-items.ts'
import { rowsOfNewItem, withRows } from './rows-of-new-item.ts'
import { confirmed, finding, recordWith } from './sample-record.ts'

const asOf = '2026-06-15'
const blank = recordWith({ bornOn: '1960-01-01' })

const offered = findingMenu.flatMap(({ sort, findings }) => findings.map(({ key, label }) => ({ sort, key, label })))

function formOf(key: string): EntryForm {
  const entry = entryOfItem({ key, replaces: null })
  if (entry.kind === 'elsewhere') throw new RangeError(`${key} has no form: ${entry.where}`)
  return entry.form
}

/** What a person could answer; of words the one at `turn`, so that each is given once. What is filled in stays. */
function answerOf({ name, control }: EntryField, turn: number): EntryValue {
  switch (control.kind) {
    case 'number':
      return name === 'value' ? 62 : 1
    case 'choice':
      return (control.initial ?? control.choices[Math.min(turn, control.choices.length - 1)])?.value ?? ''
    case 'choices':
      return []
    case 'date':
      return asOf
    case 'text':
      return texts[name] ?? ''
  }
}

const texts: Readonly<Record<string, string>> = {
  genes: 'BRAF',
  marker: 'PD-L1',
  allele: '02:01',
  hgvsP: 'p.Val600Glu',
}

/** Figures of a patient, where 62 cannot be one. */
const figuresByKey: Readonly<Record<string, number>> = {
  'lab:calcium': 2.4,
  'lab:inr': 1.1,
  'lab:urine-protein-dip': 1,
  'lab:albumin': 40,
  'lab:urine-protein-24h': 0.1,
  'observation:qtcb': 400,
  'observation:qtcf': 400,
}

function filledIn(key: string, turn: number): EntryValues {
  const { fields } = formOf(key)
  const isFilled = ({ control }: EntryField) => control.kind === 'choice' && control.initial !== null
  const asked = askedFields(fields, () => null).filter((field) => field.isRequired || isFilled(field))
  return Object.fromEntries(
    asked.map((field) => [
      field.name,
      field.name === 'value' ? (figuresByKey[key] ?? answerOf(field, turn)) : answerOf(field, turn),
    ]),
  )
}

function turnsOf(key: string): readonly number[] {
  const counts = formOf(key).fields.map(({ control }) => (control.kind === 'choice' ? control.choices.length : 1))
  return Array.from({ length: Math.max(...counts) }, (_, turn) => turn)
}

describe('what can be recorded without being asked for', () => {
  it('has every finding that the record takes once, but answers to the questions of one trial and the travel limit', () => {
    const kinds: Readonly<Record<Exclude<ObservationKind, 'attestation' | 'preference'>, true>> = {
      lab: true,
      observation: true,
      'performance-status': true,
      score: true,
      stage: true,
      grade: true,
      'disease-extent': true,
      'disease-status': true,
      progression: true,
      'best-response': true,
      'measurable-disease': true,
      metastasis: true,
      condition: true,
      medication: true,
      infection: true,
      toxicity: true,
      'childbearing-potential': true,
      'standard-options': true,
      'central-review': true,
      'other-malignancy': true,
    }
    const wanted = (Object.keys(kinds) as ObservationKind[]).flatMap((kind) =>
      recordableCodes(kind).map((code) => `${kind} ${code}`),
    )
    const found = offered.flatMap(({ key }) => {
      const { target } = formOf(key)
      return target.kind === 'observation' ? [`${target.observationKind} ${target.code}`] : []
    })
    expect(found.toSorted()).toEqual(wanted.toSorted())
    expect(new Set(offered.map(({ key }) => key)).size).toBe(offered.length)
  })

  it('has every sort of test of the tumour', () => {
    const types = offered.flatMap(({ key }) => {
      const { target } = formOf(key)
      return target.kind === 'biomarker' ? [target.type] : []
    })
    expect(types.toSorted()).toEqual(['cna', 'fusion', 'hla', 'ihc', 'mmr', 'msi', 'tmb', 'variant'])
  })

  it('is in the order of the alphabet, with a name for everything and none twice in one sort', () => {
    for (const { findings } of findingMenu) {
      const labels = findings.map(({ label }) => label)
      expect(labels).toEqual(labels.toSorted((a, b) => a.localeCompare(b, 'en')))
      expect(new Set(labels).size).toBe(labels.length)
      for (const label of labels) expect(label).toMatch(/^[A-Z0-9]/u)
    }
  })

  test.each(offered)('$sort: $label ($key) is taken with every answer that its form offers', ({ key }) => {
    for (const turn of turnsOf(key)) {
      const values = filledIn(key, turn)
      const item = itemOfEntry(formOf(key), values, 'Clinic letter')
      expect(checkNewItem(blank, item, asOf), JSON.stringify(item)).toEqual([])
    }
  })

  test.each(offered)('$sort: $label is on the record afterwards', ({ key }) => {
    const item = itemOfEntry(formOf(key), filledIn(key, 1), 'Clinic letter')
    const recording = { id: 'new', recordedBy: 'Research nurse', recordedAt: `${asOf}T09:00:00Z` }
    expect(recordedItems(withRows(blank, rowsOfNewItem(blank, item, recording)), asOf)).toHaveLength(1)
  })
})

describe('another cancer', () => {
  const leaf = { op: 'otherMalignancy', onlyTypes: ['nmsc-treated', 'breast-cancer'] } as const
  const verdictOf = (code: string, value: boolean) => {
    const observations = [finding('other-malignancy', code, value, '2025-06-15')]
    const assertions = [confirmed('comorbidities-reviewed', asOf)]
    return evaluateLeaf(leaf, deriveFacts(recordWith({ observations, assertions })), asOf)
  }

  it('that has no word of its own is of none of the types that a trial accepts', () => {
    expect(verdictOf('other-cancer', true)).toMatchObject({
      verdict: 'notMet',
      sentence: expect.stringContaining('cancer of another type'),
    })
    expect(verdictOf('breast-cancer', true).verdict).toBe('met')
  })

  it('whose details are missing is still corrected where it is recorded', () => {
    expect(entryOfItem({ key: 'other-malignancy:0190a5c4-0000-7000-8000-000000000001', replaces: null }).kind).toBe(
      'elsewhere',
    )
  })
})

describe('whoever cannot confirm that nothing is there', () => {
  test.each([
    ['assertion:comorbidities-reviewed', { kind: 'finding', sort: 'condition' }],
    ['assertion:medicines-reviewed', { kind: 'finding', sort: 'medicine' }],
    ['assertion:infection-status-reviewed', { kind: 'finding', sort: 'infection' }],
    ['assertion:treatment-history-complete', { kind: 'treatment' }],
    ['lab:platelets', null],
  ])('of %s is offered %j', (key, expected) => expect(recordedInstead(key)).toEqual(expected))
})

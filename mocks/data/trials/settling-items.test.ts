import { describe, expect, it } from 'vitest'
import { checkNewItem } from '#domain/eligibility/check-new-item.ts'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { enteredItems } from '#domain/eligibility/entered-item.ts'
import { askedByItem, entryAsked } from '#domain/eligibility/entry-asked.ts'
import { askedFields, type EntryField, type EntryForm, type EntryValue } from '#domain/eligibility/entry-form.ts'
import { evaluateLeaf } from '#domain/eligibility/evaluate-leaf.ts'
import { findingShape } from '#domain/eligibility/finding-shape.ts'
import { itemOfEntry } from '#domain/eligibility/item-of-entry.ts'
import type { Leaf } from '#domain/eligibility/leaf.ts'
import { leavesOf } from '#domain/eligibility/leaves-of.ts'
import type { PatientRecord } from '#domain/eligibility/patient-record.ts'
import { rowOfItem } from '#domain/eligibility/row-of-item.ts'
import { rowsOfNewItem, withRows } from '#domain/eligibility/rows-of-new-item.ts'
import { treatmentClasses } from '#domain/eligibility/treatment-classes.ts'
import { generateDemonstration } from '../generate-demonstration.ts'
import { openRecords } from './open-records.ts'

const today = '2026-06-15'
const { trials, patients } = generateDemonstration({ asOf: today })
const leaves = trials.flatMap(({ record }) =>
  record.criteria.flatMap(({ expr }) => (expr === null ? [] : leavesOf(expr))),
)

/** As the page of the patient opens it: with what is recorded. */
function entryOf({ key, replaces, record }: Pick<AskedItem, 'key' | 'replaces' | 'record'>) {
  const rows = [...enteredItems(record)].map(([itemId, entered]) => ({ itemId, entered }))
  return entryAsked(askedByItem({ key, replaces }, rows))
}

interface AskedItem {
  readonly key: string
  readonly replaces: string | null
  readonly leaf: Leaf
  readonly record: PatientRecord
}

const asked = [...openRecords(leaves), ...patients.map(({ record }) => record)].flatMap(
  (record): readonly AskedItem[] => {
    const facts = deriveFacts(record)
    return leaves.flatMap((leaf) => {
      const { item } = evaluateLeaf(leaf, facts, today)
      return item === null ? [] : [{ key: item.key, replaces: rowOfItem(item.key, facts), leaf, record }]
    })
  },
)
const byKey = Map.groupBy(asked, ({ key, replaces }) => `${sortOf(key)}${replaces === null ? '' : ' of a row'}`)

/** The same for every patient: names of rows are left out. */
function sortOf(key: string): string {
  return key.replace(
    /^(treatment|other-malignancy):(?!lines).*?(:[^:]+)?$/u,
    (_all, sort, gap) => `${sort}${gap ?? ''}`,
  )
}

describe('every item that the demonstration trials can ask for', () => {
  it('has a form, or says where it is recorded instead', () => {
    const elsewhere = [...byKey].flatMap(([name, [item]]) => {
      const entry = item && entryOf(item)
      if (entry?.kind !== 'elsewhere') return []
      expect(entry.where, name).toMatch(/\.$/)
      return [name]
    })
    expect(byKey.size).toBeGreaterThan(120)
    expect(elsewhere.toSorted()).toEqual([
      'biomarker:Rare alteration in a common cancer',
      'birth-date',
      'other-malignancy',
      'sex',
      'therapy:same-class-as-cohort',
    ])
  })

  it.each([...byKey].filter(([, [item]]) => item && entryOf(item).kind === 'form'))(
    '%s is settled by what its form can record',
    (name, items) => {
      expect(items.some(isSettled), name).toBe(true)
    },
  )

  it('asks for the limit of normal that a criterion compares with', () => {
    const measured = leaves.filter((leaf) => leaf.op === 'lab' || leaf.op === 'observation')
    const relative = measured.filter(({ unit }) => unit === 'xULN' || unit === 'xLLN')
    expect(relative.length).toBeGreaterThan(5)
    for (const leaf of relative) {
      const key = leaf.op === 'lab' ? `lab:${leaf.analyte}` : `observation:${leaf.concept}`
      const entry = entryAsked({ kind: 'item', key, replaces: null })
      const names = entry.kind === 'form' ? entry.form.fields.map(({ name: field }) => field) : []
      expect(names, key).toContain(leaf.unit === 'xULN' ? 'upperLimit' : 'lowerLimit')
    }
  })
})

it('what the demonstration patients have recorded is known by its code and words', () => {
  const observations = patients.flatMap(({ record }) => record.observations)
  for (const { kind, code, value } of observations.filter((row) => row.kind !== 'preference')) {
    const shape = findingShape(kind, code)?.value
    expect(shape, `${kind} ${code}`).toBeDefined()
    if (shape?.kind === 'choice' && kind !== 'other-malignancy')
      expect(
        shape.choices.map((choice) => choice.value),
        `${kind} ${code}`,
      ).toContain(value)
  }
})

it('every class of treatment that is asked for or recorded is on the list', () => {
  const classes = leaves.flatMap((leaf) => (leaf.op === 'therapy' ? leaf.any : []))
  const recorded = patients.flatMap(({ record }) => record.treatments.flatMap((row) => row.classes))
  const questions = ['systemic-any', 'same-class-as-cohort']
  const unknown = [...classes, ...recorded].filter((name) => ![...treatmentClasses, ...questions].includes(name))
  expect([...new Set(unknown)]).toEqual([])
})

/** Whether any filling of the form leads the criterion to another answer than asking for the same item again. */
function isSettled({ key, replaces, leaf, record }: AskedItem): boolean {
  const entry = entryOf({ key, replaces, record })
  if (entry.kind !== 'form') return false
  const { form } = entry
  return fillings(form, key).some((values) => {
    const item = itemOfEntry(form, values, form.usualSource)
    if (checkNewItem(record, item, today).length > 0) return false
    const recording = { id: 'new', recordedBy: 'Nurse', recordedAt: `${today}T09:00:00Z` }
    const facts = deriveFacts(withRows(record, rowsOfNewItem(record, item, recording)))
    return evaluateLeaf(leaf, facts, today).item?.key !== key
  })
}

type Filling = Readonly<Record<string, EntryValue>>

/** Each choice of the first field in turn, with a plausible value in every other; what is recorded is left as it is. */
function fillings(form: EntryForm, key: string): readonly Filling[] {
  const { fields, target } = form
  if (target.kind === 'treatment') return [filledTreatment(fields)]
  const [first, ...others] = fields
  if (first === undefined) return []
  const rest = Object.fromEntries(
    // Most reports give the value itself.
    others
      .filter(({ name }) => name !== 'detail.bound')
      .flatMap((field) =>
        valuesOf(field, key)
          .slice(0, 1)
          .map((value) => [field.name, value] as const),
      ),
  )
  return valuesOf(first, key).map((value) => ({ ...rest, [first.name]: value }))
}

/** What is recorded, and in every field that is empty the first thing that it can be. */
function filledTreatment(fields: readonly EntryField[]): Filling {
  const values: Record<string, EntryValue> = {}
  for (const field of fields) {
    const [asked] = askedFields([field], (name) => values[name] ?? null)
    const { control } = field
    if (asked === undefined) continue
    const initial = control.kind === 'choice' ? (control.initial?.value ?? null) : control.initial
    const isEmpty = initial === null || initial === '' || (Array.isArray(initial) && initial.length === 0)
    const value = isEmpty ? (firstLineParts[field.name] ?? valuesOf(field, '')[0]) : initial
    if (value !== undefined) values[field.name] = value
  }
  return values
}

/** What leaves nothing open of a treatment that comes before all that the patients have had. */
const firstLineParts: Readonly<Record<string, EntryValue>> = {
  name: 'Doxorubicin',
  setting: 'first-line',
  line: 1,
  startedOn: '2026-01-01',
}

function valuesOf({ name, control }: EntryField, key: string): readonly EntryValue[] {
  switch (control.kind) {
    case 'choice':
      return control.choices.map(({ value }) => value)
    case 'choices':
      return [['platinum']]
    case 'date':
      return [name === 'detail.stableSinceOn' ? '2026-04-01' : today]
    case 'number':
      return name === 'lowerLimit' || name === 'upperLimit' ? usualLimit(name, key) : [3, 30, 90, 200]
    case 'text':
      return [control.initial || (codes[name] ?? ''), /(p\.\w+)\*$/u.exec(key)?.[1]?.concat('His') ?? ''].filter(
        (text) => text !== '',
      )
  }
}

/** As a report prints it; the form's first unit is the one that the usual range is in. */
function usualLimit(name: 'lowerLimit' | 'upperLimit', key: string): readonly number[] {
  const [kind, code = ''] = key.split(':')
  const shape = findingShape(kind === 'lab' ? 'lab' : 'observation', code)?.value
  const usual = shape?.kind === 'measure' ? shape.measure.usualRange : null
  return usual === null ? [] : [name === 'lowerLimit' ? usual.lower : usual.upper]
}

const codes: Readonly<Record<string, string>> = { icd10: 'C22.0', topography: 'C22.0', morphology: '8171/3' }

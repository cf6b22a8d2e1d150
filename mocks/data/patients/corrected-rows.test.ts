import { describe, expect, it } from 'vitest'
import { checkNewItem } from '#domain/eligibility/check-new-item.ts'
import { askedFields, type EntryForm, type EntryValue } from '#domain/eligibility/entry-form.ts'
import { entryOfRow } from '#domain/eligibility/entry-of-row.ts'
import { itemOfEntry } from '#domain/eligibility/item-of-entry.ts'
import type { EnteredItem } from '#domain/eligibility/new-patient-item.ts'
import { patientItems } from '#domain/eligibility/patient-items.ts'
import type { Provenance } from '#domain/eligibility/patient-record.ts'
import { allRows } from '#domain/eligibility/row-now.ts'
import { rowsOfNewItem } from '#domain/eligibility/rows-of-new-item.ts'
import { generateDemonstration } from '../generate-demonstration.ts'

const today = '2026-06-15'
const records = generateDemonstration({ asOf: today }).patients.map(({ record }) => record)
const recording = { id: 'new', recordedBy: 'Nurse', recordedAt: `${today}T09:00:00Z` }

/** What the form holds when it opens, as if it were sent unchanged. */
function asOpened({ fields }: EntryForm): Readonly<Record<string, EntryValue>> {
  const values: Record<string, EntryValue> = {}
  const given = fields.flatMap((field) => {
    const { control } = field
    const initial = control.kind === 'choice' ? (control.initial?.value ?? null) : control.initial
    return initial === null || initial === '' ? [] : [{ field, initial }]
  })
  for (const { field, initial } of given)
    if (askedFields([field], (name) => values[name] ?? null).length > 0) values[field.name] = initial
  return values
}

const noRow: Partial<Provenance> = {}

/** What a row says, without who recorded it, when and in the place of what. */
function contentOf(row: Provenance | undefined): object {
  const { id: _, recordedBy: __, recordedAt: ___, replaces: ____, ...content } = row ?? noRow
  // Laboratories mark a word as one in place of the unit, which says no more than none.
  return 'unit' in content && content.unit === 'qual' ? { ...content, unit: null } : content
}

describe('every row that the demonstration patients have', () => {
  const rows = records.flatMap((record) => patientItems(record, today).map((item) => ({ record, item })))

  it('can be corrected by a form, but for the travel limit, which has its own', () => {
    const elsewhere = rows.filter(({ item }) => entryOfRow(item).kind === 'elsewhere')
    expect(rows.length).toBeGreaterThan(4000)
    const kinds = elsewhere.map(({ item: { entered } }) =>
      entered.kind === 'observation' ? entered.observationKind : '',
    )
    expect([...new Set(kinds)]).toEqual(['preference'])
  })

  it('says the same after a correction that changes nothing', () => {
    const sorts = new Set<string>()
    for (const { record, item } of rows) {
      const { entered } = item
      const entry = entryOfRow(item)
      // A word of another list is asked for anew, and with it the form cannot be sent as it is.
      if (entry.kind === 'elsewhere' || !isWhole(entry.form) || isOperationWithoutEnd(entered)) continue
      const sent = itemOfEntry(entry.form, asOpened(entry.form), entry.form.usualSource)
      const faults = checkNewItem(record, sent, today)
      // What never should have been recorded so is rightly refused: a finding from before birth, a diagnosis without a code.
      if (faults.some(({ message }) => /before the patient was born|has no code/u.test(message))) continue
      expect(faults, JSON.stringify(entered)).toEqual([])
      const [corrected] = allRows({ ...record, ...rowsOfNewItem(record, sent, recording) })
      const held = allRows(record).find(({ id }) => id === item.itemId)
      expect(contentOf(corrected), JSON.stringify(entered)).toEqual(contentOf(held))
      sorts.add(entered.kind === 'observation' ? entered.observationKind : entered.kind)
    }
    expect(sorts.size).toBeGreaterThan(15)
  })

  /** The form proposes the day on which it began, which is the day that it was done. */
  function isOperationWithoutEnd(entered: EnteredItem): boolean {
    return entered.kind === 'treatment' && entered.treatmentKind === 'surgery' && entered.endedOn === null
  }

  function isWhole(form: EntryForm): boolean {
    const values = asOpened(form)
    return askedFields(form.fields, (name) => values[name] ?? null).every(
      ({ name, isRequired }) => !isRequired || values[name] !== undefined,
    )
  }
})

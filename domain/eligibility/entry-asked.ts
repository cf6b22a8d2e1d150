import type { Entry } from './entry-form.ts'
import { entryOfItem } from './entry-of-item.ts'
import { type CorrectableRow, entryOfRow } from './entry-of-row.ts'
import { entryOfNewTreatment } from './entry-of-treatment.ts'
import type { SettlingValue } from './what-would-settle.ts'

/** What a form is opened for: an item that would settle a trial, a row to be corrected, or a treatment to be added. */
export type EntryAsked =
  | ({ readonly kind: 'item' } & Pick<SettlingValue, 'key' | 'replaces'>)
  | ({ readonly kind: 'row' } & CorrectableRow)
  | { readonly kind: 'treatment' }

export function entryAsked(asked: EntryAsked): Entry {
  switch (asked.kind) {
    case 'item':
      return entryOfItem(asked)
    case 'row':
      return entryOfRow(asked)
    case 'treatment':
      return entryOfNewTreatment()
  }
}

/** What is missing of a treatment is asked with all that is recorded of it, because its parts only make sense together. */
export function askedByItem(
  { key, replaces }: Pick<SettlingValue, 'key' | 'replaces'>,
  rows: readonly CorrectableRow[],
): EntryAsked {
  const row = rows.find(({ itemId, entered }) => itemId === replaces && entered.kind === 'treatment')
  return row === undefined ? { kind: 'item', key, replaces } : { kind: 'row', itemId: row.itemId, entered: row.entered }
}

import { valuesUpTo } from './correction-chain.ts'
import type { ItemContent, ItemSection } from './item-content.ts'
import type { PatientRecord, Provenance } from './patient-record.ts'
import { rowContents, type ValueInWords } from './row-content.ts'
import { allRows } from './row-now.ts'

/** A recorded value that somebody took back as recorded in error. Named after the contract's schema. */
export interface WithdrawnItem extends ValueInWords {
  readonly itemId: string
  readonly section: ItemSection
  readonly reason: string
  readonly withdrawnBy: string
  readonly withdrawnAt: string
  /** What stood before it, and was brought back in its place. */
  readonly restored: ValueInWords | null
  /** What it had been corrected to, where that was taken back together with it. */
  readonly correctedTo: CorrectedTo | null
}

interface CorrectedTo extends ValueInWords {
  readonly by: string
  readonly at: string
}

/**
 * What was taken back, the latest first, in the words in which it stood on the record. With a correction of which nothing
 * was brought back went all that it had corrected, so each of those values is there too.
 */
export function withdrawnItems(record: PatientRecord): WithdrawnItem[] {
  const rows = allRows(record)
  const contents = rowContents(record)
  return rows
    .flatMap((row) => takenBackBy(row, rows, contents))
    .toSorted((a, b) => Date.parse(b.withdrawnAt) - Date.parse(a.withdrawnAt) || a.label.localeCompare(b.label))
}

function takenBackBy(
  row: Provenance,
  rows: readonly Provenance[],
  contents: ReadonlyMap<string, ItemContent>,
): readonly WithdrawnItem[] {
  const { replaces, restorationReason, withdrawalReason, recordedBy: withdrawnBy, recordedAt: withdrawnAt } = row
  const reason = withdrawalReason ?? restorationReason
  if (replaces === null || reason === undefined) return []
  const restored = restorationReason === undefined ? null : wordsOf(row, contents)
  const values = valuesUpTo(rows, replaces).toReversed()
  return (restorationReason === undefined ? values : values.slice(0, 1)).flatMap((value) => {
    const content = contents.get(value.id)
    if (content === undefined) return []
    const { section, label, valueText, on } = content
    const said = { itemId: value.id, section, label, valueText, on }
    const correctedTo = value.id === replaces ? null : correctionOf(value, rows, contents)
    return [{ ...said, reason, withdrawnBy, withdrawnAt, restored, correctedTo }]
  })
}

function correctionOf(
  value: Provenance,
  rows: readonly Provenance[],
  contents: ReadonlyMap<string, ItemContent>,
): CorrectedTo | null {
  const correction = rows.find(({ replaces }) => replaces === value.id)
  const words = correction === undefined ? null : wordsOf(correction, contents)
  return correction === undefined || words === null
    ? null
    : { ...words, by: correction.recordedBy, at: correction.recordedAt }
}

function wordsOf({ id }: Provenance, contents: ReadonlyMap<string, ItemContent>): ValueInWords | null {
  const content = contents.get(id)
  if (content === undefined) return null
  const { label, valueText, on } = content
  return { label, valueText, on }
}

import { displayInstant } from '../identity/date-words.ts'
import { canonicalJson } from './canonical-json.ts'
import { currentRows } from './current-rows.ts'
import { fault, type ItemFault } from './item-fault.ts'
import type { NewPatientItem } from './new-patient-item.ts'
import { otherResultsOfDay } from './opposing-rows.ts'
import type { PatientRecord, Provenance } from './patient-record.ts'
import { rowContents, sentenceOfValue } from './row-content.ts'
import { allRows } from './row-now.ts'
import { rowsOfNewItem } from './rows-of-new-item.ts'

/**
 * What somebody else has recorded just so, perhaps at the same moment, is not recorded once more, from whatever document
 * it was read: one value would stand as two. Said again after another result of that day it is a statement of its own, and
 * so is every confirmation, which holds for what was recorded before it.
 */
export function recordedAlready(record: PatientRecord, item: NewPatientItem): readonly ItemFault[] {
  if (item.kind === 'withdrawal' || item.kind === 'assertion' || item.replaces !== undefined) return []
  const { observations, biomarkers, treatments, diagnoses } = rowsOfNewItem(record, item, nobodys)
  const found =
    sameRow(record.observations, observations[0]) ??
    sameRow(record.biomarkers, biomarkers[0]) ??
    sameRow(record.treatments, treatments[0]) ??
    sameRow(record.diagnoses, diagnoses[0])
  if (found === null || isFollowedByAnother(record, found)) return []
  const content = rowContents(record).get(found.id)
  const value = content === undefined ? 'This' : `“${sentenceOfValue(content)}”`
  const how = `by ${found.recordedBy}, at ${displayInstant(found.recordedAt)}, from ${found.source}`
  const message = `${value} was recorded already, ${how}. Change the value or its day if yours is another`
  return fault(item.kind === 'observation' ? '/value' : '', message)
}

const nobodys = { id: '', recordedBy: '', recordedAt: '' }

function sameRow<Row extends Provenance>(rows: readonly Row[], added: Row | undefined): Row | null {
  if (added === undefined) return null
  const content = contentOf(added)
  return currentRows(rows).find((row) => contentOf(row) === content) ?? null
}

/** What a row says, without where it comes from. */
function contentOf<Row extends Provenance>(row: Row): string {
  const { id, source, recordedBy, recordedAt, replaces, restorationReason, ...content } = row
  return canonicalJson({ ...content, isIndex: null })
}

function isFollowedByAnother(record: PatientRecord, found: Provenance): boolean {
  const others = otherResultsOfDay(record, found.id)
  return allRows(record).some(
    ({ id, recordedAt }) => others.includes(id) && Date.parse(recordedAt) > Date.parse(found.recordedAt),
  )
}

import type { CalendarDate } from '../identity/calendar-date.ts'
import { checkNewBiomarker } from './check-new-biomarker.ts'
import { checkNewDiagnosis } from './check-new-diagnosis.ts'
import { checkNewObservation } from './check-new-observation.ts'
import { checkNewTreatment } from './check-new-treatment.ts'
import { stoodBefore } from './correction-chain.ts'
import { currentRows } from './current-rows.ts'
import { dateFaults, fault, type ItemFault } from './item-fault.ts'
import type { NewPatientItem, NewWithdrawal } from './new-patient-item.ts'
import type { PatientRecord } from './patient-record.ts'
import { recordedAlready } from './recorded-already.ts'
import { recordedItems } from './recorded-items.ts'
import { rowContents, sentenceOfValue } from './row-content.ts'
import { allRows, rowNow, standingRowIds } from './row-now.ts'

/**
 * Everything that speaks against recording the item for this patient today; empty for an item to be recorded. An item
 * that corrects another names a row of the same sort that still stands, so that a row is never corrected twice; so does
 * one that takes a row back, of whatever sort, and of a correction says what becomes of the value before it. What stands
 * already is not recorded twice.
 */
export function checkNewItem(record: PatientRecord, item: NewPatientItem, asOf: CalendarDate): readonly ItemFault[] {
  const replaced = replacedFaults(record, item, asOf)
  if (replaced.length > 0) return replaced
  const faults = contentFaults(record, item, asOf)
  return faults.length > 0 ? faults : recordedAlready(record, item)
}

function contentFaults(record: PatientRecord, item: NewPatientItem, asOf: CalendarDate): readonly ItemFault[] {
  switch (item.kind) {
    case 'observation':
      return [...checkNewObservation(item), ...dateFaults('/observedOn', item.observedOn, record, asOf)]
    case 'biomarker':
      return [...checkNewBiomarker(item), ...dateFaults('/reportedOn', item.reportedOn, record, asOf)]
    case 'assertion':
      return dateFaults('/assertedOn', item.assertedOn, record, asOf)
    case 'treatment':
      return checkNewTreatment(record, item, asOf)
    case 'diagnosis':
      return checkNewDiagnosis(record, item, asOf)
    case 'withdrawal':
      return restorationFaults(record, item)
  }
}

function replacedFaults(record: PatientRecord, item: NewPatientItem, asOf: CalendarDate): readonly ItemFault[] {
  const { replaces } = item
  if (replaces === undefined || correctableIds(record, item).includes(replaces)) return []
  return fault('/replaces', replacedMessage(record, replaces, asOf))
}

/** Whoever takes back a correction decides whether the value before it is lost, and never without knowing of it. */
function restorationFaults(record: PatientRecord, { replaces, restores }: NewWithdrawal): readonly ItemFault[] {
  const before = stoodBefore(allRows(record), replaces)
  if (before === null) {
    return restores === true
      ? fault('/restores', 'Nothing stood before this row, so nothing can be brought back: take it back without')
      : []
  }
  if (restores !== undefined) return []
  const content = rowContents(record).get(before.id)
  const value = content === undefined ? 'another value' : `“${sentenceOfValue(content)}”`
  return fault('/restores', `This row corrects ${value}: say whether that is brought back (true) or wrong too (false)`)
}

/** What became of the row, so that whoever came second can see whether a correction is still needed. */
function replacedMessage(record: PatientRecord, rowId: string, asOf: CalendarDate): string {
  const now = rowNow(record, rowId)
  if (now === null) return 'The row to correct is not among the patient’s rows of this sort: reload the page'
  if (now.withdrawalReason !== undefined) {
    return `${now.recordedBy} took this back meanwhile (“${now.withdrawalReason}”): reload the page, and record it anew if it is right`
  }
  const item = recordedItems(record, asOf).find(({ itemId }) => itemId === now.id)
  const value = item === undefined ? '' : `, and it is now ${sentenceOfValue(item)}`
  return now.restorationReason === undefined
    ? `${now.recordedBy} corrected this meanwhile${value}. Reload the page to correct it again`
    : `${now.recordedBy} took this back meanwhile (“${now.restorationReason}”)${value}. Reload the page`
}

function correctableIds(record: PatientRecord, item: NewPatientItem): readonly string[] {
  switch (item.kind) {
    case 'observation':
      return currentRows(record.observations)
        .filter(({ kind, code }) => kind === item.observationKind && code === item.code)
        .map(({ id }) => id)
    case 'biomarker':
      return currentRows(record.biomarkers)
        .filter(({ type }) => type === item.type)
        .map(({ id }) => id)
    case 'assertion':
      return currentRows(record.assertions)
        .filter(({ category }) => category === item.category)
        .map(({ id }) => id)
    case 'treatment':
      return currentRows(record.treatments).map(({ id }) => id)
    case 'diagnosis':
      return currentRows(record.diagnoses).map(({ id }) => id)
    case 'withdrawal':
      return standingRowIds(record)
  }
}

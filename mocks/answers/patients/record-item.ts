import type { components } from '#api/schema.ts'
import { roleLabel } from '#domain/access/role.ts'
import { checkNewItem } from '#domain/eligibility/check-new-item.ts'
import { describeRefusal } from '#domain/eligibility/item-fault.ts'
import { outcomeChanges, type ScreenedOutcome } from '#domain/eligibility/outcome-changes.ts'
import { rowsOfNewItem, withRows } from '#domain/eligibility/rows-of-new-item.ts'
import { Problem } from '../../http/problem.ts'
import { type HeldPatient, holdPatient } from '../../state/held-patient.ts'
import { noteChanges } from '../changes/note-changes.ts'
import type { CandidateQuestion } from './patient-candidates.ts'

type Schemas = components['schemas']

/** Adds one row to a record and puts the patient in place anew, so that everything worked out from it follows. */
export function recordItem(
  { state, patient, caller, asOf, now }: CandidateQuestion & { readonly now: Date },
  item: Schemas['NewPatientItem'],
): Schemas['RecordedChange'] {
  const faults = checkNewItem(patient.record, item, asOf)
  if (faults.length > 0) {
    const { kind, title, detail, remedy } = describeRefusal(faults)
    throw new Problem(400, kind, title, detail, remedy, { errors: [...faults] })
  }
  const itemId = crypto.randomUUID()
  const recordedBy = `${caller.name}, ${roleLabel(caller.role)}`
  const rows = rowsOfNewItem(patient.record, item, { id: itemId, recordedBy, recordedAt: now.toISOString() })
  const openTrials = [...state.trials.values()].filter(({ isOpenAtHome }) => isOpenAtHome)
  const changed = holdPatient({ ...patient, record: withRows(patient.record, rows) }, openTrials, now)
  state.patients.set(patient.patientId, changed)
  const { accountId } = caller
  noteChanges(state, { before: patient, now: changed, asOf, at: now, cause: 'patient', accountId })
  return { itemId, changes: [...outcomeChanges(outcomesOf(patient), outcomesOf(changed))] }

  function outcomesOf(held: HeldPatient): readonly ScreenedOutcome[] {
    return held.screening(asOf).map(({ trialId, assessment: { outcome, trial } }) => {
      const { registryId, title } = trial.record
      return { trialId, registryId, title, outcome }
    })
  }
}

import type { components } from '#api/schema.ts'
import { roleLabel } from '#domain/access/role.ts'
import { checkNewItem } from '#domain/eligibility/check-new-item.ts'
import { describeRefusal, type ItemFault } from '#domain/eligibility/item-fault.ts'
import { meetingDayOf, meetingDayText } from '#domain/eligibility/meeting-day-text.ts'
import { opposingRecords } from '#domain/eligibility/opposing-records.ts'
import { outcomeChanges, type ScreenedOutcome } from '#domain/eligibility/outcome-changes.ts'
import { type Recording, type Rows, rowIds, rowsOfNewItem, withRows } from '#domain/eligibility/rows-of-new-item.ts'
import { isSetByClinician } from '#domain/eligibility/set-by-clinician.ts'
import { takeNewItems } from '#domain/eligibility/take-new-items.ts'
import { Problem } from '../../http/problem.ts'
import { type HeldPatient, holdPatient } from '../../state/held-patient.ts'
import { noteChanges } from '../changes/note-changes.ts'
import type { CandidateQuestion } from './patient-candidates.ts'

type Schemas = components['schemas']
type RecordingQuestion = CandidateQuestion & { readonly now: Date }

/** Adds one row to a record and puts the patient in place anew, so that everything worked out from it follows. */
export function recordItem(asked: RecordingQuestion, item: Schemas['NewPatientItem']): Schemas['RecordedChange'] {
  const { patient, asOf } = asked
  const faults = checkNewItem(patient.record, item, asOf)
  if (faults.length > 0) throw refused(faults, 'alone')
  const recording = recordingOf(asked)
  const rows = rowsOfNewItem(patient.record, item, recording)
  return { itemId: recording.id, ...addRows(asked, rows) }
}

/** Adds several rows to a record, all or none, as one change. */
export function recordItems(
  asked: RecordingQuestion,
  items: readonly Schemas['NewPatientItem'][],
): Schemas['RecordedChanges'] {
  const { patient, asOf } = asked
  const recordings = items.map(() => recordingOf(asked))
  const taken = takeNewItems(patient.record, items, { asOf, recordings })
  if (taken.kind === 'refused') throw refused(taken.faults, 'together')
  return { itemIds: recordings.map(({ id }) => id), ...addRows(asked, taken.rows) }
}

type Recorded = Pick<Schemas['RecordedChange'], 'changes' | 'opposing'>

function addRows({ state, patient, caller, asOf, now }: RecordingQuestion, rows: Rows): Recorded {
  const openTrials = [...state.trials.values()].filter(({ isOpenAtHome }) => isOpenAtHome)
  const changed = holdPatient({ ...patient, record: withRows(patient.record, rows) }, openTrials, now)
  state.patients.set(patient.patientId, changed)
  const { accountId } = caller
  noteChanges(state, { before: patient, now: changed, asOf, at: now, cause: 'patient', accountId })
  const found = changed.screening(asOf).map(({ assessment }) => assessment)
  return {
    changes: [...outcomeChanges(outcomesOf(patient), outcomesOf(changed))],
    opposing: [...opposingRecords(changed.record, rowIds(rows), asOf, found)],
  }

  function outcomesOf(held: HeldPatient): readonly ScreenedOutcome[] {
    return held.screening(asOf).map(({ trialId, assessment: { outcome, trial, criteria } }) => {
      const { registryId, title } = trial.record
      const meetingDay = outcome === 'notYet' ? meetingDayText(meetingDayOf(criteria)) : null
      return { trialId, registryId, title, outcome, isSetByClinician: isSetByClinician(criteria), meetingDay }
    })
  }
}

function recordingOf({ caller, now }: RecordingQuestion): Recording {
  return {
    id: crypto.randomUUID(),
    recordedBy: `${caller.name}, ${roleLabel(caller.role)}`,
    recordedAt: now.toISOString(),
  }
}

function refused(faults: readonly ItemFault[], how: 'alone' | 'together'): Problem {
  const { kind, title, detail, remedy } = describeRefusal(faults, how)
  return new Problem(400, kind, title, detail, remedy, { errors: [...faults] })
}

import { screeningChanges } from '#domain/eligibility/screening-changes.ts'
import type { ChangeCause } from '#domain/eligibility/screening-comparison.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { versionsOf } from '../../data/changes/trials-held-at.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldPatient } from '../../state/held-patient.ts'
import { noteSeen } from './seen-changes.ts'

export interface ChangedPatient {
  readonly before: HeldPatient
  readonly now: HeldPatient
  readonly asOf: CalendarDate
  readonly at: Date
  readonly cause: ChangeCause
  /** Whose doing it is: nobody is told of their own. */
  readonly accountId: string
}

/** Adds to the history what has changed because of new data on a patient, or of a clinician's verdict. */
export function noteChanges(
  state: DemonstrationState,
  { before, now, asOf, at, cause, accountId }: ChangedPatient,
): void {
  const { patientId, organisationId } = now
  const open = [...state.trials.values()].filter(({ isOpenAtHome }) => isOpenAtHome)
  const found = screeningChanges({
    facts: now.facts(),
    factsBefore: before.facts(),
    before: new Map(
      before
        .screening(asOf)
        .map(({ trialId, isBasket, assessment }) => [
          trialId,
          { outcome: assessment.outcome, isBasket, reasons: () => assessment },
        ]),
    ),
    now: new Map(now.screening(asOf).map((answer) => [answer.trialId, answer])),
    openTrialIds: new Set(open.map(({ trialId }) => trialId)),
    asOf,
    aboutTrial: () => ({ cause, isNewTrial: false, openedOn: null, rulesInUseOn: null }),
  })
  const own = found.map(({ trialId, change }) => {
    const trial = state.trials.get(trialId)
    return {
      changeId: crypto.randomUUID(),
      patientId,
      trialId,
      organisationId,
      at: at.toISOString(),
      asOf,
      cause,
      doneBy: accountId,
      trialVersion: trial === undefined ? 1 : versionsOf(trial).length,
      ...change,
    }
  })
  state.changes.push(...own)
  noteSeen(state, accountId, own)
}

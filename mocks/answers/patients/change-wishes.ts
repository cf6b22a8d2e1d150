import type { components } from '#api/schema.ts'
import { roleLabel } from '#domain/access/role.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { refuseWish } from '#domain/patient-wishes/decide-wish.ts'
import { describeWishes } from '#domain/patient-wishes/describe-wishes.ts'
import { patientWishes } from '#domain/patient-wishes/patient-wishes.ts'
import { referralNotices } from '#domain/patient-wishes/referral-notice.ts'
import type { WishAct } from '#domain/patient-wishes/wish-event.ts'
import { wishesChanged } from '#domain/patient-wishes/wish-refusals.ts'
import { isLiveStatus } from '#domain/referral/referral-status.ts'
import { withWishes } from '../../data/wishes/with-wishes.ts'
import { toProblem } from '../../http/problem.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import { type HeldPatient, holdPatient } from '../../state/held-patient.ts'
import { noteChanges } from '../changes/note-changes.ts'
import type { CandidateQuestion } from './patient-candidates.ts'
import { trialNamedIn } from './trial-named.ts'

interface Answered {
  readonly body: components['schemas']['PatientWishes']
  readonly version: number
}

/** What is recorded of the wishes of a patient, with the version for the ETag. */
export function readWishes(
  state: DemonstrationState,
  { wishEvents: events, record: { diedOn } }: HeldPatient,
  asOf: CalendarDate,
): Answered {
  const body = describeWishes({ events, diedOn, asOf, trialNamed: trialNamedIn(state) })
  return { body, version: body.version }
}

/** Adds one line to the history, and puts the patient in place anew, so that everything follows at once. */
export function changeWishes(
  asked: CandidateQuestion & { readonly now: Date; readonly ifMatch: string },
  act: WishAct,
): Answered {
  const { state, patient, caller, asOf, now, ifMatch } = asked
  const wishes = patientWishes(patient.wishEvents)
  if (ifMatch !== `"${wishes.version}"`) throw toProblem(wishesChanged)
  const { bornOn, diedOn } = patient.record
  const isKnownTrial = (trialId: string) => state.trials.has(trialId)
  const refusal = refuseWish({ wishes, bornOn, diedOn, asOf, isKnownTrial }, act)
  if (refusal !== null) throw toProblem(refusal)

  const recordedBy = `${caller.name}, ${roleLabel(caller.role)}`
  const event = { ...act, eventId: crypto.randomUUID(), recordedBy, recordedAt: now.toISOString() }
  const record = act.kind === 'death' ? { ...patient.record, diedOn: act.diedOn } : patient.record
  const openTrials = [...state.trials.values()].filter(({ isOpenAtHome }) => isOpenAtHome)
  const added = withWishes({ ...patient, record, wishEvents: [...patient.wishEvents, event] })
  const changed = holdPatient(added, openTrials, now)
  state.patients.set(patient.patientId, changed)
  const { accountId } = caller
  noteChanges(state, { before: patient, now: changed, asOf, at: now, cause: 'patient', accountId })
  noteOnReferrals(state, patient, changed)
  return readWishes(state, changed, asOf)
}

/** A referral that says something new is a new version, so that nobody takes a step without having been told. */
function noteOnReferrals({ referrals }: DemonstrationState, before: HeldPatient, now: HeldPatient): void {
  for (const referral of referrals.values()) {
    const said = ({ record }: HeldPatient) => JSON.stringify(referralNotices(record, referral.trialId))
    if (referral.patientId !== now.patientId || !isLiveStatus(referral.status) || said(before) === said(now)) continue
    referrals.set(referral.referralId, { ...referral, version: referral.version + 1 })
  }
}

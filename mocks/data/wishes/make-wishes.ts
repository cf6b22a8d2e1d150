import { addDays, type CalendarDate } from '#domain/identity/calendar-date.ts'
import type { WishAct } from '#domain/patient-wishes/wish-event.ts'
import type { DemonstrationPatient, DemonstrationReferral } from '../demonstration-data.ts'
import { stableId } from '../random/stable-id.ts'
import { withWishes } from './with-wishes.ts'

/**
 * A few patients with wishes, one of each sort: does not want to hear about research, wants no letters about it, and is of a
 * sensitive record. Nobody of them is referred, so that the referrals stand as they are. `organisationId` is theirs.
 */
export function makeWishes(
  asOf: CalendarDate,
  organisationId: string,
  patients: readonly DemonstrationPatient[],
  referrals: readonly DemonstrationReferral[],
): readonly DemonstrationPatient[] {
  const referred = new Set(referrals.map(({ patientId }) => patientId))
  const free = patients.filter(
    (patient) =>
      patient.organisationId === organisationId && patient.record.diedOn === null && !referred.has(patient.patientId),
  )
  const acts = new Map(plannedActs(asOf).map((planned, place) => [free.at(-1 - place)?.patientId, planned]))
  return patients.map((patient) => {
    const planned = acts.get(patient.patientId)
    if (planned === undefined) return patient
    const wishEvents = planned.map((act, place) => ({
      ...act,
      eventId: stableId(`wish/${patient.patientId}/${place}`),
      recordedBy: 'Sister Amara Nwosu, Specialist nurse',
      recordedAt: `${addDays(asOf, -daysAgo)}T10:0${place}:00.000Z`,
    }))
    return withWishes({ ...patient, wishEvents })
  })
}

/** Before the first change that the demonstration tells of. */
const daysAgo = 60

function plannedActs(asOf: CalendarDate): readonly (readonly WishAct[])[] {
  const statedOn = addDays(asOf, -daysAgo)
  const wish = { kind: 'researchWish', trialId: null, statedOn, toldBy: 'patient' } as const
  return [
    [{ ...wish, scope: 'all', routes: [], reviewOn: addDays(asOf, 305) }],
    [{ ...wish, scope: 'contact', routes: ['letter'], reviewOn: addDays(asOf, -2) }],
    [
      { kind: 'sensitiveFlag', isSensitive: true, reason: 'Flagged as sensitive by the national service' },
      { kind: 'optOutCheck', isOptedOut: true, checkedOn: statedOn },
    ],
  ]
}

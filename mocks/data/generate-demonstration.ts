import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Enrolment } from '#domain/recruitment/monthly-actual.ts'
import { demonstrationAccounts } from './accounts/demonstration-accounts.ts'
import { makeChanges } from './changes/make-changes.ts'
import { makeDelegations } from './delegations/demonstration-delegations.ts'
import type { DemonstrationData, DemonstrationReferral } from './demonstration-data.ts'
import { demonstrationOrganisations } from './organisations/demonstration-organisations.ts'
import { demonstrationTeams } from './organisations/demonstration-teams.ts'
import { placeInTeams } from './organisations/place-in-teams.ts'
import { makeOverrides } from './overrides/make-overrides.ts'
import { generatePatients } from './patients/generate-patients.ts'
import { makeReturns } from './recruitment/make-returns.ts'
import { makeTargets } from './recruitment/make-targets.ts'
import { makeReferrals } from './referrals/make-referrals.ts'
import { makeReleases } from './releases/make-releases.ts'
import { demonstrationTrials } from './trials/demonstration-trials.ts'
import { makeWishes } from './wishes/make-wishes.ts'

/** The seed of the demonstration as it is shown; its counts and percentages are the tested ones. */
export const demonstrationSeed = 2026

/**
 * The whole demonstration as of a day: the same seed and day give the same data on every machine. For a large caseload
 * take 240 patients from here and more from `generatePatients(seed, asOf, count, 240)`, one at a time.
 */
export function generateDemonstration({
  seed = demonstrationSeed,
  asOf,
  patientCount = 240,
}: {
  readonly seed?: number
  readonly asOf: CalendarDate
  readonly patientCount?: number
}): DemonstrationData {
  const trials = demonstrationTrials(asOf)
  const generated = [...generatePatients(seed, asOf, patientCount)]
  const referrals = makeReferrals(seed, asOf, generated, trials)
  const patients = makeWishes(asOf, demonstrationOrganisations[0]?.organisationId ?? '', generated, referrals)
  const overrides = makeOverrides(asOf, patients, trials, referrals)
  const changes = makeChanges(asOf, patients, trials, overrides)
  const busy = new Set([...referrals, ...overrides, ...changes].map(({ patientId }) => patientId))
  return {
    seed,
    asOf,
    organisations: demonstrationOrganisations,
    accounts: demonstrationAccounts,
    teams: demonstrationTeams,
    trials,
    targets: makeTargets(asOf),
    returns: makeReturns(seed, asOf, trials, referrals.flatMap(enrolmentsOf)),
    patients: placeInTeams(patients, busy),
    referrals,
    overrides,
    releases: makeReleases(asOf),
    delegations: makeDelegations(asOf, trials),
    changes,
  }
}

function enrolmentsOf({ siteId, events }: DemonstrationReferral): readonly Enrolment[] {
  return events.flatMap(({ event }) =>
    siteId !== null && event.kind === 'moved' && event.enrolledOn !== null
      ? [{ siteId, enrolledOn: event.enrolledOn }]
      : [],
  )
}

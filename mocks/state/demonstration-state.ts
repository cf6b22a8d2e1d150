import { addMonths } from '#domain/identity/calendar-date.ts'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import { seenByDoers } from '../data/changes/seen-by-doers.ts'
import type { DemonstrationChange, DemonstrationData } from '../data/demonstration-data.ts'
import { generateDemonstration } from '../data/generate-demonstration.ts'
import { type HeldAccount, holdAccount } from './held-account.ts'
import { type HeldDelegation, holdDelegation } from './held-delegation.ts'
import type { HeldOrganisation } from './held-organisation.ts'
import { type HeldPatient, holdPatient, type OverrideHistories } from './held-patient.ts'
import { type HeldReferral, holdReferral } from './held-referral.ts'
import type { HeldRelease } from './held-release.ts'
import type { HeldSession } from './held-session.ts'
import type { HeldAccess, HeldNaming, HeldTeam } from './held-team.ts'
import { type HeldTrialSites, holdTrial } from './held-trial.ts'

interface AwaitedCode {
  readonly accountId: string
  readonly password: string
  readonly until: Date
}

interface RecoveryLink {
  readonly accountId: string
  readonly expiresAt: Date
}

export interface DemonstrationSettings {
  /** The present instant; the computer's clock unless a test gives its own. */
  readonly now?: () => Date
  /** Whether a second factor is demanded of every role that reaches patients or administration. */
  readonly demandsSecondFactor?: boolean
  readonly seed?: number
  readonly patientCount?: number
}

/** Everything the mock API knows. Requests write to the maps that can be written to; what they hold is replaced whole. */
export interface DemonstrationState {
  readonly now: () => Date
  /** Whether a second factor is demanded of every role that reaches patients or administration. */
  readonly demandsSecondFactor: boolean
  readonly data: DemonstrationData
  /** The instant at which everything was taken in. */
  readonly filledAt: Date
  readonly organisations: Map<string, HeldOrganisation>
  readonly teams: Map<string, HeldTeam>
  /** Records that somebody outside the team has opened. */
  readonly accesses: Map<string, HeldAccess>
  readonly namedRoles: Map<string, HeldNaming>
  readonly accounts: Map<string, HeldAccount>
  /** The lines of all delegation logs. */
  readonly delegations: Map<string, HeldDelegation>
  /** One-time links that set a new password, by their secret part. */
  readonly recoveryLinks: Map<string, RecoveryLink>
  /** On which session the password was right and a code is to follow. */
  readonly awaitedCodes: Map<string, AwaitedCode>
  readonly trials: Map<string, HeldTrialSites>
  readonly patients: Map<string, HeldPatient>
  readonly referrals: Map<string, HeldReferral>
  /** First answers by account and idempotency key. */
  readonly answers: Map<string, { readonly request: string; readonly answer: object }>
  /** How answers have changed; new changes are added. */
  readonly changes: DemonstrationChange[]
  /** Which of them each account has marked as seen. */
  readonly seenChanges: Map<string, ReadonlySet<string>>
  /** The register of releases, in the order of entering. */
  readonly releases: HeldRelease[]
  /** Who signed in on the session of this name. */
  readonly signedIn: Map<string, HeldSession>
}

/** The demonstration as it is at its beginning, with nobody signed in. */
export function buildDemonstration({
  now = () => new Date(),
  demandsSecondFactor = false,
  ...size
}: DemonstrationSettings): DemonstrationState {
  const filledAt = now()
  const data = generateDemonstration({ ...size, asOf: calendarDateInLondon(filledAt) })
  const accounts = byId(data.accounts.map(holdAccount), ({ accountId }) => accountId)
  const organisations = byId<HeldOrganisation>(
    data.organisations.map((organisation) => ({ ...organisation, version: 1 })),
    ({ organisationId }) => organisationId,
  )
  const trials = byId(
    data.trials.map((trial) => holdTrial(trial, [...accounts.values()])),
    ({ trialId }) => trialId,
  )
  const openTrials = [...trials.values()].filter(({ isOpenAtHome }) => isOpenAtHome)
  const around = { accounts, organisations, trials }
  const referrals = data.referrals.map((referral) => holdReferral(referral, around))
  return {
    now,
    demandsSecondFactor,
    data,
    filledAt,
    organisations,
    accounts,
    teams: holdTeams(data),
    accesses: new Map(),
    namedRoles: new Map(),
    delegations: byId(data.delegations.map(holdDelegation), ({ entryId }) => entryId),
    recoveryLinks: new Map(),
    awaitedCodes: new Map(),
    trials,
    patients: byId(
      data.patients.map((patient) =>
        holdPatient(
          {
            ...patient,
            teamSince: patient.teamId === null ? null : data.asOf,
            overrides: overridesOf(data, patient.patientId),
          },
          openTrials,
          filledAt,
        ),
      ),
      ({ patientId }) => patientId,
    ),
    referrals: byId(referrals, ({ referralId }) => referralId),
    answers: new Map(),
    changes: [...data.changes],
    releases: data.releases.map(({ entry, recordedBy: _, ...rest }) => ({
      ...rest,
      ...entry,
      corrects: null,
      reason: null,
    })),
    seenChanges: new Map(
      [...Map.groupBy(seenByDoers(data.changes), ({ accountId }) => accountId)].map(([accountId, seen]) => [
        accountId,
        new Set(seen.map(({ changeId }) => changeId)),
      ]),
    ),
    signedIn: new Map(),
  }
}

function holdTeams({ teams, asOf }: DemonstrationData): Map<string, HeldTeam> {
  const since = addMonths(asOf, -24)
  return byId(
    teams.map(({ memberIds, ...team }) => ({
      ...team,
      memberships: memberIds.map((accountId) => ({ accountId, since, until: null })),
    })),
    ({ teamId }) => teamId,
  )
}

function overridesOf({ overrides }: DemonstrationData, patientId: string): OverrideHistories {
  const own = Map.groupBy(
    overrides.filter((each) => each.patientId === patientId),
    ({ trialId }) => trialId,
  )
  return new Map([...own].map(([trialId, lines]) => [trialId, lines.map(({ entry }) => entry)]))
}

function byId<Item>(items: readonly Item[], idOf: (item: Item) => string): Map<string, Item> {
  return new Map(items.map((item) => [idOf(item), item]))
}

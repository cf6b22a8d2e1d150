import type { components } from '#api/schema.ts'
import { type TileName, tilesOf } from '#domain/access/home-tiles.ts'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { isBehindTarget } from '#domain/recruitment/recruitment-flags.ts'
import { summariseTrial } from '#domain/recruitment/summarise-trial.ts'
import { clockDates } from '#domain/referral/clock-dates.ts'
import { isTerminal } from '#domain/referral/referral-transition.ts'
import type { Caller } from '../../http/caller.ts'
import { compareKeys } from '../../paging/compare-keys.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import { countToReview } from '../care-teams/emergency-accesses.ts'
import { patientsWithoutTeam } from '../care-teams/patient-team.ts'
import { countUnseen } from '../changes/seen-changes.ts'
import { sumOf, waitingAt } from '../delegation/site-delegates.ts'
import { patientsLeft } from '../patients/patient-filter.ts'
import { recruitingTrial } from '../recruitment/recruiting-trial.ts'
import { clockOf, isMinded, referralRow } from '../referrals/referral-row.ts'
import { type ReferralViewer, referralViewer, visibleReferrals } from '../referrals/referral-viewer.ts'

type Home = components['schemas']['Home']
type Counts = Partial<Record<TileName, number>>

const mostShown = 10

/** The numbers that open a list, and the referrals that cannot wait. */
export function describeHome(state: DemonstrationState, caller: Caller, asOf: CalendarDate): Home {
  const tiles = tilesOf(caller.role)
  const viewer = referralViewer(caller)
  const counts: Counts = {
    ...(viewer === null ? {} : referralCounts(state, viewer, asOf)),
    ...(viewer?.side === 'referrer'
      ? { ...patientCounts(state, viewer.scope), candidateChanges: countNews(state, viewer, asOf) }
      : {}),
    openTrials: [...state.trials.values()].filter(({ record }) => record.recruitmentStatus === 'open').length,
    ...(tiles.includes('trialsBehindTarget') ? { trialsBehindTarget: countTrialsBehind(state, asOf) } : {}),
    accounts: state.accounts.size,
    referralsWithoutDelegate: countWithoutDelegate(state, caller, asOf),
    patientsWithoutTeam: patientsWithoutTeam({ state, caller, asOf }).total,
    accessesToReview: countToReview(state, caller),
  }
  return {
    tiles: tiles.flatMap((tile) => {
      const count = counts[tile]
      return count === undefined ? [] : [{ tile, count }]
    }),
    attention: viewer === null ? [] : attention(state, viewer, asOf),
  }
}

function countWithoutDelegate(state: DemonstrationState, { organisation }: Caller, asOf: CalendarDate): number {
  return organisation === null ? 0 : sumOf(waitingAt(state, organisation.organisationId, asOf))
}

/** Of the trials that the recruitment overview lists. */
function countTrialsBehind(state: DemonstrationState, asOf: CalendarDate): number {
  const trials = [...state.trials.values()].map((trial) => recruitingTrial(state, trial))
  return trials.filter((trial) => isBehindTarget(summariseTrial(trial, asOf).result)).length
}

function referralCounts(state: DemonstrationState, viewer: ReferralViewer, asOf: CalendarDate): Counts {
  const open = visibleReferrals(state, viewer).filter(({ status }) => !isTerminal(status))
  const clocks = open.map((referral) => clockOf(referral, asOf).state)
  return {
    overdueReferrals: clocks.filter((state) => state === 'overdue' || state === 'escalated').length,
    dueReferrals: clocks.filter((state) => state === 'due').length,
    mindedReferrals: open.filter((referral) => isMinded(state, referral, viewer.side)).length,
    draftReferrals: open.filter(({ status }) => status === 'referral-draft').length,
    referralsToAcknowledge: open.filter(({ status }) => status === 'sent').length,
    openReferrals: open.length,
  }
}

function patientCounts(state: DemonstrationState, scope: PatientScope): Counts {
  return {
    myPatients: patientsLeft(state, scope, {}).length,
    patientsWithCandidate: patientsLeft(state, scope, { hasCandidate: true }).length,
    patientsWithTrialToRead: patientsLeft(state, scope, { hasTrialToRead: true }).length,
    patientsMissingData: patientsLeft(state, scope, { hasDataMissing: true }).length,
  }
}

function countNews(state: DemonstrationState, viewer: ReferralViewer, asOf: CalendarDate): number {
  return Object.values(countUnseen(state, { ...viewer, asOf })).reduce((sum, count) => sum + count)
}

/** Referrals that are due or late, the longest overdue first. */
function attention(state: DemonstrationState, viewer: ReferralViewer, asOf: CalendarDate): Home['attention'] {
  return visibleReferrals(state, viewer)
    .flatMap((referral) => {
      const dates = clockDates(referral)
      return dates !== null && dates.dueFrom <= asOf ? [{ referral, dueOn: dates.dueOn }] : []
    })
    .toSorted((a, b) => compareKeys(a.dueOn, b.dueOn) || compareKeys(a.referral.referralId, b.referral.referralId))
    .slice(0, mostShown)
    .map(({ referral }) => referralRow(state, referral, viewer.side, asOf))
}

import { type SqlBool, sql } from 'kysely'
import type { TileName } from '#domain/access/home-tiles.ts'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { isBehindTarget } from '#domain/recruitment/recruitment-flags.ts'
import { summariseTrial } from '#domain/recruitment/summarise-trial.ts'
import { countWaiting, sumOf } from '../../delegation-rows/delegation-log-repository.ts'
import { countUnseenChanges } from '../../eligibility/unseen-count-repository.ts'
import { isPatientWithDataMissing } from '../../patient-rows/data-missing-repository.ts'
import { isOwnPatient } from '../../patient-rows/patients-in-scope.ts'
import type { Trx } from '../../plugins/operation.ts'
import { readRecruitment } from '../../recruitment-rows/recruitment-repository.ts'
import { clockStateOn } from '../../referral-rows/clock-state-repository.ts'
import type { ReferralViewer } from '../../referral-rows/referral-viewer.ts'
import { endedStatuses, isMinded, visibleReferrals } from '../../referral-rows/visible-referrals-repository.ts'

export interface CountsQuery {
  readonly tiles: readonly TileName[]
  /** Null for somebody who has no part in referrals and no patients. */
  readonly viewer: ReferralViewer | null
  /** Null for an officer who works for every organisation. */
  readonly organisationId: string | null
  readonly asOf: CalendarDate
}

type Counts = Partial<Record<TileName, number>>

/** The numbers of some tiles, each exactly as long as the list that its tile opens. */
export async function readCounts(
  trx: Trx,
  { tiles, viewer, organisationId, asOf }: CountsQuery,
): Promise<ReadonlyMap<TileName, number>> {
  const counts: Counts = {
    ...(viewer === null ? {} : await countReferrals(trx, viewer, asOf)),
    ...(viewer?.side === 'referrer' ? await countPatients(trx, viewer.scope) : {}),
    ...(viewer !== null && tiles.includes('candidateChanges')
      ? { candidateChanges: await countChanges(trx, { ...viewer, asOf }) }
      : {}),
    ...(tiles.includes('openTrials') ? { openTrials: await countOpenTrials(trx) } : {}),
    ...(tiles.includes('trialsBehindTarget') ? { trialsBehindTarget: await countTrialsBehind(trx, asOf) } : {}),
    ...(tiles.includes('accounts') ? { accounts: await countAccounts(trx) } : {}),
    ...(tiles.includes('referralsWithoutDelegate')
      ? { referralsWithoutDelegate: await countWithoutDelegate(trx, organisationId, asOf) }
      : {}),
    ...(tiles.includes('patientsWithoutTeam')
      ? { patientsWithoutTeam: await countWithoutTeam(trx, organisationId) }
      : {}),
    ...(tiles.includes('accessesToReview')
      ? { accessesToReview: await countAccessesToReview(trx, organisationId) }
      : {}),
  }
  return new Map(
    tiles.flatMap((tile) => {
      const count = counts[tile]
      return count === undefined ? [] : [[tile, count] as const]
    }),
  )
}

async function countReferrals(trx: Trx, viewer: ReferralViewer, asOf: CalendarDate): Promise<Counts> {
  const clock = clockStateOn(asOf)
  const countIf = (condition: ReturnType<typeof sql<SqlBool>>) => sql<number>`count(*) filter (where ${condition})`
  return visibleReferrals(trx, viewer)
    .where('referral.status', 'not in', [...endedStatuses])
    .select([
      countIf(sql`${clock} in ('overdue', 'escalated')`).as('overdueReferrals'),
      countIf(sql`${clock} = 'due'`).as('dueReferrals'),
      countIf(sql`referral.status = 'referral-draft'`).as('draftReferrals'),
      countIf(isMinded).as('mindedReferrals'),
      countIf(sql`referral.status = 'sent'`).as('referralsToAcknowledge'),
      sql<number>`count(*)`.as('openReferrals'),
    ])
    .executeTakeFirstOrThrow()
}

/** A trial to consider is one checked in full that nothing known rules out for good or for now; of data missing see domain/data-gaps. */
async function countPatients(trx: Trx, scope: PatientScope): Promise<Counts> {
  return trx
    .selectFrom('patient')
    .leftJoin('candidate_count', 'candidate_count.patient_id', 'patient.patient_id')
    .where(isOwnPatient(scope))
    .select([
      sql<number>`count(*)`.as('myPatients'),
      sql<number>`count(*) filter (where no_failures_found > 0 or needs_clinician > 0 or needs_data > 0)`.as(
        'patientsWithCandidate',
      ),
      sql<number>`count(*) filter (where to_read > 0)`.as('patientsWithTrialToRead'),
      sql<number>`count(*) filter (where ${isPatientWithDataMissing})`.as('patientsMissingData'),
    ])
    .executeTakeFirstOrThrow()
}

async function countChanges(trx: Trx, reader: Parameters<typeof countUnseenChanges>[1]): Promise<number> {
  return Object.values(await countUnseenChanges(trx, reader)).reduce((sum, count) => sum + count)
}

async function countOpenTrials(trx: Trx): Promise<number> {
  const { count } = await trx
    .selectFrom('trial')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('recruitment_status', '=', 'open')
    .executeTakeFirstOrThrow()
  return count
}

/** Of the trials that the recruitment overview lists. */
async function countTrialsBehind(trx: Trx, asOf: CalendarDate): Promise<number> {
  const trials = await readRecruitment(trx, { trialId: null })
  return trials.filter((trial) => isBehindTarget(summariseTrial(trial, asOf).result)).length
}

async function countAccounts(trx: Trx): Promise<number> {
  const { count } = await trx
    .selectFrom('account')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** At the administrator's own site; an administrator without an organisation keeps the logs of none. */
async function countWithoutDelegate(trx: Trx, organisationId: string | null, asOf: CalendarDate): Promise<number> {
  return organisationId === null ? 0 : sumOf(await countWaiting(trx, organisationId, asOf))
}

/** Of the officer's own organisation; an officer without one keeps the teams of none. */
async function countWithoutTeam(trx: Trx, organisationId: string | null): Promise<number> {
  const { count } = await trx
    .selectFrom('patient')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('team_id', 'is', null)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return count
}

/** As the list that the tile opens. */
async function countAccessesToReview(trx: Trx, organisationId: string | null): Promise<number> {
  const { count } = await trx
    .selectFrom('emergency_access')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('reviewed_at', 'is', null)
    .$if(organisationId !== null, (query) => query.where('organisation_id', '=', organisationId))
    .executeTakeFirstOrThrow()
  return count
}

import type { components } from '#api/schema.ts'
import { mayKnowPlace } from '#domain/access/known-place.ts'
import { relationshipTo } from '#domain/access/patient-scope.ts'
import { assembleCandidate } from '#domain/eligibility/assemble-candidate.ts'
import { assessTrial, type HeldTrial } from '#domain/eligibility/assess-trial.ts'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { describeOverrideHistory } from '#domain/eligibility/describe-override-history.ts'
import { standingOverrides } from '#domain/eligibility/override-entry.ts'
import { recordAsKnownAt } from '#domain/eligibility/record-as-known-at.ts'
import { describeStandingOverrides } from '#domain/eligibility/standing-override.ts'
import { type StoredOutcome, storedOutcomeAt } from '#domain/eligibility/stored-outcome-at.ts'
import { travelLimitOf } from '#domain/eligibility/travel-limit.ts'
import { pastTrialVerdicts } from '#domain/eligibility/trial-verdicts.ts'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import { isOpenInCountries } from '#domain/trial/openness.ts'
import { criteriaInForce } from '#domain/trial/trial-encoding.ts'
import { mayBeOpened } from '../patient-rows/patients-in-scope.ts'
import type { Trx } from '../plugins/operation.ts'
import { readReferralTags } from '../referral-rows/referral-tag-repository.ts'
import { factsVersion, rulesVersion } from './facts-version.ts'
import { readHeldSites } from './held-sites-repository.ts'
import { readOverrideHistory } from './override-repository.ts'
import { readPatientRecords } from './patient-rows-repository.ts'
import type { AskedPatient } from './patient-verdict-repository.ts'
import { readOutcome } from './stored-answers-repository.ts'

export interface AskedPast extends AskedPatient {
  readonly trialId: string
  readonly at: Date
}

/**
 * The answer as it was at an instant: from the rows recorded by then, the version of the trial held then and that day.
 * Sites and referrals are those of now. Null where the caller has no such patient or there is no such trial;
 * `notHeldYet` where the trial was taken in later.
 */
export async function readPastVerdict(
  trx: Trx,
  asked: AskedPast,
): Promise<components['schemas']['TrialVerdict'] | 'notHeldYet' | null> {
  const { patientId, trialId, scope, at } = asked
  const own = await trx
    .selectFrom('patient')
    .select(['organisation_id as organisationId', 'team_id as teamId'])
    .where('patient_id', '=', patientId)
    .where(mayBeOpened(scope))
    .executeTakeFirst()
  const trial = await trx
    .selectFrom('trial')
    .select('is_demonstration')
    .where('trial_id', '=', trialId)
    .executeTakeFirst()
  const relationship = own === undefined ? null : relationshipTo(scope, { patientId, ...own })
  const [record] = relationship !== null ? await readPatientRecords(trx, [patientId]) : []
  if (record === undefined || relationship === null || trial === undefined) return null
  const version = await readVersionAt(trx, trialId, at)
  if (version === undefined) return 'notHeldYet'

  const instant = at.toISOString()
  const asOf = calendarDateInLondon(at)
  const { homeCountries, byTrial } = await readHeldSites(trx)
  const held: HeldTrial = {
    trialId,
    isDemonstration: trial.is_demonstration,
    isOpenAtHome: isOpenInCountries(version.record, homeCountries),
    record: { ...version.record, criteria: criteriaInForce(version.record, asOf) },
  }
  const history = (await readOverrideHistory(trx, { patientId, trialId })).filter((entry) => entry.at <= instant)
  const facts = deriveFacts(recordAsKnownAt(record, instant))
  const assessment = assessTrial(facts, held, asOf, standingOverrides(history))
  const listed = byTrial.get(trialId) ?? []
  const isLocationHidden = facts.isSensitive
  const from = mayKnowPlace({ isSensitive: isLocationHidden, relationship }) ? asked.from : null
  const sites = { sites: listed, homeCountries, from, isLocationHidden, travelLimit: travelLimitOf(facts) }
  const tags = await readReferralTags(trx, [patientId])
  const referral = tags.find((tag) => tag.trialId === trialId)?.tag ?? null
  return {
    asOf,
    reproduced: {
      at: instant,
      asOf,
      trialVersion: version.version,
      rulesVersion,
      ...(await readStoredOutcome(trx, { patientId, trialId, at: instant })),
    },
    candidate: assembleCandidate(assessment, sites, referral, null),
    ...pastTrialVerdicts(assessment),
    standingOverrides: describeStandingOverrides({ trial: held, facts, history, asOf }),
    overrideHistory: describeOverrideHistory(history),
  }
}

function readVersionAt(trx: Trx, trialId: string, at: Date) {
  return trx
    .selectFrom('trial_version')
    .select(['version', 'record'])
    .where('trial_id', '=', trialId)
    .where('imported_at', '<=', at)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function readStoredOutcome(
  trx: Trx,
  { patientId, trialId, at }: { readonly patientId: string; readonly trialId: string; readonly at: string },
): Promise<StoredOutcome> {
  const changes = await trx
    .selectFrom('screening_change')
    .select(['at', 'from_outcome', 'to_outcome', 'cause', 'facts_version', 'rules_version'])
    .where('patient_id', '=', patientId)
    .where('trial_id', '=', trialId)
    .execute()
  const current = await trx
    .selectFrom('screening')
    .select(['outcome', 'screened_at', 'facts_version', 'rules_version'])
    .where('patient_id', '=', patientId)
    .where('trial_id', '=', trialId)
    .executeTakeFirst()
  return storedOutcomeAt(
    at,
    changes.map((row) => ({
      at: row.at.toISOString(),
      from: row.from_outcome,
      to: row.to_outcome,
      cause: row.cause,
      isSameRules: isSameRules(row),
    })),
    current === undefined
      ? null
      : {
          outcome: readOutcome(current.outcome),
          screenedAt: current.screened_at.toISOString(),
          isSameRules: isSameRules(current),
        },
  )
}

function isSameRules(row: { readonly facts_version: number; readonly rules_version: number }): boolean {
  return row.facts_version === factsVersion && row.rules_version === rulesVersion
}

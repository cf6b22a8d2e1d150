import { sql } from 'kysely'
import type { HeldTrial, ScreenedRecord } from '#domain/eligibility/assess-trial.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { criteriaInForce, criteriaWithoutRules, rulesFrom } from '#domain/trial/trial-encoding.ts'
import type { TrialRecord } from '#domain/trial/trial-record.ts'
import { keptPlan } from '../database/kept-plan.ts'
import type { Trx } from '../plugins/operation.ts'

/** A trial with what tells one state of it from another. */
export interface VersionedTrial extends HeldTrial {
  readonly version: number
  /** When this state of it was taken in. */
  readonly updatedAt: Date
  /** The first day on which its rules for the protocol count; null where there is none. */
  readonly rulesFrom: CalendarDate | null
}

/** Every trial that is open in the countries of the service, in the order of their ids, with the rules of a day. */
export async function readOpenTrials(trx: Trx, asOf: CalendarDate): Promise<readonly VersionedTrial[]> {
  // One row of lists: this is asked for with every patient, and rows of their own take twice as long to bring over.
  const { rows } = await sql<{ states: readonly StateList[] | null }>`
    select json_agg(json_build_array(trial_id, version, content_hash, is_demonstration, updated_at) order by trial_id)
      as states
    from trial where is_open_at_home ${keptPlan}`.execute(trx)
  return withRecords(trx, (rows[0]?.states ?? []).map(openState), asOf)
}

type StateList = readonly [
  trialId: string,
  version: number,
  contentHash: string,
  isDemonstration: boolean,
  updatedAt: string,
]

function openState([trialId, version, contentHash, isDemonstration, updatedAt]: StateList): TrialState {
  return {
    trial_id: trialId,
    version,
    content_hash: contentHash,
    is_open_at_home: true,
    is_demonstration: isDemonstration,
    updated_at: new Date(updatedAt),
  }
}

/** One trial, open or not, with the rules of a day; null where there is none with this id. */
export async function readHeldTrial(trx: Trx, trialId: string, asOf: CalendarDate): Promise<VersionedTrial | null> {
  const states = await trx.selectFrom('trial').select(stateColumns).where('trial_id', '=', trialId).execute()
  const [trial] = await withRecords(trx, states, asOf)
  return trial ?? null
}

/** Names one version of one trial. */
export function versionKey(trialId: string, version: number): string {
  return `${trialId} ${version}`
}

/** A trial with the rules that counted on a day. */
export type TrialOnDay = (asOf: CalendarDate) => HeldTrial

/** Trials as they were in some of their versions, by `versionKey`. What is not held is left out. */
export async function readFormerTrials(
  trx: Trx,
  asked: readonly { readonly trialId: string; readonly version: number }[],
): Promise<ReadonlyMap<string, TrialOnDay>> {
  const keys = [...new Set(asked.map(({ trialId, version }) => versionKey(trialId, version)))]
  if (keys.length === 0) return new Map()
  const rows = await trx
    .selectFrom('trial_version')
    .innerJoin('trial', 'trial.trial_id', 'trial_version.trial_id')
    .select(['trial.trial_id', 'trial_version.version', 'trial_version.record'])
    .select(['trial.is_open_at_home', 'trial.is_demonstration'])
    .where(sql`trial.trial_id || ' ' || trial_version.version`, 'in', keys)
    .execute()
  return new Map(
    rows.map(({ trial_id, version, record, is_open_at_home, is_demonstration }) => {
      const parts = { trialId: trial_id, isOpenAtHome: is_open_at_home, isDemonstration: is_demonstration }
      return [
        versionKey(trial_id, version),
        (asOf) => ({ ...parts, record: screenedPart(record, criteriaInForce(record, asOf)) }),
      ]
    }),
  )
}

const stateColumns = [
  'trial_id',
  'version',
  'content_hash',
  'is_open_at_home',
  'is_demonstration',
  'updated_at',
] as const

interface TrialState {
  readonly trial_id: string
  readonly version: number
  readonly content_hash: string
  readonly is_open_at_home: boolean
  readonly is_demonstration: boolean
  readonly updated_at: Date
}

/**
 * Records already parsed, one a trial, because together they are several megabytes. The hash of the content belongs to
 * the key: a version that was rolled back gives its number to another. The day does not: what counts before the day of
 * the rules and from that day on is kept side by side.
 */
const parsed = new Map<string, ParsedTrial>()

interface ParsedTrial {
  readonly version: number
  readonly contentHash: string
  readonly rulesFrom: CalendarDate | null
  readonly withRules: ScreenedRecord
  readonly withoutRules: ScreenedRecord
}

async function withRecords(
  trx: Trx,
  states: readonly TrialState[],
  asOf: CalendarDate,
): Promise<readonly VersionedTrial[]> {
  const changed = states.filter((state) => !isParsed(state)).map(({ trial_id }) => trial_id)
  const fetched = changed.length === 0 ? [] : await fetchRecords(trx, changed)
  for (const { trial_id, version, content_hash, record } of fetched) {
    parsed.set(trial_id, { version, contentHash: content_hash, ...parsedRecord(record) })
  }
  return states.flatMap((state) => {
    const trial = parsed.get(state.trial_id)
    return trial === undefined ? [] : [toVersionedTrial(state, trial, asOf)]
  })
}

function isParsed({ trial_id, version, content_hash }: TrialState): boolean {
  const kept = parsed.get(trial_id)
  return kept?.version === version && kept.contentHash === content_hash
}

function fetchRecords(trx: Trx, trialIds: readonly string[]) {
  return trx
    .selectFrom('trial')
    .select(['trial_id', 'version', 'content_hash', 'record'])
    .where('trial_id', 'in', [...trialIds])
    .execute()
}

function parsedRecord(record: TrialRecord): Pick<ParsedTrial, 'rulesFrom' | 'withRules' | 'withoutRules'> {
  const { encoding, criteria } = record
  const withoutRules = screenedPart(record, criteriaWithoutRules(record))
  const from = rulesFrom(encoding)
  return { rulesFrom: from, withRules: from === null ? withoutRules : screenedPart(record, criteria), withoutRules }
}

/** Descriptions, contacts and the running text of eligibility are most of a record, and no criterion asks them. */
function screenedPart(record: TrialRecord, criteria: ScreenedRecord['criteria']): ScreenedRecord {
  const { registryId, title, phases, recruitmentStatus, cancerTypeIds, isBasket } = record
  const { cohorts, anchor, protocolVersion } = record
  return {
    registryId,
    title,
    phases,
    recruitmentStatus,
    cancerTypeIds,
    isBasket,
    cohorts,
    anchor,
    protocolVersion,
    criteria,
  }
}

/** The version is that of the record: somebody may have stored a newer one since the state was read. */
function toVersionedTrial(state: TrialState, held: ParsedTrial, asOf: CalendarDate): VersionedTrial {
  const { version, rulesFrom, withRules, withoutRules } = held
  return {
    trialId: state.trial_id,
    version,
    updatedAt: state.updated_at,
    isOpenAtHome: state.is_open_at_home,
    isDemonstration: state.is_demonstration,
    rulesFrom,
    record: rulesFrom !== null && rulesFrom <= asOf ? withRules : withoutRules,
  }
}

import { type SqlBool, sql } from 'kysely'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import type { HeldTrial } from '#domain/eligibility/assess-trial.ts'
import { type Outcome, outcomes } from '#domain/eligibility/outcome-label.ts'
import type { CaseloadPatient } from '#domain/feasibility/caseload-tally.ts'
import type { WeightOf } from '#domain/feasibility/draft-weight.ts'
import type { JudgedPatients } from '#domain/feasibility/judged-patients.ts'
import { type GroupedPatient, groupOf } from '#domain/feasibility/patient-group.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { idsOfOwnPatients } from '../patient-rows/patients-in-scope.ts'
import type { Trx } from '../plugins/operation.ts'
import { bearingLetters, judgedOfLetters } from './bearing-letters.ts'
import { compileCandidacy } from './compile-candidacy.ts'
import { compileMayBeOffered } from './compile-refusals.ts'
import { readPatientFacts } from './facts-repository.ts'
import { factsVersion } from './facts-version.ts'
import { readOverrides } from './override-repository.ts'

export interface CaseloadQuery {
  readonly trial: HeldTrial
  /** Not stored, so that no clinician can have judged any of its criteria. */
  readonly isDraft: boolean
  readonly asOf: CalendarDate
  /** Whose own patients are a group of their own; null where nobody has any. */
  readonly own: PatientScope | null
  /** Nobody else is read: what is asked is about the own patients. */
  readonly isOfOwnOnly: boolean
  /** How patients count, once for each answer that is wanted of them. */
  readonly weights: readonly WeightOf[]
}

/** The next patients. */
export interface CaseloadSlice {
  /** They, for each of the weights. */
  readonly weighed: readonly WeighedPatients[]
  /** Give this as `after` for the next slice; null where none is left. */
  readonly next: string | null
}

/** Some patients, by group, as one of the weights counts them. */
export interface WeighedPatients {
  /** Whom SQL can judge: how many are alike. Nothing else of them is read. */
  readonly judged: ReadonlyMap<string, readonly JudgedPatients[]>
  /** The others, with all that the evaluator needs to know of them. */
  readonly open: ReadonlyMap<string, readonly CaseloadPatient[]>
}

interface CaseloadRow {
  readonly patient_id: string
  readonly organisation_id: string
  readonly is_own: boolean
  readonly letters: readonly string[] | null
  /** The best outcome that the cancer allows; null where it allows every one. */
  readonly cap: string | null
}

/**
 * The next `limit` living patients whose cancer the trial takes or could take and who may be told of it, in the order of their ids. SQL knows
 * nothing of clinicians' verdicts, so it judges nobody of whom there is one, even one that was withdrawn.
 */
export async function readCaseloadSlice(
  trx: Trx,
  query: CaseloadQuery,
  after: string | null,
  limit: number,
): Promise<CaseloadSlice> {
  const letters = bearingLetters(query.trial, query.asOf)
  const { cap } = compileCandidacy(query.trial.record)
  const isNext = after === null ? sql<SqlBool>`true` : sql<SqlBool>`patient_id > ${after}`
  const { rows } = await sql<CaseloadRow>`
    select patient_id, organisation_id, ${isOwn(query)} as is_own, ${cap} as cap,
      case when facts_version = ${factsVersion} and not ${hasVerdict(query)} then ${letters} end as letters
    from patient_facts where ${belongs(query)} and ${isNext}
    order by patient_id limit ${limit}`.execute(trx)
  const alike = groupsOf(rows, query.trial)
  const open = alike.flatMap(({ judged, rows }) => (judged === null ? rows.map(groupedPatient) : []))
  const held = await readOpenPatients(trx, query, open)
  return {
    weighed: query.weights.map((weightOf) => ({ judged: countAlike(alike, weightOf), open: weigh(held, weightOf) })),
    next: rows.length < limit ? null : (rows.at(-1)?.patient_id ?? null),
  }
}

function hasVerdict({ trial, isDraft }: CaseloadQuery) {
  if (isDraft) return sql<SqlBool>`false`
  return sql<SqlBool>`exists (
    select from verdict_override verdict
    where verdict.patient_id = patient_facts.patient_id and verdict.trial_id = ${trial.trialId})`
}

interface OpenPatient {
  readonly grouped: GroupedPatient
  readonly patient: CaseloadPatient
}

function groupedPatient({ patient_id, organisation_id, is_own }: CaseloadRow): GroupedPatient {
  return { patientId: patient_id, organisationId: organisation_id, isOwn: is_own }
}

async function readOpenPatients(
  trx: Trx,
  { trial, isDraft }: CaseloadQuery,
  patients: readonly GroupedPatient[],
): Promise<readonly OpenPatient[]> {
  const patientIds = patients.map(({ patientId }) => patientId)
  const overridesOf = await readOverrides(trx, isDraft ? [] : patientIds)
  const held = await readPatientFacts(trx, patientIds)
  return patients.flatMap((grouped) => {
    const facts = held.get(grouped.patientId)?.facts
    const overrides = overridesOf(grouped.patientId, trial.trialId)
    return facts === undefined ? [] : [{ grouped, patient: { facts, overrides } }]
  })
}

function weigh(held: readonly OpenPatient[], weightOf: WeightOf): ReadonlyMap<string, readonly CaseloadPatient[]> {
  return new Map(
    [...Map.groupBy(held, ({ grouped }) => groupOf(grouped))].map(([group, members]) => [
      group,
      members.flatMap(({ grouped, patient }) => Array.from({ length: weightOf(grouped) }, () => patient)),
    ]),
  )
}

interface AlikeRows {
  /** Null: the evaluator has to look at each of them. */
  readonly judged: Omit<JudgedPatients, 'patients'> | null
  readonly rows: readonly CaseloadRow[]
}

function groupsOf(rows: readonly CaseloadRow[], trial: HeldTrial): readonly AlikeRows[] {
  const alike = Map.groupBy(rows, ({ letters, cap }) => JSON.stringify([letters, cap]))
  return [...alike.values()].map((group) => {
    const [{ letters, cap } = { letters: null, cap: null }] = group
    return { judged: letters === null ? null : judgedOfLetters(trial, letters, readCap(cap)), rows: group }
  })
}

function countAlike(groups: readonly AlikeRows[], weightOf: WeightOf): ReadonlyMap<string, readonly JudgedPatients[]> {
  const countOf = (alike: readonly GroupedPatient[]) => alike.reduce((sum, patient) => sum + weightOf(patient), 0)
  const counted = groups.flatMap(({ judged, rows }) =>
    judged === null
      ? []
      : [...Map.groupBy(rows.map(groupedPatient), groupOf)].map(([group, members]) => ({
          group,
          judged: { ...judged, patients: countOf(members) },
        })),
  )
  const byGroup = Map.groupBy(counted, ({ group }) => group)
  return new Map([...byGroup].map(([group, members]) => [group, members.map(({ judged }) => judged)]))
}

function readCap(cap: string | null): Outcome {
  if (cap === null) return 'noFailuresFound'
  const outcome = outcomes.find((each) => each === cap)
  if (outcome === undefined) throw new RangeError(`"${cap}" is no outcome that a cancer could allow.`)
  return outcome
}

function belongs(query: CaseloadQuery) {
  const candidacy = compileCandidacy(query.trial.record).rule.isNotFalse
  const fits = sql<SqlBool>`${candidacy} and ${compileMayBeOffered(query.trial.trialId)}`
  return query.isOfOwnOnly ? sql<SqlBool>`${fits} and ${isOwn(query)}` : fits
}

function isOwn({ own }: CaseloadQuery) {
  return own === null ? sql<SqlBool>`false` : sql<SqlBool>`patient_id in ${idsOfOwnPatients(own)}`
}

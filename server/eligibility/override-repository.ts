import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { VerdictOverride } from '#domain/eligibility/applied-override.ts'
import { type OverrideEntry, standingOverrides } from '#domain/eligibility/override-entry.ts'
import { keptPlan } from '../database/kept-plan.ts'
import type { VerdictOverrideTable } from '../database/tables/override-tables.ts'
import type { Trx } from '../plugins/operation.ts'

/** Clinicians' verdicts that stand, on the criteria of one trial for one patient. */
export type OverridesOf = (patientId: string, trialId: string) => readonly VerdictOverride[]

/** What stands for some patients, on every trial. */
export async function readOverrides(trx: Trx, patientIds: readonly string[]): Promise<OverridesOf> {
  if (patientIds.length === 0) return () => []
  const rows = await trx
    .selectFrom('verdict_override')
    .selectAll()
    .where('patient_id', 'in', [...patientIds])
    .orderBy('sequence')
    .modifyEnd(keptPlan)
    .execute()
  const byPair = Map.groupBy(rows, (row) => `${row.patient_id} ${row.trial_id}`)
  return (patientId, trialId) => standingOverrides((byPair.get(`${patientId} ${trialId}`) ?? []).map(toEntry))
}

export interface PatientAndTrial {
  readonly patientId: string
  readonly trialId: string
}

/** Everything that was ever set or withdrawn on the criteria of one trial for one patient, in that order. */
export async function readOverrideHistory(
  trx: Trx,
  { patientId, trialId }: PatientAndTrial,
): Promise<readonly OverrideEntry[]> {
  const rows = await trx
    .selectFrom('verdict_override')
    .selectAll()
    .where('patient_id', '=', patientId)
    .where('trial_id', '=', trialId)
    .orderBy('sequence')
    .execute()
  return rows.map(toEntry)
}

/** Adds a line to a history. Hold the patient, so that nobody else adds one between reading it and this. */
export async function addOverrideEntry(
  trx: Trx,
  { patientId, trialId }: PatientAndTrial,
  entry: OverrideEntry,
  { sequence, accountId }: { readonly sequence: number; readonly accountId: string },
): Promise<void> {
  await trx
    .insertInto('verdict_override')
    .values({
      entry_id: randomUUID(),
      override_id: entry.overrideId,
      action: entry.action,
      patient_id: patientId,
      trial_id: trialId,
      sequence,
      criterion_id: entry.criterionId,
      cohort: entry.cohort,
      criterion_text: entry.criterionText,
      verdict: entry.verdict,
      reason: entry.reason,
      software_verdict: entry.softwareVerdict,
      criterion_fingerprint: entry.criterionFingerprint,
      evidence_fingerprint: entry.evidenceFingerprint,
      actor_account_id: accountId,
      actor_name: entry.by,
      role: entry.role,
      at: new Date(entry.at),
    })
    .execute()
}

function toEntry(row: Selectable<VerdictOverrideTable>): OverrideEntry {
  return {
    overrideId: row.override_id,
    action: row.action,
    criterionId: row.criterion_id,
    cohort: row.cohort,
    criterionText: row.criterion_text,
    verdict: row.verdict,
    reason: row.reason,
    by: row.actor_name,
    role: row.role,
    at: row.at.toISOString(),
    softwareVerdict: row.software_verdict,
    criterionFingerprint: row.criterion_fingerprint,
    evidenceFingerprint: row.evidence_fingerprint,
  }
}

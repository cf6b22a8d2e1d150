import type { Role } from '#domain/access/role.ts'
import type { OverrideEntry } from '#domain/eligibility/override-entry.ts'

export interface VerdictOverrideTable {
  entry_id: string
  override_id: string
  action: OverrideEntry['action']
  patient_id: string
  trial_id: string
  /** Counts the rows of one patient and one trial, from 1. */
  sequence: number
  criterion_id: string
  cohort: string | null
  criterion_text: string
  verdict: OverrideEntry['verdict']
  reason: string
  software_verdict: OverrideEntry['softwareVerdict']
  criterion_fingerprint: string
  evidence_fingerprint: string
  actor_account_id: string
  actor_name: string
  role: Role
  at: Date
}

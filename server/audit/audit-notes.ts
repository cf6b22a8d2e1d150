import type { AuditSubjects } from './audit-event.ts'

/** How an operation says what it showed or changed, for the audit log. What its address names is known without. */
export interface AuditNotes {
  /** Patients whom the answer shows or the change concerns; each counts once, however often it is named. */
  patients(patientIds: Iterable<string>): void
  /** Referrals that the answer shows or the change concerns. Their patients are named with them. */
  referrals(referralIds: Iterable<string>): void
  trial(trialId: string): void
  account(accountId: string): void
  /** What was changed, in place of the names of the fields that were sent. */
  changed(fields: readonly string[]): void
  /** The change had been made before: this answers the same request again. */
  repeated(): void
  /** It is a step of something that goes on with another request. */
  begun(): void
}

/** The notes of one attempt at one operation, and what they come to. */
export interface TakenNotes extends AuditNotes {
  subjects(): AuditSubjects
  changedFields(): readonly string[] | null
  outcome(): 'done' | 'repeated' | 'begun'
}

/** @param named what the address names */
export function takeAuditNotes(named: AuditSubjects): TakenNotes {
  const patientIds = new Set(named.patientIds)
  const referralIds = new Set(named.referralIds)
  let { trialId, accountId } = named
  let fields: readonly string[] | null = null
  let outcome: 'done' | 'repeated' | 'begun' = 'done'
  return {
    patients: (ids) => addAll(patientIds, ids),
    referrals: (ids) => addAll(referralIds, ids),
    trial: (id) => {
      trialId = id
    },
    account: (id) => {
      accountId = id
    },
    changed: (names) => {
      fields = names
    },
    repeated: () => {
      outcome = 'repeated'
    },
    begun: () => {
      outcome = 'begun'
    },
    subjects: () => ({ patientIds: [...patientIds], referralIds: [...referralIds], trialId, accountId }),
    changedFields: () => fields,
    outcome: () => outcome,
  }
}

function addAll(known: Set<string>, more: Iterable<string>): void {
  for (const one of more) known.add(one)
}

import type { HeldTrial } from '#domain/eligibility/assess-trial.ts'
import type { PatientFacts } from '#domain/eligibility/patient-facts.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Trx } from '../plugins/operation.ts'
import { compileTrial } from './compile-trial.ts'
import { readPatientFacts } from './facts-repository.ts'

export interface CaseloadQuery {
  readonly trial: HeldTrial
  readonly asOf: CalendarDate
  /** Null: the patients of every organisation. */
  readonly organisationId: string | null
  /** The last patient of the slice before. */
  readonly after: string | null
  readonly limit: number
}

export interface CaseloadSlice {
  readonly factsByOrganisation: ReadonlyMap<string, readonly PatientFacts[]>
  /** Give this as `after` for the next slice; null where none is left. */
  readonly next: string | null
}

/**
 * The facts of the next living patients whose cancer the trial takes or could take. SQL leaves out the others: only
 * what the cancer says, because the number that each criterion removes needs everybody who came as far as it.
 */
export async function readCaseloadSlice(
  trx: Trx,
  { trial, asOf, organisationId, after, limit }: CaseloadQuery,
): Promise<CaseloadSlice> {
  const fits = compileTrial({ ...trial.record, criteria: [] }, { asOf }).isNotFalse
  const rows = await trx
    .selectFrom('patient_facts')
    .select('patient_id')
    .where(fits)
    .$if(organisationId !== null, (query) => query.where('organisation_id', '=', organisationId))
    .$if(after !== null, (query) => query.where('patient_id', '>', after))
    .orderBy('patient_id')
    .limit(limit)
    .execute()
  const patientIds = rows.map(({ patient_id }) => patient_id)
  const held = [...(await readPatientFacts(trx, patientIds)).values()]
  const grouped = Map.groupBy(held, (each) => each.organisationId)
  return {
    factsByOrganisation: new Map([...grouped].map(([id, group]) => [id, group.map(({ facts }) => facts)])),
    next: rows.length < limit ? null : (patientIds.at(-1) ?? null),
  }
}

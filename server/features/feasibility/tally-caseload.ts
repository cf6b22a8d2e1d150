import type { HeldTrial } from '#domain/eligibility/assess-trial.ts'
import { addTallies, type CaseloadTally, tallyCaseload } from '#domain/feasibility/caseload-tally.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { type CaseloadQuery, type CaseloadSlice, readCaseloadSlice } from '../../eligibility/caseload-repository.ts'
import type { Trx } from '../../plugins/operation.ts'

export interface TallyQuery {
  /** Runs one short transaction on behalf of the caller. */
  readonly transact: <Result>(work: (trx: Trx) => Promise<Result>) => Promise<Result>
  readonly trial: HeldTrial
  readonly asOf: CalendarDate
  /** Null: every organisation. */
  readonly organisationId: string | null
}

/** So many that a slice takes the database for less than a tenth of a second. */
const patientsPerSlice = 250

/**
 * Exact numbers by organisation. Each slice is a transaction of its own and the server takes other work in between, so
 * that a large caseload stops nobody; a patient who changes meanwhile is counted as before or as after.
 */
export async function tallyByOrganisation({
  transact,
  trial,
  asOf,
  organisationId,
}: TallyQuery): Promise<ReadonlyMap<string, CaseloadTally>> {
  const tallies = new Map<string, CaseloadTally>()
  let after: string | null = null
  do {
    const query: CaseloadQuery = { trial, asOf, organisationId, after, limit: patientsPerSlice }
    const slice: CaseloadSlice = await transact((trx) => readCaseloadSlice(trx, query))
    for (const [id, caseload] of slice.factsByOrganisation) {
      const tally = tallyCaseload(trial, caseload, asOf)
      const before = tallies.get(id)
      tallies.set(id, before === undefined ? tally : addTallies(before, tally))
    }
    after = slice.next
  } while (after !== null)
  return tallies
}

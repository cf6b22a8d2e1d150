import { assessTrial } from '#domain/eligibility/assess-trial.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Trx } from '../plugins/operation.ts'
import { readPatientFacts } from './facts-repository.ts'
import { readHeldTrial } from './held-trials-repository.ts'
import { readOverrides } from './override-repository.ts'

export interface AskedToRead {
  readonly trialId: string
  /** Those of a page of a list: each is assessed anew. */
  readonly patientIds: readonly string[]
  readonly asOf: CalendarDate
}

/** How many criteria of a trial only a person can read, by patient: verdicts of clinicians, and the cohort, make it differ. */
export async function countCriteriaToRead(
  trx: Trx,
  { trialId, patientIds, asOf }: AskedToRead,
): Promise<ReadonlyMap<string, number>> {
  const trial = patientIds.length === 0 ? null : await readHeldTrial(trx, trialId, asOf)
  if (trial === null) return new Map()
  const held = await readPatientFacts(trx, patientIds)
  const overrides = await readOverrides(trx, patientIds)
  return new Map(
    [...held].map(([patientId, { facts }]) => [
      patientId,
      assessTrial(facts, trial, asOf, overrides(patientId, trialId)).criteria.counts.toRead,
    ]),
  )
}

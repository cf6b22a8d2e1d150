import { assessTrial, type TrialAssessment } from '#domain/eligibility/assess-trial.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Trx } from '../plugins/operation.ts'
import { readPatientFacts } from './facts-repository.ts'
import { readHeldTrial } from './held-trials-repository.ts'
import { readOverrides } from './override-repository.ts'

export interface ListedPatients {
  readonly trialId: string
  /** Those of a page of a list: each is assessed anew. */
  readonly patientIds: readonly string[]
  readonly asOf: CalendarDate
}

/** What one trial comes to for some patients, by patient, with what the stored answers do not say: why, and what is to be read. */
export async function assessListedPatients(
  trx: Trx,
  { trialId, patientIds, asOf }: ListedPatients,
): Promise<ReadonlyMap<string, TrialAssessment>> {
  const trial = patientIds.length === 0 ? null : await readHeldTrial(trx, trialId, asOf)
  if (trial === null) return new Map()
  const held = await readPatientFacts(trx, patientIds)
  const overrides = await readOverrides(trx, patientIds)
  return new Map(
    [...held].map(([patientId, { facts }]) => [
      patientId,
      assessTrial(facts, trial, asOf, overrides(patientId, trialId)),
    ]),
  )
}

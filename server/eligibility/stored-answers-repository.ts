import { type Outcome, outcomes } from '#domain/eligibility/outcome-label.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Trx } from '../plugins/operation.ts'

/** What the last screening found of one patient and one trial, and what it was found with. */
export interface StoredAnswer {
  readonly outcome: Outcome
  /** Takes many cancers. */
  readonly isBasket: boolean
  readonly factsVersion: number
  readonly trialVersion: number
  readonly rulesVersion: number
  readonly asOf: CalendarDate
}

/** The stored answers of some patients by trial, of every trial or of one. */
export async function readStoredAnswers(
  trx: Trx,
  patientIds: readonly string[],
  trialId: string | null,
): Promise<ReadonlyMap<string, ReadonlyMap<string, StoredAnswer>>> {
  const rows = await trx
    .selectFrom('screening')
    .select(['patient_id', 'trial_id', 'diagnosis_grade', 'outcome', 'as_of'])
    .select(['facts_version', 'trial_version', 'rules_version'])
    .where('patient_id', 'in', [...patientIds])
    .$if(trialId !== null, (query) => query.where('trial_id', '=', trialId))
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ patient_id }) => patient_id)].map(([patientId, own]) => [
      patientId,
      new Map(
        own.map((row) => [
          row.trial_id,
          {
            outcome: readOutcome(row.outcome),
            isBasket: row.diagnosis_grade === 'basket',
            factsVersion: row.facts_version,
            trialVersion: row.trial_version,
            rulesVersion: row.rules_version,
            asOf: row.as_of,
          },
        ]),
      ),
    ]),
  )
}

/** A screening of one patient against every open trial. */
export interface LastScreening {
  readonly at: Date
  /** The day that its answers are of. */
  readonly asOf: CalendarDate
}

/** The last screening of each patient. Somebody who never was screened is not among them. */
export async function readLastScreened(
  trx: Trx,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, LastScreening>> {
  const rows = await trx
    .selectFrom('candidate_count')
    .select(['patient_id', 'screened_at', 'as_of'])
    .where('patient_id', 'in', [...patientIds])
    .execute()
  return new Map(rows.map(({ patient_id, screened_at, as_of }) => [patient_id, { at: screened_at, asOf: as_of }]))
}

/** Throws where the column holds a word that is no outcome. */
export function readOutcome(word: string): Outcome {
  const outcome = outcomes.find((each) => each === word)
  if (outcome === undefined) throw new Error(`The stored outcome "${word}" is not known: screen the patients again.`)
  return outcome
}

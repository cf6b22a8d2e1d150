import { sql } from 'kysely'
import { type Outcome, outcomes } from '#domain/eligibility/outcome-label.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Trx } from '../plugins/operation.ts'

/** What the last screening found of one patient and one trial, and what it was found with. */
export interface StoredAnswer {
  readonly outcome: Outcome
  /** Takes many cancers. */
  readonly isBasket: boolean
  /** Clinicians' verdicts count in the outcome. */
  readonly isSetByClinician: boolean
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
  // One row of lists for each patient: rows of their own take twice as long to bring over.
  const { rows } = await sql<{ patient_id: string; answers: readonly AnswerList[] }>`
    select patient_id, json_agg(json_build_array(trial_id, outcome, diagnosis_grade = 'basket', facts_version,
      trial_version, rules_version, as_of, is_set_by_clinician)) as answers
    from screening
    where patient_id = any (${[...patientIds]}::uuid[]) and ${trialId === null ? sql`true` : sql`trial_id = ${trialId}`}
    group by patient_id`.execute(trx)
  return new Map(rows.map(({ patient_id, answers }) => [patient_id, new Map(answers.map(storedAnswer))]))
}

type AnswerList = readonly [
  trialId: string,
  outcome: string,
  isBasket: boolean,
  factsVersion: number,
  trialVersion: number,
  rulesVersion: number,
  asOf: CalendarDate,
  isSetByClinician: boolean,
]

function storedAnswer(answer: AnswerList): readonly [trialId: string, answer: StoredAnswer] {
  const [trialId, outcome, isBasket, factsVersion, trialVersion, rulesVersion, asOf, isSetByClinician] = answer
  const found = { outcome: readOutcome(outcome), isBasket, isSetByClinician }
  return [trialId, { ...found, factsVersion, trialVersion, rulesVersion, asOf }]
}

/** A screening of one patient against every open trial. */
export interface LastScreening {
  readonly at: Date
  /** The day that its answers are of. */
  readonly asOf: CalendarDate
}

/**
 * Holds the stored answers of patients, in the order of their ids, and returns the last screening of those who have any:
 * a screening of a patient waits for the one before it, and sees the facts that this one saw or newer ones. The rows are
 * those that a screening writes anyway; to hold a million rows of `patient` would take longer than to answer for them.
 */
export async function holdAnswers(
  trx: Trx,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, LastScreening>> {
  const rows = await trx
    .selectFrom('candidate_count')
    .select(['patient_id', 'screened_at', 'as_of'])
    .where(sql<boolean>`patient_id = any (${[...patientIds]}::uuid[])`)
    .orderBy('patient_id')
    .forUpdate()
    .execute()
  return new Map(rows.map(({ patient_id, screened_at, as_of }) => [patient_id, { at: screened_at, asOf: as_of }]))
}

/** Throws where the column holds a word that is no outcome. */
export function readOutcome(word: string): Outcome {
  const outcome = outcomes.find((each) => each === word)
  if (outcome === undefined) throw new Error(`The stored outcome "${word}" is not known: screen the patients again.`)
  return outcome
}

import type { Insertable } from 'kysely'
import type { TrialAssessment } from '#domain/eligibility/assess-trial.ts'
import type { ScreeningTable } from '../database/tables/trial-tables.ts'
import type { Trx } from '../plugins/operation.ts'
import { factsVersion, rulesVersion } from './facts-version.ts'
import type { ScreeningRound } from './screening-change-repository.ts'

/** Bind parameters of one statement are limited; so many rows stay well below. */
const rowsPerStatement = 500

/** One patient against one trial that is offered. */
export interface ScreenedAnswer {
  readonly assessment: TrialAssessment
  readonly isBasket: boolean
}

export interface ScreenedAnswers {
  readonly patientId: string
  readonly organisationId: string
  /** By trial. */
  readonly now: ReadonlyMap<string, ScreenedAnswer>
}

/** Stores the answers of some patients, each with what it was found with. Remove the rows before first. */
export async function insertScreeningRows(
  trx: Trx,
  patients: readonly ScreenedAnswers[],
  { asOf, at, trials }: ScreeningRound,
): Promise<void> {
  const versions = new Map(trials.map(({ trialId, version }) => [trialId, version]))
  const rows = patients.flatMap(({ patientId, organisationId, now }) =>
    [...now].map(
      ([trialId, answer]): Insertable<ScreeningTable> => ({
        patient_id: patientId,
        trial_id: trialId,
        organisation_id: organisationId,
        ...answerColumns(answer),
        facts_version: factsVersion,
        trial_version: versions.get(trialId) ?? 0,
        rules_version: rulesVersion,
        as_of: asOf,
        screened_at: at,
      }),
    ),
  )
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await trx
      .insertInto('screening')
      .values(rows.slice(start, start + rowsPerStatement))
      .execute()
  }
}

/** Of a trial for many cancers the grade says no more than that, and keeps it out of the counts. */
function answerColumns({ assessment, isBasket }: ScreenedAnswer) {
  const { criteria, diagnosisGrade, outcome, undecided } = assessment
  return {
    diagnosis_grade: isBasket ? 'basket' : diagnosisGrade,
    outcome,
    undecided_keys: undecided.map(({ key }) => key).sort(),
    has_text_to_read: outcome !== 'notMatched' && criteria.counts.toRead > 0,
  }
}

import type { TrialAssessment } from './assess-trial.ts'
import { openLeaves } from './open-leaves.ts'

/** The rows that a criterion of some trial looked at and could not answer from, because another row of the day answers it differently. */
export function contradictedRows(assessments: Iterable<Pick<TrialAssessment, 'criteria'>>): ReadonlySet<string> {
  const leaves = [...assessments].flatMap(({ criteria: { criteria, cohorts } }) =>
    [{ criteria }, ...cohorts].flatMap((cohort) =>
      cohort.criteria.flatMap(({ verdict }) => (verdict === null ? [] : openLeaves(verdict))),
    ),
  )
  return new Set(
    leaves.flatMap(({ reason, evidence }) => (reason === 'contradictory' && evidence !== null ? [evidence.rowId] : [])),
  )
}

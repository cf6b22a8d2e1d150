import type { CriterionFault } from '#domain/eligibility/check-fields.ts'
import { Problem } from '../../plugins/problem.ts'

/** Everything that is wrong with a draft at once, each with its node and its remedy. */
export function draftProblem(faults: readonly CriterionFault[]): Problem {
  return new Problem(
    400,
    'draft-not-readable',
    'The draft cannot be worked out',
    `${faults.length === 1 ? 'One part' : `${faults.length} parts`} of the draft cannot be read.`,
    'Correct what is listed and work it out again. Nothing was stored.',
    { errors: faults.map(({ pointer, problem, remedy }) => ({ pointer, message: `${problem}. ${remedy}` })) },
  )
}

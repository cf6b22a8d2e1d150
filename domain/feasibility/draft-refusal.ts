import type { RefusalText } from '../access/refusal-text.ts'
import type { CriterionFault } from '../eligibility/check-fields.ts'

/** Everything that is wrong with a draft at once, each fault at its node and with its remedy. */
export function draftRefusal(faults: readonly CriterionFault[]): RefusalText {
  return {
    status: 400,
    kind: 'draft-not-readable',
    title: 'The draft cannot be worked out',
    detail: `${faults.length === 1 ? 'One part' : `${faults.length} parts`} of the draft cannot be read.`,
    remedy: 'Correct what is listed and work it out again. Nothing was stored.',
    errors: faults.map(({ pointer, problem, remedy }) => ({ pointer, message: `${problem}. ${remedy}` })),
  }
}

import { type CriterionOutcome, criterionOutcome, isBlockerForNow, isDeciding } from './criterion-outcome.ts'
import { decidingLeaves } from './deciding-leaves.ts'
import type { PatientFacts, Reading } from './patient-facts.ts'
import type { EvaluationContext, SettlingItem } from './verdict.ts'

/**
 * What is not known and could put off further the day on which time alone has removed every blocker: a washout or an
 * interval that is itself undecided, and one that would be undecided if the treatment that stops the patient were over,
 * because nobody has confirmed that no other was given. While there is any, the day is only the earliest.
 */
export function openLimitsOfTime(
  criteria: readonly CriterionOutcome[],
  facts: PatientFacts,
  context: EvaluationContext,
): readonly SettlingItem[] {
  const items = criteria.filter(isDeciding).flatMap((outcome) => {
    if (isLimitOfTime(outcome) && outcome.state !== 'notMet') return outcome.items
    return isBlockerForNow(outcome) ? leftOpen(outcome, facts, context) : []
  })
  return [...new Map(items.map((item) => [item.key, item])).values()]
}

function isLimitOfTime({ criterion }: Pick<CriterionOutcome, 'criterion'>): boolean {
  return criterion.class === 'washout' || criterion.class === 'timeLimited'
}

/** What the criterion would still ask if none of the treatments that stop the patient now had been given. */
function leftOpen(outcome: CriterionOutcome, facts: PatientFacts, context: EvaluationContext): readonly SettlingItem[] {
  const { answers: _, ...asked } = context
  const others = withoutRows(facts, stoppingRows(outcome))
  // "None was given" rests on a confirmation and not on a treatment, and stops the patient without any.
  if (heldCount(others) === heldCount(facts)) return outcome.items
  const left = criterionOutcome(outcome.criterion, others, asked)
  return left.state === 'notMet' ? leftOpen(left, others, asked) : left.items
}

function stoppingRows({ state, verdict }: CriterionOutcome): ReadonlySet<string> {
  if (state !== 'notMet' || verdict === null) return new Set()
  const given = decidingLeaves(verdict).filter(({ op }) => treatmentLeaves.has(op))
  return new Set(given.flatMap(({ evidence }) => (evidence === null ? [] : [evidence.rowId])))
}

function heldCount({ treatments, medications }: PatientFacts): number {
  return treatments.length + Object.values(medications).flat().length
}

const treatmentLeaves: ReadonlySet<string> = new Set(['therapy', 'surgery', 'medication'])

function withoutRows(facts: PatientFacts, rowIds: ReadonlySet<string>): PatientFacts {
  const isLeft = ({ rowId }: Pick<Reading, 'rowId'>) => !rowIds.has(rowId)
  const medications = Object.entries(facts.medications).map(
    ([concept, readings]) => [concept, readings.filter(isLeft)] as const,
  )
  return { ...facts, treatments: facts.treatments.filter(isLeft), medications: Object.fromEntries(medications) }
}

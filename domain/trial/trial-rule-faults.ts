import type { CriterionFault } from '../eligibility/check-fields.ts'
import { cohortFaults } from '../eligibility/cohort-faults.ts'
import { parseExpr } from '../eligibility/parse-criterion.ts'
import type { TrialRecord } from './trial-record.ts'

/** What is wrong with the rules of a trial, and with the cohorts that they speak of. Pointers are into the record. */
export function trialRuleFaults({
  criteria,
  cohorts,
}: Pick<TrialRecord, 'criteria' | 'cohorts'>): readonly CriterionFault[] {
  const ofRules = criteria.flatMap(({ expr }, index) => {
    const parsed = expr === null ? null : parseExpr(expr)
    if (parsed?.kind !== 'faults') return []
    return parsed.faults.map((fault) => ({ ...fault, pointer: `/criteria/${index}/expr${fault.pointer}` }))
  })
  const declared = cohorts.map(({ name }) => name)
  return [...ofRules, ...cohortFaults(criteria, declared)]
}

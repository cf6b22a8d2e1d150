import { describe, expect, test } from 'vitest'
import { cohortsOf } from '#domain/eligibility/cohorts-of.ts'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { evaluateCriterion } from '#domain/eligibility/evaluate-criterion.ts'
import { evaluateLeaf } from '#domain/eligibility/evaluate-leaf.ts'
import { leavesOf } from '#domain/eligibility/leaves-of.ts'
import { sentenceFaults } from '#domain/eligibility/sample-patients/sentence-faults.ts'
import { patientFor } from '#domain/eligibility/sample-patients/solve-criterion.ts'
import type { Tri } from '#domain/eligibility/tri.ts'
import { demonstrationTrials } from './demonstration-trials.ts'

const asOf = '2026-08-03'
const outcomes: readonly Tri[] = ['met', 'notMet', 'unknown']

/** The first twelve stand in the papers that the product was designed from; the others are its own. */
const carried = 12

/** Outcomes that no record can bring about, and why. */
const unreachable: Readonly<Record<string, string>> = {
  'DEMO-BSK-11 E1 met': 'whether an arm gives a drug of a class already taken is for a person to say',
  'DEMO-BSK-11 E1 notMet': 'whether an arm gives a drug of a class already taken is for a person to say',
}

const questions = demonstrationTrials(asOf).flatMap(({ record }, place) =>
  record.criteria.flatMap(({ id, kind, expr }) => {
    if (expr === null) return []
    const cohorts = cohortsOf([{ expr }])
    return (cohorts.length === 0 ? [null] : cohorts).map((cohort) => ({
      name: `${record.registryId} ${id}${cohort === null ? '' : ` cohort ${cohort}`}`,
      isCarried: place < carried,
      criterion: { kind, expr },
      cohort,
    }))
  }),
)

describe('the criteria of the demonstration trials', () => {
  test('are all here', () => {
    const criteria = demonstrationTrials(asOf).flatMap(({ record }) => record.criteria)
    const ofCarried = demonstrationTrials(asOf)
      .slice(0, carried)
      .flatMap(({ record }) => record.criteria)
    expect(ofCarried).toHaveLength(123)
    expect(criteria).toHaveLength(263)
  })

  test.each(questions)(
    '$name: one patient passes, one fails, of one it is not known',
    ({ name, criterion, cohort }) => {
      const context = cohort === null ? { asOf } : { asOf, cohort }
      for (const outcome of outcomes) {
        const patient = patientFor(criterion, outcome, asOf, cohort ?? undefined)
        expect(patient !== null, `${name} ${outcome}`).toBe(unreachable[`${name} ${outcome}`] === undefined)
        if (patient === null) continue
        const facts = deriveFacts(patient)
        const verdict = evaluateCriterion(criterion, facts, context)
        expect(verdict?.verdict).toBe(outcome)
        expect(verdict?.sentence ?? '').not.toBe('')
        const faults = leavesOf(criterion.expr).flatMap((leaf) => sentenceFaults(leaf, evaluateLeaf(leaf, facts, asOf)))
        expect(faults).toEqual([])
      }
    },
  )
})

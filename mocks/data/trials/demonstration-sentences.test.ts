import { expect, test } from 'vitest'
import { cohortsOf } from '#domain/eligibility/cohorts-of.ts'
import { decidingLeaves } from '#domain/eligibility/deciding-leaves.ts'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { evaluateCriterion } from '#domain/eligibility/evaluate-criterion.ts'
import { displayValue } from '#domain/eligibility/explain-reading.ts'
import { unitSuffix } from '#domain/eligibility/fact-name.ts'
import { patientFor } from '#domain/eligibility/sample-patients/solve-criterion.ts'
import type { Verdict } from '#domain/eligibility/verdict.ts'
import { displayDate } from '#domain/identity/date-words.ts'
import { demonstrationTrials } from './demonstration-trials.ts'

const asOf = '2026-08-03'

/** All that is said to whoever fails a criterion and to whoever leaves it open. */
const told = demonstrationTrials(asOf).flatMap(({ record }) =>
  record.criteria.flatMap(({ id, kind, expr }) => {
    const cohorts = cohortsOf([{ expr }])
    return (['notMet', 'unknown'] as const).flatMap((outcome) =>
      (cohorts.length === 0 ? [undefined] : cohorts).flatMap((cohort) => {
        const patient = patientFor({ kind, expr }, outcome, asOf, cohort)
        if (patient === null) return []
        const context = { asOf, ...(cohort === undefined ? {} : { cohort }) }
        const verdict = evaluateCriterion({ kind, expr }, deriveFacts(patient), context)
        const leaves = verdict === null ? [] : decidingLeaves(verdict)
        return leaves.map((leaf) => ({ name: `${record.registryId} ${id} ${outcome}`, leaf }))
      }),
    )
  }),
)

/** What they say is about the question itself, or none of the record is looked at for it. */
const ofQuestion = ['attest', 'childbearingPotential', 'rareCancer', 'inCohort']

/** "asked: …", a limit, the cancer or codes that are named, or a "none" in the words of the question. */
const asked = /\basked: |\bthe limit of |\bnamed: |\bcounts? as |(?:^N|; n)o(?:ne)? .*recorded\b| within /u

function missingIn({ op, sentence, evidence }: Verdict): readonly string[] {
  const limit = ofQuestion.includes(op) || asked.test(sentence) ? [] : ['what is asked']
  if (evidence === null) return limit
  const { value, unit, on, source } = evidence
  const isNumber = typeof value === 'number'
  const parts = [
    ...(isNumber ? [`${displayValue(value)}${unitSuffix(unit)}`] : []),
    ...(on === null ? [] : [displayDate(on)]),
    source,
  ]
  return [...limit, ...parts.filter((part) => !sentence.includes(part))]
}

test('whoever fails a criterion or leaves it open is told the value with its unit and date, and what is asked', () => {
  expect(told.length).toBeGreaterThan(500)
  const faults = told.flatMap(({ name, leaf }) =>
    missingIn(leaf).map((part) => `${name}: “${leaf.sentence}” does not say ${part}`),
  )
  expect([...new Set(faults)]).toEqual([])
})

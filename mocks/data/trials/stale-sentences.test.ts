import { expect, test } from 'vitest'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { evaluateLeaf } from '#domain/eligibility/evaluate-leaf.ts'
import { leavesOf } from '#domain/eligibility/leaves-of.ts'
import { sampleLeaves } from '#domain/eligibility/sample-leaves.ts'
import { patientFor, patientForLeaf } from '#domain/eligibility/sample-patients/solve-criterion.ts'
import type { Finding } from '#domain/eligibility/verdict.ts'
import { addDays } from '#domain/identity/calendar-date.ts'
import { displayDate } from '#domain/identity/date-words.ts'
import { demonstrationTrials } from './demonstration-trials.ts'

const recordedOn = '2026-08-03'

/** Everything found stale of whoever met or failed a criterion or a sample of a question, so many days later. */
function staleFindings(): readonly Finding[] {
  const rules = demonstrationTrials(recordedOn).flatMap(({ record }) => record.criteria)
  const asked = (['met', 'notMet'] as const).flatMap((outcome) => [
    ...rules.flatMap((criterion) => {
      const patient = criterion.expr === null ? null : patientFor(criterion, outcome, recordedOn)
      return criterion.expr === null || patient === null ? [] : [{ leaves: leavesOf(criterion.expr), patient }]
    }),
    ...sampleLeaves.flatMap((leaf) => {
      const patient = patientForLeaf(leaf, outcome, recordedOn)
      return patient === null ? [] : [{ leaves: [leaf], patient }]
    }),
  ])
  return asked
    .flatMap(({ leaves, patient }) => {
      const facts = deriveFacts(patient)
      return [15, 29, 50, 120, 400].flatMap((days) =>
        leaves.map((leaf) => evaluateLeaf(leaf, facts, addDays(recordedOn, days))),
      )
    })
    .filter(({ reason }) => reason === 'stale')
}

test('whatever is stale says its date, its age in days and for how many days it counts', () => {
  const found = new Map(staleFindings().map((finding) => [finding.sentence, finding]))
  expect(found.size).toBeGreaterThan(100)
  const hasAge = /\b\d+ days? (?:old|ago)\b/u
  const hasWindow = /(?:asked: at most|usual limit:|counted for|within) (?:\d+ \w+ \()?\d+ days?\b/u
  const faults = [...found.values()].filter(
    ({ sentence, evidence }) =>
      !(
        hasAge.test(sentence) &&
        hasWindow.test(sentence) &&
        (evidence?.on == null || sentence.includes(displayDate(evidence.on)))
      ),
  )
  expect(faults.map(({ sentence }) => sentence)).toEqual([])
  for (const words of ['asked: at most 14 days', 'usual limit: 28 days', 'counted for 14 days', 'counted for 90 days'])
    expect(
      [...found.keys()].some((sentence) => sentence.includes(words)),
      words,
    ).toBe(true)
})

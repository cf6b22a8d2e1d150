import { expect, test } from 'vitest'
import { assembleCandidate } from '#domain/eligibility/assemble-candidate.ts'
import { assessTrial, type HeldTrial } from '#domain/eligibility/assess-trial.ts'
import { criterionVerdicts } from '#domain/eligibility/criterion-verdicts.ts'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { evaluateLeaf } from '#domain/eligibility/evaluate-leaf.ts'
import { leavesOf } from '#domain/eligibility/leaves-of.ts'
import { orderingRule } from '#domain/eligibility/ordering-rule.ts'
import { criterionLabels, outcomeLabels } from '#domain/eligibility/outcome-label.ts'
import type { PatientRecord } from '#domain/eligibility/patient-record.ts'
import { recordedItems } from '#domain/eligibility/recorded-items.ts'
import { ruleText } from '#domain/eligibility/rule-text.ts'
import { sampleLeaves } from '#domain/eligibility/sample-leaves.ts'
import { patientFor, patientForLeaf } from '#domain/eligibility/sample-patients/solve-criterion.ts'
import { whatWouldSettle } from '#domain/eligibility/what-would-settle.ts'
import { demonstrationTrials } from './demonstration-trials.ts'

const asOf = '2026-08-03'
const outcomes = ['met', 'notMet', 'unknown'] as const
const trials: readonly HeldTrial[] = demonstrationTrials(asOf).map(({ trialId, record }) => ({
  trialId,
  record,
  isDemonstration: true,
  isOpenAtHome: true,
}))

/** Whoever passes, fails or leaves open any criterion or any sample of a leaf. */
function patients(): readonly PatientRecord[] {
  const criteria = trials.flatMap(({ record }) => record.criteria)
  return outcomes
    .flatMap((outcome) => [
      ...criteria.map((criterion) => patientFor(criterion, outcome, asOf)),
      ...sampleLeaves.map((leaf) => patientForLeaf(leaf, outcome, asOf)),
    ])
    .filter((record) => record !== null)
}

/** Everything that the software itself says of one patient and one trial. The words of protocols are not its own. */
function wordsOf(record: PatientRecord, trial: HeldTrial): readonly string[] {
  const facts = deriveFacts(record)
  const assessment = assessTrial(facts, trial, asOf)
  const sites = { sites: [], homeCountries: ['GB'], from: null, isLocationHidden: false, travelLimit: null }
  const candidate = assembleCandidate(assessment, sites, null, null)
  return [
    candidate.outcomeLabel,
    ...candidate.undecided,
    ...criterionVerdicts(assessment).flatMap(({ sentences, ruleText: words }) => [...sentences, words ?? 'No rule']),
    ...candidate.because.map(({ text }) => text),
    ...whatWouldSettle(facts, [assessment]).flatMap(({ label, hint }) => [label, hint ?? 'No hint']),
    ...recordedItems(record, asOf).flatMap(({ label, valueText }) => [label, valueText]),
  ]
}

test('nothing that the software says of whatever patient and trial calls anybody eligible, or has a gap', () => {
  const all = patients()
  expect(all.length).toBeGreaterThan(900)
  const said = new Set<string>([orderingRule(null), ...Object.values(outcomeLabels), ...Object.values(criterionLabels)])
  for (const leaf of sampleLeaves) said.add(ruleText(leaf))
  for (const [index, record] of all.entries()) {
    const facts = deriveFacts(record)
    for (const leaf of sampleLeaves) said.add(evaluateLeaf(leaf, facts, asOf).sentence)
    const trial = trials[index % trials.length]
    if (trial === undefined) continue
    for (const words of wordsOf(record, trial)) said.add(words)
    for (const { expr } of trial.record.criteria) {
      for (const leaf of expr === null ? [] : leavesOf(expr)) said.add(evaluateLeaf(leaf, facts, asOf).sentence)
    }
  }
  expect(said.size).toBeGreaterThan(1200)
  expect([...said].filter((text) => /\b(in)?eligible\b|eligibility confirmed/iu.test(text))).toEqual([])
  expect([...said].filter((text) => text.trim() === '' || /undefined|NaN|Infinity|\[object|\s{2}/u.test(text))).toEqual(
    [],
  )
})

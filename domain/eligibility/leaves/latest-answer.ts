import type { BiomarkerFact } from '../patient-facts.ts'
import type { BiomarkerAnswer, JudgedTest } from './biomarker-answer.ts'
import { oppositeTest } from './opposite-test.ts'

/**
 * The answer of the latest day that has one; null where no test answers. Tests of that day that another denies (see
 * `oppositeTest`, with `valid` as all valid tests of the kind) answer nothing, and a test that nobody denies still counts. Where those that are left differ, as two numbers on both sides of a limit do, nothing is known either: which
 * one holds is for a person to say. Two numbers on the same side of the limit answer alike, whichever holds.
 */
export function latestAnswer(judged: readonly JudgedTest[], valid: readonly BiomarkerFact[]): BiomarkerAnswer | null {
  const answers = judged.filter(({ verdict }) => verdict !== 'unknown')
  const [latest] = answers
  if (latest === undefined) return null
  const ofDay = answers.filter(({ test }) => test.reportedOn === latest.test.reportedOn)
  const [first, ...others] = ofDay.filter(({ test }) => oppositeTest(test, valid) === null)
  if (first === undefined) return { test: latest.test, verdict: 'unknown', opposite: oppositeTest(latest.test, valid) }
  const other = others.find(({ verdict }) => verdict !== first.verdict)
  return other === undefined
    ? { ...first, opposite: null }
    : { test: first.test, verdict: 'unknown', opposite: other.test }
}

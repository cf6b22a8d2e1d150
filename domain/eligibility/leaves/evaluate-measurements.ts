import type { CalendarDate } from '../../identity/calendar-date.ts'
import { whichOne } from '../answer-of-day.ts'
import { type Clearance, type ClearanceGap, creatinineClearance, explainGaps } from '../creatinine-clearance.ts'
import { undecided } from '../finding.ts'
import { labWindowDays, observationWindowDays } from '../freshness.ts'
import { namedItem } from '../item-name.ts'
import { judgeMeasurement, type MeasurementQuestion } from '../judge-measurement.ts'
import type { LabLeaf, ObservationLeaf } from '../leaf.ts'
import { type PatientFacts, type Reading, resultsOf } from '../patient-facts.ts'
import { roundedBeside } from '../rounded-beside.ts'
import { valueWindow } from '../value-window.ts'
import type { Finding } from '../verdict.ts'
import { listed } from '../word-list.ts'

/** Creatinine clearance is worked out where it can be; a reported one stands in where its parts are not at hand. */
export function evaluateLab(leaf: LabLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const window = valueWindow(leaf, labWindowDays(leaf.analyte))
  const item = namedItem(`lab:${leaf.analyte}`)
  const question = {
    code: leaf.analyte,
    label: item.label,
    item,
    results: resultsOf(facts.labs[leaf.analyte]),
    cmp: leaf.cmp,
    limit: leaf.value,
    unit: leaf.unit,
    window,
    anchor,
  }
  if (leaf.analyte !== 'crcl-cg') return judgeMeasurement(question)
  const clearance = creatinineClearance(facts, anchor, window)
  if (clearance.kind === 'computed') return judgeClearance(clearance, leaf, question)
  const reported = judgeMeasurement(question)
  return reported.verdict === 'unknown' ? openClearance(clearance.gaps) : reported
}

/** From parts of which one was measured twice it may lie on both sides: then it is the part that has to be settled. */
function judgeClearance(
  { results, repeated }: Extract<Clearance, { kind: 'computed' }>,
  leaf: LabLeaf,
  question: MeasurementQuestion,
): Finding {
  const judged = results.map(({ reading, workedOutFrom }) => {
    const finding = judgeMeasurement({ ...question, results: [shown(reading, leaf)] })
    return { ...finding, sentence: `${finding.sentence}; worked out from ${workedOutFrom}` }
  })
  const [first] = judged
  if (first === undefined) throw new RangeError('A clearance that is worked out has a number')
  if (repeated.length === 0) return first
  const parts = listed(
    repeated.map(({ label }) => label.toLowerCase()),
    'and',
  )
  const sentence = `${first.sentence}, by one of several results of ${parts} of one day`
  if (judged.every(({ verdict }) => verdict === first.verdict)) return { ...first, sentence }
  const open = `${sentence}; another answers otherwise; ${whichOne}`
  const gaps = repeated.map((item) => undecided('contradictory', item, open, first.evidence))
  return openOf(gaps, open)
}

/** Every part that stops it is open by itself, and none of them alone need settle it. */
function openClearance(gaps: readonly ClearanceGap[]): Finding {
  const parts = gaps.map((gap) => undecided(gap.reason, gap.item, explainGaps([gap])))
  return openOf(parts, explainGaps(gaps))
}

function openOf(gaps: readonly Finding[], sentence: string): Finding {
  const [first] = gaps
  if (first === undefined) throw new RangeError('What is open lacks something')
  return gaps.length === 1 ? first : { ...first, sentence, gaps }
}

/** Rounding leaves a clearance on its side of the limit, so that the numbers shown give the verdict. */
function shown(clearance: Reading, { value: limit, unit }: LabLeaf): Reading {
  const { value } = clearance
  if (typeof value !== 'number' || typeof limit !== 'number' || unit !== clearance.unit) return clearance
  return { ...clearance, value: roundedBeside(value, limit) }
}

export function evaluateObservation(leaf: ObservationLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const item = namedItem(`observation:${leaf.concept}`)
  return judgeMeasurement({
    code: leaf.concept,
    label: item.label,
    item,
    results: resultsOf(facts.observations[leaf.concept]),
    cmp: leaf.cmp,
    limit: leaf.value,
    unit: leaf.unit,
    window: valueWindow(leaf, observationWindowDays(leaf.concept)),
    anchor,
  })
}

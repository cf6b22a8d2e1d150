import type { CalendarDate } from '../../identity/calendar-date.ts'
import { creatinineClearance } from '../creatinine-clearance.ts'
import { undecided } from '../finding.ts'
import { labWindowDays, observationWindowDays } from '../freshness.ts'
import { namedItem } from '../item-name.ts'
import { judgeMeasurement } from '../judge-measurement.ts'
import type { LabLeaf, ObservationLeaf } from '../leaf.ts'
import type { PatientFacts } from '../patient-facts.ts'
import { valueWindow } from '../value-window.ts'
import type { Finding } from '../verdict.ts'

/** Creatinine clearance is worked out where it can be; a reported one stands in where its parts are not at hand. */
export function evaluateLab(leaf: LabLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const window = valueWindow(leaf, labWindowDays(leaf.analyte))
  const item = namedItem(`lab:${leaf.analyte}`)
  const question = {
    code: leaf.analyte,
    label: item.label,
    item,
    reading: facts.labs[leaf.analyte]?.latest ?? null,
    cmp: leaf.cmp,
    limit: leaf.value,
    unit: leaf.unit,
    window,
    anchor,
  }
  if (leaf.analyte !== 'crcl-cg') return judgeMeasurement(question)
  const clearance = creatinineClearance(facts, anchor, window)
  if (clearance.kind === 'computed') return judgeMeasurement({ ...question, reading: clearance.reading })
  const reported = judgeMeasurement(question)
  return reported.verdict === 'unknown' ? undecided(clearance.reason, clearance.item, clearance.sentence) : reported
}

export function evaluateObservation(leaf: ObservationLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const item = namedItem(`observation:${leaf.concept}`)
  return judgeMeasurement({
    code: leaf.concept,
    label: item.label,
    item,
    reading: facts.observations[leaf.concept]?.latest ?? null,
    cmp: leaf.cmp,
    limit: leaf.value,
    unit: leaf.unit,
    window: valueWindow(leaf, observationWindowDays(leaf.concept)),
    anchor,
  })
}

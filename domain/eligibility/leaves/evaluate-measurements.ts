import type { CalendarDate } from '../../identity/calendar-date.ts'
import { creatinineClearance } from '../creatinine-clearance.ts'
import { factName } from '../fact-name.ts'
import { undecided } from '../finding.ts'
import { labWindowDays, observationWindowDays } from '../freshness.ts'
import { judgeMeasurement } from '../judge-measurement.ts'
import type { LabLeaf, ObservationLeaf } from '../leaf.ts'
import type { PatientFacts } from '../patient-facts.ts'
import type { Finding } from '../verdict.ts'

/** Creatinine clearance is worked out where it can be; a reported one stands in where its parts are not at hand. */
export function evaluateLab(leaf: LabLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const windowDays = leaf.withinDays ?? labWindowDays(leaf.analyte)
  const question = {
    code: leaf.analyte,
    label: factName(leaf.analyte),
    item: { key: `lab:${leaf.analyte}`, label: factName(leaf.analyte) },
    reading: facts.labs[leaf.analyte]?.latest ?? null,
    cmp: leaf.cmp,
    limit: leaf.value,
    unit: leaf.unit,
    windowDays,
    anchor,
  }
  if (leaf.analyte !== 'crcl-cg') return judgeMeasurement(question)
  const clearance = creatinineClearance(facts, anchor, windowDays)
  if (clearance.kind === 'computed') return judgeMeasurement({ ...question, reading: clearance.reading })
  const reported = judgeMeasurement(question)
  return reported.verdict === 'unknown' ? undecided(clearance.reason, clearance.item, clearance.sentence) : reported
}

export function evaluateObservation(leaf: ObservationLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  return judgeMeasurement({
    code: leaf.concept,
    label: factName(leaf.concept),
    item: { key: `observation:${leaf.concept}`, label: factName(leaf.concept) },
    reading: facts.observations[leaf.concept]?.latest ?? null,
    cmp: leaf.cmp,
    limit: leaf.value,
    unit: leaf.unit,
    windowDays: leaf.withinDays ?? observationWindowDays(leaf.concept),
    anchor,
  })
}

import type { CalendarDate } from '../../identity/calendar-date.ts'
import { creatinineClearance } from '../creatinine-clearance.ts'
import { undecided } from '../finding.ts'
import { labWindowDays, observationWindowDays } from '../freshness.ts'
import { namedItem } from '../item-name.ts'
import { judgeMeasurement } from '../judge-measurement.ts'
import type { LabLeaf, ObservationLeaf } from '../leaf.ts'
import type { PatientFacts, Reading } from '../patient-facts.ts'
import { roundedBeside } from '../rounded-beside.ts'
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
  if (clearance.kind === 'computed') return judgeMeasurement({ ...question, reading: shown(clearance.reading, leaf) })
  const reported = judgeMeasurement(question)
  return reported.verdict === 'unknown' ? undecided(clearance.reason, clearance.item, clearance.sentence) : reported
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
    reading: facts.observations[leaf.concept]?.latest ?? null,
    cmp: leaf.cmp,
    limit: leaf.value,
    unit: leaf.unit,
    window: valueWindow(leaf, observationWindowDays(leaf.concept)),
    anchor,
  })
}

import { addDays, type CalendarDate } from '../../identity/calendar-date.ts'
import { labWindowDays, observationWindowDays, performanceStatusWindowDays, scoreWindowDays } from '../freshness.ts'
import type { LabLeaf, ObservationLeaf, PerformanceStatusLeaf, ScoreLeaf } from '../leaf.ts'
import type { Observation, ObservationKind } from '../patient-record.ts'
import { finding } from '../sample-record.ts'
import type { Fragment } from './fragment.ts'

export function measurementFragments(
  leaf: LabLeaf | ObservationLeaf | PerformanceStatusLeaf | ScoreLeaf,
  asOf: CalendarDate,
): readonly Fragment[] {
  switch (leaf.op) {
    case 'lab':
      return results('lab', leaf.analyte, leaf, leaf.withinDays ?? labWindowDays(leaf.analyte), asOf)
    case 'observation':
      return results('observation', leaf.concept, leaf, leaf.withinDays ?? observationWindowDays(leaf.concept), asOf)
    case 'ps':
      return scaled(
        'performance-status',
        leaf.scale,
        leaf.scale === 'ECOG' ? [0, 1, 2, 3, 4] : [100, 90, 80, 70, 60, 50, 40],
        leaf.withinDays ?? performanceStatusWindowDays,
        asOf,
      )
    case 'score': {
      const limits = [leaf.min, leaf.max].flatMap((limit) => (limit === undefined ? [] : [limit, limit - 1, limit + 1]))
      const values = [...(leaf.in ?? []), ...limits, 'not-listed']
      return scaled('score', leaf.name, values, leaf.withinDays ?? scoreWindowDays, asOf)
    }
  }
}

/** A result is given below, at and above the limit, as the report of a laboratory with its reference range. */
function results(
  kind: ObservationKind,
  code: string,
  { value: limit, unit }: LabLeaf | ObservationLeaf,
  windowDays: number,
  asOf: CalendarDate,
): readonly Fragment[] {
  const range = { lowerLimit: 50, upperLimit: 40 }
  if (typeof limit === 'string') {
    const found = [limit, ...(opposites[limit] === undefined ? [] : [opposites[limit]]), 'inconclusive']
    return found.flatMap((word) => dated(kind, code, word, { unit: 'qual' }, windowDays, asOf))
  }
  const centre = unit === 'xULN' ? limit * range.upperLimit : unit === 'xLLN' ? limit * range.lowerLimit : limit
  const report = unit === 'xULN' || unit === 'xLLN' ? { unit: 'U/L', ...range } : { unit }
  const values = [centre, centre + 1, Math.max(centre - 1, centre / 2)]
  return [
    ...values.flatMap((value) => dated(kind, code, value, report, windowDays, asOf)),
    ...dated(kind, code, centre, { unit: 'stone' }, windowDays, asOf),
  ]
}

const opposites: Readonly<Record<string, string>> = { negative: 'positive', undetectable: 'detectable' }

function scaled(
  kind: ObservationKind,
  code: string,
  values: readonly (string | number)[],
  windowDays: number,
  asOf: CalendarDate,
): readonly Fragment[] {
  return values.flatMap((value) => dated(kind, code, value, {}, windowDays, asOf))
}

/** Today, on the last good day, and on the day before that. */
function dated(
  kind: ObservationKind,
  code: string,
  value: Observation['value'],
  parts: Partial<Observation>,
  windowDays: number,
  asOf: CalendarDate,
): readonly Fragment[] {
  return [0, windowDays, windowDays + 1].map((days) => ({
    observations: [finding(kind, code, value, addDays(asOf, -days), parts)],
  }))
}

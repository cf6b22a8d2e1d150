import { ageInYears, type CalendarDate } from '../identity/calendar-date.ts'
import { isWithinDays } from './date-window.ts'
import { explainReading, explainStale } from './explain-reading.ts'
import { weightWindowDays } from './freshness.ts'
import { namedItem } from './item-name.ts'
import { numberIn } from './number-in-unit.ts'
import { type PatientFacts, type Reading, resultsOf, type Series } from './patient-facts.ts'
import { boundOf } from './report-bound.ts'
import { usualWindow, type ValueWindow } from './value-window.ts'
import type { Reason, SettlingItem } from './verdict.ts'

/** A clearance worked out from its parts, or all that stops it. */
export type Clearance =
  | {
      readonly kind: 'computed'
      /** From each result of the day of each part: one, but where a part was measured twice. */
      readonly results: readonly ComputedClearance[]
      /** The parts of which one day has several results. */
      readonly repeated: readonly SettlingItem[]
    }
  | { readonly kind: 'open'; readonly gaps: readonly ClearanceGap[] }

export interface ComputedClearance {
  readonly reading: Reading
  /** "creatinine 110 µmol/L on 03-Aug-2026 (Laboratory system), weight 75 kg on …, age 70 and male sex". */
  readonly workedOutFrom: string
}

/** One part that is missing, too old or cannot be counted with. */
export interface ClearanceGap {
  readonly reason: Reason
  readonly item: SettlingItem
  /** "weight is not recorded". */
  readonly why: string
}

/** Of what is missing, "Creatinine clearance (Cockcroft-Gault) cannot be worked out: weight is not recorded". */
export function explainGaps(gaps: readonly ClearanceGap[]): string {
  return `Creatinine clearance (Cockcroft-Gault) cannot be worked out: ${gaps.map(({ why }) => why).join('; ')}`
}

/**
 * Cockcroft-Gault in UK units: (140 - age) x weight kg x F / creatinine umol/L, F 1.23 for men and 1.04 for women, with
 * the weight as measured. Example: man of 70, 75 kg, 110 umol/L: 58.70 mL/min. Adults only: under 18 it is not valid.
 */
export function cockcroftGault(
  ageYears: number,
  weightKg: number,
  creatinineUmolPerL: number,
  sex: 'female' | 'male',
): number {
  return ((140 - ageYears) * weightKg * (sex === 'male' ? 1.23 : 1.04)) / creatinineUmolPerL
}

/**
 * Clearance on the day of the creatinine sample, from a fresh creatinine and a fresh weight. Of somebody under age nothing
 * else is asked for, because no part would help.
 */
export function creatinineClearance(facts: PatientFacts, anchor: CalendarDate, window: ValueWindow): Clearance {
  const { bornOn, sex } = facts
  if (bornOn !== null && ageInYears(bornOn, anchor) < adultYears) return { kind: 'open', gaps: [underAge] }
  const creatinine = freshNumbers(facts.labs.creatinine, creatinineItem, 'umol/L', anchor, window)
  const weight = freshNumbers(facts.observations.weight, weightItem, 'kg', anchor, usualWindow(weightWindowDays))
  const gaps = [
    ...('gap' in creatinine ? [creatinine.gap] : []),
    ...('gap' in weight ? [weight.gap] : []),
    ...(bornOn === null ? [gap('missing', namedItem('birth-date'), 'date of birth is not recorded')] : []),
    ...(sex === 'female' || sex === 'male' ? [] : [sexGap]),
  ]
  const isComplete = bornOn !== null && (sex === 'female' || sex === 'male')
  if ('gap' in creatinine || 'gap' in weight || !isComplete) return { kind: 'open', gaps }
  const ageOf = ({ reading }: FreshNumber) => ageInYears(bornOn, reading.on)
  if (creatinine.numbers.some((each) => ageOf(each) < adultYears)) return { kind: 'open', gaps: [underAge] }
  return {
    kind: 'computed',
    results: creatinine.numbers.flatMap((each) =>
      weight.numbers.map((weighed) => ({
        reading: {
          ...each.reading,
          value: cockcroftGault(ageOf(each), weighed.value, each.value, sex),
          unit: 'mL/min',
          lowerLimit: null,
          upperLimit: null,
        },
        workedOutFrom: `${partText('creatinine', each)}, ${partText('weight', weighed)}, age ${ageOf(each)} and ${sex} sex`,
      })),
    ),
    repeated: [
      ...(creatinine.numbers.length > 1 ? [creatinineItem] : []),
      ...(weight.numbers.length > 1 ? [weightItem] : []),
    ],
  }
}

interface FreshNumber {
  readonly value: number
  readonly reading: Reading
}

function partText(name: string, { reading }: FreshNumber): string {
  return `${explainReading(name, reading)} (${reading.source})`
}

/** All results of the newest day, of which each must be a number to count with; the first of what stops it otherwise. */
function freshNumbers(
  series: Series | undefined,
  item: SettlingItem,
  unit: string,
  anchor: CalendarDate,
  window: ValueWindow,
): { readonly numbers: readonly FreshNumber[] } | { readonly gap: ClearanceGap } {
  const name = item.label.toLowerCase()
  if (series === undefined) return { gap: gap('missing', item, `${name} is not recorded`) }
  if (!isWithinDays(series.latest.on, anchor, window.days))
    return { gap: gap('stale', item, explainStale(item.label, series.latest, anchor, window)) }
  const numbers: FreshNumber[] = []
  for (const reading of resultsOf(series)) {
    const bound = boundOf(reading)
    if (bound !== null)
      return { gap: gap('onlyBound', item, `${name} ${bound}${reading.value} is not an exact value to count with`) }
    const value = numberIn(reading, unit, name)
    if (value === null || value <= 0)
      return { gap: gap('unit', item, `${name} ${reading.value} cannot be read in ${unit}`) }
    numbers.push({ value, reading })
  }
  return { numbers }
}

function gap(reason: Reason, item: SettlingItem, why: string): ClearanceGap {
  return { reason, item, why }
}

const adultYears = 18
const creatinineItem: SettlingItem = namedItem('lab:creatinine')
const weightItem: SettlingItem = namedItem('observation:weight')
const sexGap = gap('missing', namedItem('sex'), 'the formula needs female or male sex, which is not recorded')
const underAge = gap('notComputed', namedItem('lab:gfr-measured'), 'the formula is not valid under 18 years')

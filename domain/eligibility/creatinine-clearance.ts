import { ageInYears, type CalendarDate } from '../identity/calendar-date.ts'
import { isWithinDays } from './date-window.ts'
import { explainStale } from './explain-reading.ts'
import { weightWindowDays } from './freshness.ts'
import { namedItem } from './item-name.ts'
import { numberIn } from './number-in-unit.ts'
import type { PatientFacts, Reading } from './patient-facts.ts'
import { boundOf } from './report-bound.ts'
import { usualWindow, type ValueWindow } from './value-window.ts'
import type { Reason, SettlingItem } from './verdict.ts'

/** A clearance worked out from its parts, or the first part that stops it. */
export type Clearance =
  | { readonly kind: 'computed'; readonly reading: Reading }
  | { readonly kind: 'open'; readonly reason: Reason; readonly item: SettlingItem; readonly sentence: string }

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

/** Clearance on the day of the creatinine sample, from a fresh creatinine and a fresh weight. */
export function creatinineClearance(facts: PatientFacts, anchor: CalendarDate, window: ValueWindow): Clearance {
  const creatinine = freshNumber(facts.labs.creatinine?.latest, creatinineItem, 'umol/L', anchor, window)
  if ('kind' in creatinine) return creatinine
  const weight = freshNumber(facts.observations.weight?.latest, weightItem, 'kg', anchor, usualWindow(weightWindowDays))
  if ('kind' in weight) return weight
  if (facts.bornOn === null) return open('missing', namedItem('birth-date'), 'date of birth is not recorded')
  if (facts.sex !== 'female' && facts.sex !== 'male') {
    return open('missing', namedItem('sex'), 'the formula needs female or male sex, which is not recorded')
  }
  const age = ageInYears(facts.bornOn, creatinine.reading.on)
  if (age < 18) {
    return open('notComputed', namedItem('lab:gfr-measured'), 'the formula is not valid under 18 years')
  }
  const value = cockcroftGault(age, weight.value, creatinine.value, facts.sex)
  return {
    kind: 'computed',
    reading: { ...creatinine.reading, value, unit: 'mL/min', lowerLimit: null, upperLimit: null },
  }
}

interface FreshNumber {
  readonly value: number
  readonly reading: Reading
}

function freshNumber(
  reading: Reading | undefined,
  item: SettlingItem,
  unit: string,
  anchor: CalendarDate,
  window: ValueWindow,
): FreshNumber | Clearance {
  if (reading === undefined) return open('missing', item, `${item.label.toLowerCase()} is not recorded`)
  if (!isWithinDays(reading.on, anchor, window.days))
    return open('stale', item, explainStale(item.label, reading, anchor, window))
  const bound = boundOf(reading)
  if (bound !== null)
    return open('unit', item, `${item.label.toLowerCase()} ${bound}${reading.value} is not a value to count with`)
  const value = numberIn(reading, unit, item.label.toLowerCase())
  if (value === null || value <= 0)
    return open('unit', item, `${item.label.toLowerCase()} ${reading.value} cannot be read in ${unit}`)
  return { value, reading }
}

function open(reason: Reason, item: SettlingItem, why: string): Clearance {
  return { kind: 'open', reason, item, sentence: `Creatinine clearance (Cockcroft-Gault) cannot be worked out: ${why}` }
}

const creatinineItem: SettlingItem = namedItem('lab:creatinine')
const weightItem: SettlingItem = namedItem('observation:weight')

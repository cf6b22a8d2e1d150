import { askedClassesText } from './asked-classes-text.ts'
import { windowText } from './days-text.ts'
import type { IntervalLeaf, LinesOfTherapyLeaf, MedicationLeaf, SurgeryLeaf, TherapyLeaf } from './event-leaf.ts'
import { doseAsked } from './explain-medicine.ts'
import { factNameInside } from './fact-name.ts'
import { windowWords } from './treatment-window-words.ts'
import { eventWords } from './trial-events.ts'
import { listed } from './word-list.ts'

/** What a leaf about treatment asks, in words. */
export function therapyText(
  leaf: TherapyLeaf | LinesOfTherapyLeaf | SurgeryLeaf | MedicationLeaf | IntervalLeaf,
): string {
  switch (leaf.op) {
    case 'therapy':
      return `${[
        `previous ${askedClassesText(leaf.any)}`,
        ...(leaf.forCurrentCancer === true ? ['for this cancer'] : []),
        ...(leaf.setting === undefined ? [] : [`(${or(leaf.setting)})`]),
        ...(leaf.site === undefined ? [] : [`to the ${factNameInside(leaf.site)}`]),
        ...cycles(leaf),
      ].join(' ')}${windowWords(leaf)}`
    case 'linesOfTherapy': {
      const settings = leaf.setting.includes('any') ? '' : ` (${or(leaf.setting)})`
      const isOne = leaf.min === 1 && (leaf.max === undefined || leaf.max === 1)
      return `${range(leaf.min, leaf.max)} ${isOne ? 'line' : 'lines'} of systemic treatment${settings}`
    }
    case 'surgery':
      return `${factNameInside(leaf.procedure)} surgery${leaf.margin === undefined ? '' : ` with margin ${or(leaf.margin)}`}${days(leaf.withinDays)}`
    case 'medication': {
      const asked = doseAsked(leaf)
      const dose = asked === null ? '' : `, ${asked}`
      return `${leaf.only === true ? 'only ' : ''}${factNameInside(leaf.concept)} taken${leaf.status === 'active' ? ' now' : ''}${dose}${days(leaf.withinDays)}`
    }
    case 'interval':
      return `${interval(leaf)} since ${eventWords(leaf.from)}`
  }
}

/** "at most 84 days", "56 days to 5 years (1826 days)". */
function interval({ minDays, maxDays }: IntervalLeaf): string {
  if (minDays !== undefined && maxDays !== undefined) return `${windowText(minDays)} to ${windowText(maxDays)}`
  if (minDays !== undefined) return `at least ${windowText(minDays)}`
  return maxDays === undefined ? 'any number of days' : `at most ${windowText(maxDays)}`
}

function cycles({ cyclesMin, cyclesMax }: TherapyLeaf): readonly string[] {
  return cyclesMin === undefined && cyclesMax === undefined ? [] : [`${range(cyclesMin, cyclesMax)} cycles`]
}

function range(min: number | undefined, max: number | undefined): string {
  if (max === 0) return 'no'
  if (min === undefined) return `at most ${max ?? 'any number of'}`
  if (min === max) return `${min}`
  return max === undefined ? `at least ${min}` : `${min} to ${max}`
}

function days(withinDays: number | undefined): string {
  return withinDays === undefined ? '' : ` within ${windowText(withinDays)}`
}

function or(words: readonly string[]): string {
  return listed(words.map(factNameInside), 'or')
}

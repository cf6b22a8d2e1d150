import { askedClassesText } from './asked-classes-text.ts'
import type { IntervalLeaf, LinesOfTherapyLeaf, MedicationLeaf, SurgeryLeaf, TherapyLeaf } from './event-leaf.ts'
import { factNameInside } from './fact-name.ts'
import { eventWords } from './trial-events.ts'

/** What a leaf about treatment asks, in words. */
export function therapyText(
  leaf: TherapyLeaf | LinesOfTherapyLeaf | SurgeryLeaf | MedicationLeaf | IntervalLeaf,
): string {
  switch (leaf.op) {
    case 'therapy':
      return [
        `previous ${askedClassesText(leaf.any)}`,
        ...(leaf.forCurrentCancer === true ? ['for this cancer'] : []),
        ...(leaf.setting === undefined ? [] : [`(${or(leaf.setting)})`]),
        ...(leaf.site === undefined ? [] : [`to the ${factNameInside(leaf.site)}`]),
        ...cycles(leaf),
        ...treatmentWindow(leaf),
      ].join(' ')
    case 'linesOfTherapy': {
      const settings = leaf.setting.includes('any') ? '' : ` (${or(leaf.setting)})`
      const isOne = leaf.min === 1 && (leaf.max === undefined || leaf.max === 1)
      return `${range(leaf.min, leaf.max)} ${isOne ? 'line' : 'lines'} of systemic treatment${settings}`
    }
    case 'surgery':
      return `${factNameInside(leaf.procedure)} surgery${leaf.margin === undefined ? '' : ` with margin ${or(leaf.margin)}`}${days(leaf.withinDays)}`
    case 'medication': {
      const dose =
        leaf.doseMgPredEqMin === undefined
          ? ''
          : `, ${leaf.doseCmp === '>' ? 'more than' : 'at least'} ${leaf.doseMgPredEqMin} mg prednisolone or equivalent a day`
      return `${leaf.only === true ? 'only ' : ''}${factNameInside(leaf.concept)} taken${leaf.status === 'active' ? ' now' : ''}${dose}${days(leaf.withinDays)}`
    }
    case 'interval':
      return `${range(leaf.minDays, leaf.maxDays)} days since ${eventWords(leaf.from)}`
  }
}

/** "within 14 days or 5 half-lives, whichever is longer". */
function treatmentWindow({ withinDays, orHalfLives, whichever }: TherapyLeaf): readonly string[] {
  const parts = [
    withinDays === undefined ? [] : [`${withinDays} days`],
    orHalfLives === undefined ? [] : [`${orHalfLives} half-lives`],
  ].flat()
  if (parts.length === 0) return []
  return [`within ${parts.join(' or ')}${parts.length === 2 ? `, whichever is ${whichever ?? 'longer'}` : ''}`]
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
  return withinDays === undefined ? '' : ` within ${withinDays} days`
}

function or(words: readonly string[]): string {
  return words.map(factNameInside).join(' or ')
}

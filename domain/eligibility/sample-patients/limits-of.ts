import { windowText } from '../days-text.ts'
import { displayValue } from '../explain-reading.ts'
import { unitSuffix } from '../fact-name.ts'
import type { Leaf } from '../leaf.ts'

/** The limits, each with its unit where it has one, and the words that a leaf compares with, as they stand in its sentence. */
export function limitsOf(leaf: Leaf): readonly string[] {
  switch (leaf.op) {
    case 'lab':
    case 'observation':
      return [`${displayValue(leaf.value)}${unitSuffix(leaf.unit)}`]
    case 'biomarker':
      return leaf.value === undefined
        ? [displayValue(leaf.result ?? '')]
        : [`${displayValue(leaf.value)}${unitSuffix(leaf.unit ?? null)}`]
    case 'age':
      return [leaf.min, leaf.max].flatMap((limit) => (limit === undefined ? [] : [`${limit}`]))
    case 'ps':
    case 'score':
    case 'linesOfTherapy': {
      const numbers = [leaf.min, leaf.max].filter((limit) => limit !== undefined)
      // None at all is written as a word.
      const shown = numbers.map((limit) => (leaf.op === 'linesOfTherapy' && limit === 0 ? 'none' : String(limit)))
      // A run of numbers is written by its ends: "0 to 2".
      const listed = 'in' in leaf && leaf.in !== undefined ? [leaf.in[0] ?? '', leaf.in.at(-1) ?? ''] : []
      return [...shown, ...listed.map(displayValue)]
    }
    case 'interval':
      return [leaf.minDays, leaf.maxDays].flatMap((days) => (days === undefined ? [] : [`${days} days`]))
    case 'therapy': {
      const window = leaf.withinDays === undefined ? [] : [windowText(leaf.withinDays)]
      const cycles = [leaf.cyclesMin, leaf.cyclesMax].flatMap((count) => (count === undefined ? [] : [`${count}`]))
      return [...window, ...cycles, ...(leaf.setting ?? []).map(displayValue)]
    }
    case 'surgery':
      return [...(leaf.withinDays === undefined ? [] : [windowText(leaf.withinDays)]), ...(leaf.margin ?? [])]
    case 'toxicity':
      return leaf.gradeMin === undefined ? [] : [`grade ${leaf.gradeMin}`]
    case 'condition':
    case 'medication':
    case 'otherMalignancy':
    case 'measurableDisease':
    case 'progression':
      return leaf.withinDays === undefined ? [] : [windowText(leaf.withinDays)]
    case 'sex':
    case 'grade':
    case 'diseaseExtent':
    case 'diseaseStatus':
    case 'bestResponse':
    case 'standardOptions':
      return leaf.in.map(displayValue)
    case 'stage':
      return [leaf.group, leaf.t, leaf.n, leaf.m].flatMap((part) => part ?? [])
    case 'metastasis':
      return [leaf.status]
    case 'infection':
    case 'centralReview':
      return [displayValue(leaf.result)]
    default:
      return []
  }
}

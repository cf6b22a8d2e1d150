import { displayDate } from '../identity/date-words.ts'
import { factNameInside, sentenceCase } from './fact-name.ts'
import type { ItemContent } from './item-content.ts'
import type { Treatment } from './patient-record.ts'

/** "Carboplatin, first-line, line 1, 6 cycles, 03-Jan-2026 to 02-Jun-2026, class platinum". */
export function itemOfTreatment(row: Treatment): ItemContent {
  return {
    section: 'treatment',
    label: kindLabels[row.kind],
    valueText: [
      sentenceCase(row.name),
      ...(row.setting === null ? [] : [row.setting]),
      ...(row.line === null ? [] : [`line ${row.line}`]),
      ...(row.cycles === null ? [] : [`${row.cycles} ${row.cycles === 1 ? 'cycle' : 'cycles'}`]),
      ...(row.site === null ? [] : [`to ${row.site.replaceAll('-', ' ')}`]),
      ...(row.margin === null ? [] : [`margin ${row.margin}`]),
      when(row),
      ...classWords(row),
      ...(row.halfLifeDays === null ? [] : [`half-life ${row.halfLifeDays} days`]),
      ...(row.isForIndexCancer ? [] : ['for another condition']),
    ].join(', '),
    on: row.endedOn ?? row.startedOn,
    windowDays: null,
  }
}

/** Radiotherapy is its own class. What may be missing is said: criteria that ask for another class wait for it. */
function classWords({ kind, classes, hasAllClasses }: Treatment): readonly string[] {
  if (kind === 'surgery') return []
  const named = classes.filter((name) => name !== kind).map(factNameInside)
  if (named.length === 0) return hasAllClasses ? [] : ['classes not recorded']
  return [`${named.length === 1 ? 'class' : 'classes'} ${named.join(', ')}${hasAllClasses ? '' : ', perhaps others'}`]
}

const kindLabels: Readonly<Record<Treatment['kind'], string>> = {
  systemic: 'Systemic treatment',
  radiotherapy: 'Radiotherapy',
  surgery: 'Surgery',
}

/** A last day that is not recorded is said to be so: it is not the same as a treatment that goes on. */
function when({ kind, isOngoing, startedOn, endedOn }: Treatment): string {
  if (isOngoing) return startedOn === null ? 'going on' : `going on since ${displayDate(startedOn)}`
  if (endedOn === null)
    return startedOn === null ? 'date not recorded' : `from ${displayDate(startedOn)}, last day not recorded`
  if (kind === 'surgery' || startedOn === null || startedOn === endedOn) return displayDate(endedOn)
  return `${displayDate(startedOn)} to ${displayDate(endedOn)}`
}

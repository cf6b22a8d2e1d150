import { ageInMonths, ageInYears, type CalendarDate } from '../../identity/calendar-date.ts'
import { displayDate } from '../../identity/date-words.ts'
import { earliestDay, latestDay } from '../../identity/partial-date.ts'
import { dateAtAge } from '../date-at-age.ts'
import { claimed, undecided } from '../finding.ts'
import { namedItem } from '../item-name.ts'
import type { AgeLeaf } from '../leaf.ts'
import type { PatientFacts } from '../patient-facts.ts'
import type { Evidence, Finding } from '../verdict.ts'

/** Age at the anchor or at diagnosis, compared by birthdays: "over 12 months" begins the day after. */
export function evaluateAge(leaf: AgeLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const { bornOn, diagnosis } = facts
  if (bornOn === null) {
    return undecided('missing', namedItem('birth-date'), 'Date of birth is not recorded')
  }
  const source: Evidence = { value: bornOn, unit: null, on: bornOn, source: 'Patient record', rowId: facts.patientId }
  if (leaf.at !== 'diagnosis') {
    const sentence = `${ageOn(leaf, bornOn, anchor)} on ${displayDate(anchor)}, born ${displayDate(bornOn)} (${source.source})`
    return claimed(isOfAge(leaf, bornOn, anchor), sentence, source)
  }
  const item = namedItem('diagnosis-date')
  if (!diagnosis?.diagnosedOn)
    return undecided('missing', item, 'Age at diagnosis is not known: date of diagnosis is not recorded')
  const first = isOfAge(leaf, bornOn, earliestDay(diagnosis.diagnosedOn))
  const last = isOfAge(leaf, bornOn, latestDay(diagnosis.diagnosedOn))
  const when = `at diagnosis (${displayDate(diagnosis.diagnosedOn)}, ${diagnosis.source}), born ${displayDate(bornOn)} (${source.source})`
  if (first !== last) return undecided('missing', item, `Age ${when} depends on the exact day`, source)
  return claimed(first, `${ageOn(leaf, bornOn, earliestDay(diagnosis.diagnosedOn))} ${when}`, source)
}

function isOfAge(leaf: AgeLeaf, bornOn: CalendarDate, on: CalendarDate): boolean {
  if (leaf.min !== undefined) {
    const from = dateAtAge(bornOn, leaf.min, leaf.unit)
    if (leaf.minInclusive === false ? on <= from : on < from) return false
  }
  if (leaf.max === undefined) return true
  return on < dateAtAge(bornOn, leaf.maxInclusive === false ? leaf.max : leaf.max + 1, leaf.unit)
}

function ageOn(leaf: AgeLeaf, bornOn: CalendarDate, on: CalendarDate): string {
  const { min, max, unit } = leaf
  const lowest =
    min === undefined ? [] : [`${leaf.minInclusive === false ? 'over' : 'at least'} ${limitText(min, unit)}`]
  const highest =
    max === undefined ? [] : [`${leaf.maxInclusive === false ? 'under' : 'at most'} ${limitText(max, unit)}`]
  const age = unit === 'years' ? ageInYears(bornOn, on) : ageInMonths(bornOn, on)
  return `Aged ${ageText(age, unit)} (asked: ${[...lowest, ...highest].join(' and ')})`
}

/** Months of a small child, as people say them: "23 months", "2 years", "29 years 6 months". */
function ageText(count: number, unit: AgeLeaf['unit']): string {
  if (unit === 'years' || count < monthsAreSaidBelow) return inUnit(count, unit)
  const months = count % 12
  return `${Math.floor(count / 12)} years${months === 0 ? '' : ` ${inUnit(months, 'months')}`}`
}

/** As it is written, because "at most 18 years" ends later than "at most 216 months", and how long that is. */
function limitText(count: number, unit: AgeLeaf['unit']): string {
  const words = inUnit(count, unit)
  const said = ageText(count, unit)
  return said === words ? words : `${words} (${said})`
}

const monthsAreSaidBelow = 24

function inUnit(count: number, unit: AgeLeaf['unit']): string {
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`
}

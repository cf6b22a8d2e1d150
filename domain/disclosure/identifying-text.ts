import type { CalendarDate } from '../identity/calendar-date.ts'
import { monthNames } from '../identity/month-names.ts'
import { parseNhsNumber } from '../identity/nhs-number.ts'

/** Something in a free text that names a person to whoever reads it. */
export interface IdentifyingText {
  readonly kind: 'nhsNumber' | 'dateOfBirth'
  /** As it stands in the text. */
  readonly found: string
}

/**
 * NHS numbers, proven by their check digit, and dates of birth: any date that the text calls one, and the patient's own
 * however it is written. `bornOn` is null where it is not known.
 */
export function identifyingText(text: string, bornOn: CalendarDate | null): readonly IdentifyingText[] {
  // Full-width digits and unusual spaces read like any other to a person.
  const plain = text.normalize('NFKC')
  return [...nhsNumbersIn(plain), ...datesOfBirthIn(plain, bornOn)]
}

function nhsNumbersIn(text: string): readonly IdentifyingText[] {
  return [...text.matchAll(tenDigits)]
    .map(([found]) => found)
    .filter((found) => parseNhsNumber(found).kind === 'valid')
    .map((found) => ({ kind: 'nhsNumber', found }))
}

const tenDigits = /(?<!\d)\d(?:[ .\p{Pd}]?\d){9}(?!\d)/gu

function datesOfBirthIn(text: string, bornOn: CalendarDate | null): readonly IdentifyingText[] {
  return [...text.matchAll(writtenDate)]
    .filter((match) => isCalledBirth(text.slice(0, match.index)) || readingsOf(match).includes(bornOn ?? ''))
    .map(([found]) => ({ kind: 'dateOfBirth', found }))
}

const shortMonths = monthNames.map((name) => name.slice(0, 3).toLowerCase())
const separator = String.raw`\s?[-/. ,]\s?`
const month = String.raw`(?<monthName>${shortMonths.join('|')})[a-z]*\.?`

/** 1962-03-05, 05/03/1962, 5.3.62, 5 March 1962, 05-Mar-1962, March 5, 1962, 5th of March 1962. */
const writtenDate = new RegExp(
  [
    String.raw`(?<!\d)(?<isoYear>\d{4})[-/.](?<isoMonth>\d{1,2})[-/.](?<isoDay>\d{1,2})(?!\d)`,
    String.raw`(?<!\d)(?<first>\d{1,2})${separator}(?<second>\d{1,2})${separator}(?<shortYear>\d{4}|\d{2})(?!\d)`,
    String.raw`(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th)?(?:${separator}|\s)(?:of\s)?${month}(?:${separator}|\s)(?<year>\d{4}|\d{2})(?!\d)`,
    String.raw`\b${month.replace('monthName', 'leadingMonth')}\s?(?<laterDay>\d{1,2})(?:st|nd|rd|th)?,?\s(?<laterYear>\d{4}|\d{2})(?!\d)`,
  ].join('|'),
  'gi',
)

/** Every day that the date can mean: day and month in either order, and a year of two digits in either century. */
function readingsOf({ groups = {} }: RegExpMatchArray): readonly CalendarDate[] {
  const { isoYear, isoMonth, isoDay, first, second, shortYear, day, monthName, year } = groups
  const { leadingMonth, laterDay, laterYear } = groups
  if (isoYear !== undefined) return datesOf(isoYear, isoMonth, isoDay)
  if (shortYear !== undefined) return [...datesOf(shortYear, second, first), ...datesOf(shortYear, first, second)]
  return year === undefined
    ? datesOf(laterYear, monthNumber(leadingMonth), laterDay)
    : datesOf(year, monthNumber(monthName), day)
}

function datesOf(year = '', monthText = '', day = ''): readonly CalendarDate[] {
  const years = year.length === 2 ? [`19${year}`, `20${year}`] : [year]
  return years.map((each) => `${each}-${monthText.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

function monthNumber(name = ''): string {
  return String(shortMonths.indexOf(name.slice(0, 3).toLowerCase()) + 1)
}

function isCalledBirth(before: string): boolean {
  return /\b(?:d\.?\s?o\.?\s?b\.?|date\s+of\s+birth|birth\s?date|born(?:\s+on)?)\s*[:=-]?\s*$/i.test(before)
}

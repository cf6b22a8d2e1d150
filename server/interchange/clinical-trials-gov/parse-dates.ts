import type { PartialDate } from '#domain/identity/calendar-date.ts'
import { isPartialDate } from '#domain/identity/partial-date.ts'
import type { TrialDate, TrialDates } from '#domain/trial/trial-record.ts'
import type { FieldReader } from '../field-reader.ts'

/** The trial's calendar from the status module, each date as precise as it was given. */
export function parseDates(status: FieldReader): TrialDates {
  return {
    start: parseDate(status, 'startDateStruct'),
    primaryCompletion: parseDate(status, 'primaryCompletionDateStruct'),
    completion: parseDate(status, 'completionDateStruct'),
    firstPosted: parseDate(status, 'studyFirstPostDateStruct'),
    lastUpdated: parseDate(status, 'lastUpdatePostDateStruct'),
  }
}

function parseDate(status: FieldReader, name: string): TrialDate | null {
  const date = status.child(name)
  const on = partialDate(date, 'date')
  return on === null ? null : { on, type: estimatedOrActual(date) }
}

/** Whether a date or a count is still a plan; null where the registry does not say. */
export function estimatedOrActual(fields: FieldReader): 'estimated' | 'actual' | null {
  const type = fields.oneOf('type', ['ESTIMATED', 'ACTUAL'])
  if (type === null) return null
  return type === 'ACTUAL' ? 'actual' : 'estimated'
}

/** A year, a month or a day that exists: "2027", "2027-03", "2027-03-31". Anything else is a problem. */
export function partialDate(fields: FieldReader, name: string): PartialDate | null {
  const text = fields.text(name)
  if (text === null || isPartialDate(text)) return text
  fields.problem(name, `is ${JSON.stringify(text)}, which is no date`, 'Write it as YYYY, YYYY-MM or YYYY-MM-DD.')
  return null
}

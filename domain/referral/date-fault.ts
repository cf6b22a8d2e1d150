import { addDays, type CalendarDate } from '../identity/calendar-date.ts'
import { displayDate } from '../identity/date-words.ts'

/** Why a date cannot be right, and what to give instead. */
export interface DateFault {
  readonly message: string
  readonly remedy: string
}

/** Days, half a year, for which an agreement to be referred is taken as it stands; an older one is asked for again. */
export const agreementLastsDays = 183

/** What is wrong with the day of the patient’s agreement; null when nothing is. `bornOn` null: not known, not checked. */
export function agreementDateFault({
  agreedOn,
  bornOn,
  asOf,
}: {
  readonly agreedOn: CalendarDate
  readonly bornOn: CalendarDate | null
  readonly asOf: CalendarDate
}): DateFault | null {
  const words = 'the date of agreement'
  if (agreedOn > asOf) return inTheFuture(words, agreedOn)
  if (bornOn !== null && agreedOn < bornOn) {
    return {
      message: `An agreement on ${displayDate(agreedOn)} would come before the birth of the patient.`,
      remedy: `Correct ${words}, or the date of birth in the record where that is wrong.`,
    }
  }
  const earliest = addDays(asOf, -agreementLastsDays)
  if (agreedOn < earliest) {
    return {
      message: `The agreement of ${displayDate(agreedOn)} is more than ${agreementLastsDays} days old.`,
      remedy: `Ask the patient again and give the new date, or correct it: from ${displayDate(earliest)} to ${displayDate(asOf)}.`,
    }
  }
  return null
}

/** What is wrong with the day of consent; null when nothing is. `sentOn` null: not known, not checked. */
export function consentDateFault({
  consentedOn,
  sentOn,
  asOf,
}: {
  readonly consentedOn: CalendarDate
  readonly sentOn: CalendarDate | null
  readonly asOf: CalendarDate
}): DateFault | null {
  if (consentedOn > asOf) return inTheFuture('the date of consent', consentedOn)
  if (sentOn === null || consentedOn >= sentOn) return null
  return {
    message: `Consent on ${displayDate(consentedOn)} would come before the referral was sent on ${displayDate(sentOn)}.`,
    remedy: `Give a date from ${displayDate(sentOn)} to ${displayDate(asOf)}.`,
  }
}

/** What is wrong with the day of enrolment; null when nothing is. `consentedOn` null: not known, not checked. */
export function enrolmentDateFault({
  enrolledOn,
  consentedOn,
  asOf,
}: {
  readonly enrolledOn: CalendarDate
  readonly consentedOn: CalendarDate | null
  readonly asOf: CalendarDate
}): DateFault | null {
  if (enrolledOn > asOf) return inTheFuture('the date of enrolment', enrolledOn)
  if (consentedOn === null || enrolledOn >= consentedOn) return null
  return {
    message: `Enrolment on ${displayDate(enrolledOn)} would come before consent on ${displayDate(consentedOn)}.`,
    remedy: `Give a date from ${displayDate(consentedOn)} to ${displayDate(asOf)}.`,
  }
}

function inTheFuture(words: string, on: CalendarDate): DateFault {
  return { message: `${displayDate(on)} is in the future.`, remedy: `Correct ${words}: today or earlier.` }
}

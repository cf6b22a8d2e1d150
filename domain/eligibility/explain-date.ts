import type { PartialDate } from '../identity/calendar-date.ts'

/** 'DD-MMM-YYYY' as the record may be read aloud without mixing day and month: '2026-08-03' → '03-Aug-2026'. */
export function displayDate(on: PartialDate): string {
  const [year = '', month, day] = on.split('-')
  if (month === undefined) return year
  const name = monthNames[Number(month) - 1] ?? month
  return day === undefined ? `${name}-${year}` : `${day}-${name}-${year}`
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

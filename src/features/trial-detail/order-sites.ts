import type { components } from '#api/schema.ts'
import { type CalendarDate, daysBetween } from '#domain/identity/calendar-date.ts'

export type TrialSite = components['schemas']['TrialSite']

/** A site should say once a month whether it is still open. */
const confirmationDays = 30

/** Sites in this country and the others, open ones first, then the nearest, then by name. */
export function orderSites(sites: readonly TrialSite[]): { here: readonly TrialSite[]; abroad: readonly TrialSite[] } {
  const ordered = sites.toSorted(
    (a, b) =>
      Number(b.effectiveStatus === 'open') - Number(a.effectiveStatus === 'open') ||
      (a.distanceKm ?? Number.POSITIVE_INFINITY) - (b.distanceKm ?? Number.POSITIVE_INFINITY) ||
      a.facility.localeCompare(b.facility, 'en-GB'),
  )
  return {
    here: ordered.filter(({ countryCode }) => countryCode === 'GB'),
    abroad: ordered.filter(({ countryCode }) => countryCode !== 'GB'),
  }
}

/** Whether a site last confirmed its status more than 30 days ago. Null where it never has. */
export function isConfirmationOld(confirmedOn: CalendarDate | null, today: CalendarDate): boolean | null {
  return confirmedOn === null ? null : daysBetween(confirmedOn, today) > confirmationDays
}

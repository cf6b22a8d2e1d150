import type { CalendarDate } from '#domain/identity/calendar-date.ts'

/** What this installation knows of a site beside the registry's words. */
export interface KnownSite {
  readonly siteId: string
  readonly siteKey: string
  readonly organisationId: string | null
  readonly openedOn: CalendarDate | null
  readonly closedOn: CalendarDate | null
  readonly slots: number | null
  readonly confirmedOn: CalendarDate | null
}

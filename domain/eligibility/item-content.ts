import type { PartialDate } from '../identity/calendar-date.ts'
import type { Assertion } from './patient-record.ts'

/** The parts of a record, in the order in which they are read. */
export const itemSections = [
  'diagnosis',
  'extent',
  'performance',
  'laboratory',
  'biomarkers',
  'treatment',
  'other',
] as const

export type ItemSection = (typeof itemSections)[number]

/** What a row says in words, before its age is counted. */
export interface ItemContent {
  readonly section: ItemSection
  readonly label: string
  readonly valueText: string
  readonly on: PartialDate | null
  /** How many days the value may be relied upon; null where it stands until somebody records another. */
  readonly windowDays: number | null
  /** The category that a later review of says that it is still so. */
  readonly reviewedWith?: Assertion['category'] | null
}

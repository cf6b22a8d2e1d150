import { type ClockDates, clockDates } from '#domain/referral/clock-dates.ts'

interface ClockColumns {
  readonly due_from: string | null
  readonly due_on: string | null
  readonly escalated_from: string | null
}

/** What a referral's row says of its clock, so that lists can filter and sort by it without today being stored. */
export function clockColumns(entry: Parameters<typeof clockDates>[0]): ClockColumns {
  const dates: ClockDates | null = clockDates(entry)
  return {
    due_from: dates?.dueFrom ?? null,
    due_on: dates?.dueOn ?? null,
    escalated_from: dates?.escalatedFrom ?? null,
  }
}

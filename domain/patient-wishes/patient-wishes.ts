import type { CalendarDate } from '../identity/calendar-date.ts'
import type { ResearchWish } from './research-wish.ts'
import type { WishEvent } from './wish-event.ts'

/** What a patient wants, and what must be minded of him or her, as the history leaves it. */
export interface PatientWishes {
  /** How many lines the history has: what a change was made from. */
  readonly version: number
  /** Oldest first, those withdrawn too. */
  readonly research: readonly ResearchWish[]
  /** The newest look at the national data opt-out; `null` where nobody has looked. */
  readonly optOut: {
    readonly isOptedOut: boolean
    readonly checkedOn: CalendarDate
    readonly recordedBy: string
  } | null
  readonly isSensitive: boolean
}

/** Replays the history, oldest line first. */
export function patientWishes(events: readonly WishEvent[]): PatientWishes {
  let wishes: PatientWishes = { version: events.length, research: [], optOut: null, isSensitive: false }
  for (const event of events) wishes = { ...wishes, ...changed(wishes, event) }
  return wishes
}

function changed({ research, optOut }: PatientWishes, event: WishEvent): Partial<PatientWishes> {
  const { recordedBy, recordedAt } = event
  switch (event.kind) {
    case 'researchWish': {
      const { kind: _, eventId: wishId, ...wish } = event
      return { research: [...research, { ...wish, wishId, withdrawal: null }] }
    }
    case 'researchWishWithdrawn': {
      const { withdrawnOn, toldBy } = event
      const withdrawal = { withdrawnOn, toldBy, recordedBy, recordedAt }
      return { research: research.map((wish) => (wish.wishId === event.wishId ? { ...wish, withdrawal } : wish)) }
    }
    case 'optOutCheck': {
      const { isOptedOut, checkedOn } = event
      // Somebody may enter an older letter later.
      return optOut !== null && optOut.checkedOn > checkedOn ? {} : { optOut: { isOptedOut, checkedOn, recordedBy } }
    }
    case 'sensitiveFlag':
      return { isSensitive: event.isSensitive }
    case 'death':
      // The day of death is kept with the patient, who may have died before any history began.
      return {}
  }
}

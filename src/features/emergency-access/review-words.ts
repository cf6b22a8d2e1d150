import type { ReviewOutcome } from '#domain/access/emergency-access.ts'
import type { TagColour } from '#domain/referral/referral-status.ts'

/** The words for what a review found. */
export const outcomeWords: Readonly<Record<ReviewOutcome, { label: string; colour: TagColour }>> = {
  justified: { label: 'Justified', colour: 'green' },
  notJustified: { label: 'Not justified', colour: 'red' },
}

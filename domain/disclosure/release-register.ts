import type { RefusalText } from '../access/refusal-text.ts'
import type { CalendarDate } from '../identity/calendar-date.ts'
import { optOutApplies, saysOptOutsApplied } from '../patient-wishes/national-data-opt-out.ts'
import { refuseIdentifyingText } from './outbound-text.ts'

/** What the public register says of de-identified data that left an organisation. */
export interface ReleaseEntry {
  readonly releasedOn: CalendarDate
  /** What was given away. */
  readonly released: string
  readonly recipient: string
  readonly purpose: string
  readonly legalBasis: string
  readonly expectedBenefit: string
}

const texts = ['released', 'recipient', 'purpose', 'legalBasis', 'expectedBenefit', 'reason'] as const

/**
 * Why an entry cannot be published; null where it can. Everybody reads the register and nothing is ever taken out of it,
 * so no text in it may name a person, and no day may lie ahead.
 *
 * @param reason what was wrong with the entry that this one puts right; null for a new one
 */
export function refuseRelease(entry: ReleaseEntry, reason: string | null, asOf: CalendarDate): RefusalText | null {
  if (entry.releasedOn > asOf) return notYetReleased(entry.releasedOn)
  if (optOutApplies(entry.legalBasis) && !saysOptOutsApplied(entry.legalBasis)) return optOutsNotApplied
  for (const name of texts) {
    const text = name === 'reason' ? (reason ?? '') : entry[name]
    const refusal = refuseIdentifyingText(`/${name}`, text, null)
    if (refusal !== null) return { ...refusal, title: 'The text names a person', remedy: 'Take it out of the text.' }
  }
  return null
}

/** An entry as it is stored: without the spaces around its texts. */
export function trimmedRelease(entry: ReleaseEntry): ReleaseEntry {
  return {
    releasedOn: entry.releasedOn,
    released: entry.released.trim(),
    recipient: entry.recipient.trim(),
    purpose: entry.purpose.trim(),
    legalBasis: entry.legalBasis.trim(),
    expectedBenefit: entry.expectedBenefit.trim(),
  }
}

/** An entry has one correction; what was wrong with the correction is put right in that. */
export const alreadyCorrected: RefusalText = {
  status: 409,
  kind: 'already-corrected',
  title: 'This entry has been corrected already',
  detail: 'Somebody put this entry right after you opened it. Nothing of yours was published.',
  remedy: 'Open the register again, read the newer entry, and correct that one where it is still wrong.',
}

const optOutsNotApplied: RefusalText = {
  status: 400,
  kind: 'invalid-request',
  title: 'Nothing is said of the national data opt-out',
  detail:
    'Under regulation 2 or 5 (section 251) patients who have opted out are left out, and the entry does not say so.',
  remedy: 'Say in the legal basis on which day the national data opt-outs were applied.',
  errors: [{ pointer: '/legalBasis', message: 'does not say that the national data opt-outs were applied' }],
}

function notYetReleased(releasedOn: CalendarDate): RefusalText {
  const message = `${releasedOn} is in the future.`
  return {
    status: 400,
    kind: 'invalid-request',
    title: 'Nothing has been released yet',
    detail: message,
    remedy: 'Correct the date of release, or enter it on the day: today or earlier.',
    errors: [{ pointer: '/releasedOn', message }],
  }
}

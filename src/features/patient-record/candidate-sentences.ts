import { lookAgainLabel } from '#domain/eligibility/look-again-label.ts'
import { meetingDayText } from '#domain/eligibility/meeting-day-text.ts'
import { type CalendarDate, daysBetween } from '#domain/identity/calendar-date.ts'
import { counted, countText } from '../../format/counts.ts'
import { clinicalDate } from '../../format/dates.ts'
import { firstFew, mostNamed } from '../../format/first-few.ts'
import { withFinding } from '../../format/with-finding.ts'
import { excludedFromCohorts } from './cohort-sentences.ts'
import type { Candidate } from './group-candidates.ts'

/**
 * What is to be known of a trial before its criteria are opened: first the verdicts of clinicians that the record has
 * overtaken, then dates, then what stops, then what is open. Of a trial
 * that excludes the patient it is what excludes: what else is open or could be put right changes nothing.
 */
export function candidateSentences(candidate: Candidate, today: CalendarDate): readonly string[] {
  const { undecided, toLookAgain, canBeMetFrom, dateDependsOn, expiresOn, outcome } = candidate
  const withRest = { ...candidate, blockingFindings: findingsNotTold(candidate) }
  if (outcome === 'notMatched') {
    const ofCohorts = excludedFromCohorts(candidate, (reasons) => whyNot(reasons, withRest))
    return [...toLookAgain, ...stopSentences('Excluded by', withRest), ...ofCohorts]
  }
  const toConfirm = undecided.filter((label) => label.startsWith(confirm))
  // Told by itself, with the value that speaks against it.
  const unknown = undecided.filter((label) => !label.startsWith(confirm) && label !== lookAgainLabel)
  return [
    ...toLookAgain,
    ...(expiresOn === null ? [] : expiryTexts(expiresOn, today)),
    ...(canBeMetFrom === null ? [] : [meetingDayText({ day: canBeMetFrom, dependsOn: dateDependsOn })]),
    ...diagnosisSentence(candidate),
    ...stopSentences('Not met', withRest),
    ...(unknown.length === 0 ? [] : [`${counted(unknown.length, 'item')} not known: ${firstFew(unknown, ', ')}`]),
    ...(toConfirm.length === 0 ? [] : [`To confirm: ${firstFew(toConfirm.map(withoutVerb), ', ')}`]),
  ]
}

/** A verdict to be looked at again tells already what the record says of its criterion. */
function findingsNotTold({ blockingFindings, toLookAgain }: Candidate): Candidate['blockingFindings'] {
  const isTold = ({ text, sentences }: Candidate['blockingFindings'][number]) =>
    toLookAgain.some((again) => [text, ...sentences].every((words) => again.includes(words)))
  return blockingFindings.filter((finding) => !isTold(finding))
}

/** With a trial for any cancer the patient's own was not compared, so its grade says nothing about the codes. */
function diagnosisSentence({ diagnosisGrade, isBasket }: Candidate): readonly string[] {
  if (diagnosisGrade === 'possible') return ['The diagnosis needs a histology code']
  return diagnosisGrade === 'unknown' && !isBasket ? ['The diagnosis is not coded'] : []
}

/** How an item begins that is a category to be confirmed as complete. */
const confirm = 'Confirm: '

function withoutVerb(label: string): string {
  return label.slice(confirm.length)
}

/** What stops, in one line where only the criteria are named, and in a line each where the value that decided is. */
function stopSentences(head: string, candidate: Candidate): readonly string[] {
  const { blocking, blockingFindings } = candidate
  if (blocking.length === 0) return []
  if (!blockingFindings.some(({ text }) => blocking.includes(text))) return [`${head}: ${firstFew(blocking, '; ')}`]
  const rest = blocking.length - mostNamed
  const named = blocking.slice(0, mostNamed).map((text) => `${head}: ${withFinding(text, candidate)}`)
  return rest > 0 ? [...named, `${head}: ${countText(rest)} more`] : named
}

/** The criteria, each with the value that decided or who did. */
function whyNot(texts: readonly string[], candidate: Candidate): string {
  const isFound = candidate.blockingFindings.some(({ text }) => texts.includes(text))
  return firstFew(
    texts.map((text) => withFinding(text, candidate)),
    isFound ? '. And: ' : '; ',
  )
}

/** `12 criteria met, 1 not met, 3 not known, 2 to read`; with the cohort that is counted where none gives the outcome. */
export function criteriaText({ criteria, cohort, criteriaCohort }: Candidate): string {
  const { met, notMet, unknown, toRead } = criteria
  const whose = cohort === null && criteriaCohort !== null ? `In cohort ${criteriaCohort}: ` : ''
  const metText = `${whose}${counted(met, 'criterion', 'criteria')} met`
  return [
    metText,
    `${countText(notMet)} not met`,
    `${countText(unknown)} not known`,
    `${countText(toRead)} to read`,
  ].join(', ')
}

export function criteriaCount({ criteria: { met, notMet, unknown, toRead } }: Candidate): number {
  return met + notMet + unknown + toRead
}

function expiryTexts(expiresOn: CalendarDate, today: CalendarDate): readonly string[] {
  const days = daysBetween(today, expiresOn)
  if (days < 0) return [`Expired on ${clinicalDate(expiresOn)}`]
  if (days === 0) return [`Expires today, ${clinicalDate(expiresOn)}`]
  if (days > daysWorthTelling) return []
  if (days >= daysCountedDown) return [`Expires on ${clinicalDate(expiresOn)}`]
  return [`Expires in ${counted(days, 'day')}, on ${clinicalDate(expiresOn)}`]
}

/** What is a season or more away presses nobody: the day says more than how many there are. */
const daysCountedDown = 90

/**
 * Half a year: a referral that is begun today is answered, and its screening over, well before. Until a later day, mostly a
 * birthday or the end of a long window, nobody does anything differently; the criterion itself still tells it.
 */
const daysWorthTelling = 183

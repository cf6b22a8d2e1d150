import { counted, countText } from '../../format/counts.ts'
import type { Candidate } from './group-candidates.ts'

/**
 * How many trials are left out, and who decided: `1 trial does not match on the data held`, `2 trials do not match: 1 on
 * the data held, 1 by the verdict of Dr A Example`.
 */
export function notMatchedText(notMatched: readonly Candidate[]): string {
  const setBy = notMatched.map(decidersOf).filter((names) => names.length > 0)
  const found = notMatched.length - setBy.length
  const all = counted(notMatched.length, 'trial does', 'trials do')
  const onData = 'on the data held'
  if (setBy.length === 0) return `${all} not match ${onData}`
  const byVerdict = `by the verdict of ${listed.format(new Set(setBy.flat()))}`
  if (found === 0) return `${all} not match ${byVerdict}`
  return `${all} not match: ${countText(found)} ${onData}, ${countText(setBy.length)} ${byVerdict}`
}

/** The heading of their group. */
export function notMatchedTitle(notMatched: readonly Candidate[]): string {
  const onData = 'Not matched on the data held'
  const setBy = notMatched.filter((candidate) => decidersOf(candidate).length > 0)
  if (setBy.length === 0) return onData
  return setBy.length === notMatched.length
    ? 'Not matched by a clinician’s verdict'
    : `${onData} or by a clinician’s verdict`
}

/** The clinicians without whose verdicts the trial would not be ruled out; none where something else does so too. */
function decidersOf({ blocking, blockingInCohorts, blockingFindings }: Candidate): readonly string[] {
  const setBy = new Map(blockingFindings.map((finding) => [finding.text, finding.setBy]))
  const texts = [...blocking, ...blockingInCohorts.flatMap((cohort) => cohort.blocking)]
  const names = texts.map((text) => setBy.get(text) ?? null)
  const known = names.filter((name) => name !== null)
  return known.length === names.length ? known : []
}

const listed = new Intl.ListFormat('en-GB')

import { sentenceCase } from '../../format/sentence-case.ts'
import { withFinding } from '../../format/with-finding.ts'
import type { Candidate } from './group-candidates.ts'

type Reasons = Pick<Candidate, 'blockingInCohorts'>

/**
 * Of a trial none of whose cohorts fits: `Excluded from cohort A by: …`, one for each set of reasons. `textOf` makes a few
 * words of many reasons.
 */
export function excludedFromCohorts(
  { blockingInCohorts }: Reasons,
  textOf: (reasons: readonly string[]) => string,
): readonly string[] {
  const excluding = blockingInCohorts.filter(({ blocking }) => blocking.length > 0)
  const alike = Map.groupBy(excluding, ({ blocking }) => textOf(blocking))
  return [...alike].map(([text, those]) => `Excluded from ${cohortsText(those)} by: ${text}`)
}

/** What could change and would not help, of one or more cohorts with their names before it. */
export function notMetForNowTexts(
  candidate: Reasons & Pick<Candidate, 'notMetForNow' | 'blockingFindings'>,
): readonly string[] {
  const ofCohorts = candidate.blockingInCohorts.flatMap(({ cohort, notMetForNow }) =>
    notMetForNow.map((text) => ({ cohort, text })),
  )
  const alike = Map.groupBy(ofCohorts, ({ text }) => text)
  return [
    ...[...new Set(candidate.notMetForNow)].map((text) => withFinding(text, candidate)),
    ...[...alike].map(([text, those]) => `${sentenceCase(cohortsText(those))}: ${withFinding(text, candidate)}`),
  ]
}

/** `cohort A`, `cohorts A, B and C`. */
function cohortsText(those: readonly { readonly cohort: string }[]): string {
  const names = [...new Set(those.map(({ cohort }) => cohort))]
  return `${names.length === 1 ? 'cohort' : 'cohorts'} ${listed.format(names)}`
}

const listed = new Intl.ListFormat('en-GB')

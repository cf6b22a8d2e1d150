import { useEffect } from 'react'
import type { components } from '#api/schema.ts'
import { markChangesSeen } from '../../data/mark-changes-seen.ts'

/**
 * Once the page has shown what has changed, notes that the reader has seen it. The page itself stays as it is, so that
 * the marks do not vanish while they are read. Where noting fails, the changes are shown again next time.
 */
export function useMarkShownChanges(list: components['schemas']['CandidateList']): void {
  // As one text, so that the same list fetched again is not noted again.
  const shown = shownChanges(list).join(' ')
  useEffect(() => {
    if (shown !== '') void markChangesSeen(shown.split(' '))
  }, [shown])
}

/** The contract takes so many at once; no patient has more within the days that count as news. */
const mostAtOnce = 500

function shownChanges({ candidates, baskets, notMatched, noLongerOffered }: components['schemas']['CandidateList']) {
  const shown = [...candidates, ...baskets, ...notMatched, ...noLongerOffered]
  return shown.flatMap(({ change }) => change?.changeIds ?? []).slice(0, mostAtOnce)
}

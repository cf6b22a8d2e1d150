import { describe, expect, it } from 'vitest'
import type { Candidate } from './group-candidates.ts'
import { notMatchedText, notMatchedTitle } from './not-matched-words.ts'
import { needsData } from './sample-record.ts'

/** Ruled out by criteria that each was set by somebody, or found by software. */
function ruledOut(...setBy: readonly (string | null)[]): Candidate {
  const blockingFindings = setBy.map((by, place) => ({ text: `Criterion ${place}`, sentences: ['Found'], setBy: by }))
  return { ...needsData, outcome: 'notMatched', blocking: blockingFindings.map(({ text }) => text), blockingFindings }
}
const found = ruledOut(null)
const decided = ruledOut('Dr A Example')

describe('trials that do not match', () => {
  it('are told as not matching on the data held where software found so', () => {
    expect(notMatchedText([found, found])).toBe('2 trials do not match on the data held')
    expect(notMatchedTitle([found])).toBe('Not matched on the data held')
  })

  it('are told with the clinician who decided', () => {
    expect(notMatchedText([decided])).toBe('1 trial does not match by the verdict of Dr A Example')
    expect(notMatchedTitle([decided])).toBe('Not matched by a clinician’s verdict')
    expect(notMatchedText([found, decided, ruledOut('Dr B Example')])).toBe(
      '3 trials do not match: 1 on the data held, 2 by the verdict of Dr A Example and Dr B Example',
    )
    expect(notMatchedTitle([found, decided])).toBe('Not matched on the data held or by a clinician’s verdict')
  })

  it('are told as not matching on the data held where these rule out as well', () => {
    expect(notMatchedText([ruledOut('Dr A Example', null)])).toBe('1 trial does not match on the data held')
    const another: Candidate = { ...decided, blocking: [...decided.blocking, 'The trial is for another cancer'] }
    expect(notMatchedText([another])).toBe('1 trial does not match on the data held')
  })
})

import type { Candidate } from './group-candidates.ts'

/**
 * Behind the nearest site of a card: how it lies to the patient's travel limit. The other reasons of the order are on the
 * card already. Nothing where no limit is known, the own hospital is open, or no site is.
 */
export function travelSentence(because: Candidate['because']): string {
  const travel = because.find(({ step }) => step === 'travel')
  return travel === undefined ? '' : `. ${travel.text}.`
}

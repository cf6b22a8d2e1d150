import type { Candidate } from './group-candidates.ts'

/** Where the distances of a page count from. */
export const fromHere = 'from your hospital'

/**
 * Behind the nearest site of a card: how it lies to the patient's travel limit. The other reasons of the order are on the
 * card already. The distance is not said again where `site`, which it stands behind, ends with it. Nothing where no limit
 * is known, the own hospital is open, or no site is.
 */
export function travelSentence(because: Candidate['because'], site: string): string {
  const travel = because.find(({ step }) => step === 'travel')
  if (travel === undefined) return ''
  const [away = '', ...answer] = travel.text.split(' away, ')
  return answer.length > 0 && site.endsWith(`, ${away.toLowerCase()} ${fromHere}`)
    ? `, ${answer.join('')}`
    : `. ${travel.text}.`
}

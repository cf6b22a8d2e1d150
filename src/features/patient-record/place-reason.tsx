import type { Candidate } from './group-candidates.ts'

/** Why the trial stands where it does among those of its group, as far as the card does not say it already. */
export function PlaceReason({ because }: Pick<Candidate, 'because'>) {
  const place = because.find(({ step }) => step === 'place')
  return place === undefined ? null : <p className="app-card__line">{place.text}.</p>
}

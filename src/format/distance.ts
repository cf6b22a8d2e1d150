import { notKnown } from './not-known.ts'

/** A straight-line distance: `under 1 km`, `12 km`, `1,204 km`. Without one: "Not known". */
export function distanceText(distanceKm: number | null): string {
  if (distanceKm === null) return notKnown
  if (distanceKm < 1) return 'under 1 km'
  return `${Math.round(distanceKm).toLocaleString('en-GB')} km`
}

import { kmPerMile } from '#domain/trial/distance.ts'
import { notKnown } from './not-known.ts'

/** A straight-line distance as the NHS gives it: `under 1 mile`, `12 miles`, `1,204 miles`. Without one: "Not known". */
export function distanceText(distanceKm: number | null): string {
  if (distanceKm === null) return notKnown
  const miles = distanceKm / kmPerMile
  if (miles < 1) return 'under 1 mile'
  const whole = Math.round(miles)
  return whole === 1 ? '1 mile' : `${whole.toLocaleString('en-GB')} miles`
}

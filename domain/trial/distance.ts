/** A place in WGS 84 degrees; null where it is not known. */
export interface Place {
  readonly latitude: number | null
  readonly longitude: number | null
}

const earthRadiusKm = 6371
/** Kilometres in an international mile, exactly. */
export const kmPerMile = 1.609344

/**
 * Great-circle distance in kilometres to one decimal by the haversine formula; null where either place is not known.
 * Roads are longer: show it as a straight line. Example: Leeds to Bristol is 274.4 km.
 */
export function distanceKm(from: Place | null, to: Place): number | null {
  if (from === null || from.latitude === null || from.longitude === null) return null
  if (to.latitude === null || to.longitude === null) return null
  const north = radians(to.latitude - from.latitude)
  const east = radians(to.longitude - from.longitude)
  const chord =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(east / 2) ** 2
  return Math.round(2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord))) * 10) / 10
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

import { countryCode } from '#domain/trial/country-code.ts'
import { toRecruitmentStatus } from '#domain/trial/recruitment-status.ts'
import { registryStatuses } from '#domain/trial/registry-codes.ts'
import type { SitePosition, TrialContact, TrialSite } from '#domain/trial/trial-site.ts'
import type { FieldReader } from '../field-reader.ts'

/** The sites of the contacts and locations module, in the registry's order, each with a key of its own. */
export function parseLocations(module: FieldReader): readonly TrialSite[] {
  const timesSeen = new Map<string, number>()
  return module.children('locations').map((location) => {
    const site = parseSite(location)
    const place = placeKey(site)
    const times = (timesSeen.get(place) ?? 0) + 1
    timesSeen.set(place, times)
    return { siteKey: times === 1 ? place : `${place}#${times}`, ...site }
  })
}

function parseSite(location: FieldReader): Omit<TrialSite, 'siteKey'> {
  const registryStatus = location.oneOf('status', registryStatuses)
  const country = location.text('country')
  return {
    facility: location.text('facility'),
    city: location.text('city'),
    region: location.text('state'),
    postcode: location.text('zip'),
    country: { name: country, code: country === null ? null : countryCode(country) },
    position: parsePosition(location),
    registryStatus,
    recruitmentStatus: registryStatus === null ? null : toRecruitmentStatus(registryStatus),
    contacts: parseContacts(location, 'contacts'),
  }
}

function parsePosition(location: FieldReader): SitePosition | null {
  const point = location.child('geoPoint')
  const latitude = degrees(point, 'lat', 90)
  const longitude = degrees(point, 'lon', 180)
  return latitude === null || longitude === null ? null : { latitude, longitude }
}

function degrees(point: FieldReader, name: string, limit: number): number | null {
  const value = point.number(name)
  if (value === null || Math.abs(value) <= limit) return value
  point.problem(name, `is ${value}`, `Give degrees from -${limit} to ${limit} or leave it out.`)
  return null
}

export function parseContacts(fields: FieldReader, name: string): readonly TrialContact[] {
  return fields.children(name).map((contact) => ({
    name: contact.text('name'),
    role: contact.text('role'),
    phone: contact.text('phone'),
    phoneExtension: contact.text('phoneExt'),
    email: contact.text('email'),
  }))
}

function placeKey({ country, city, postcode, facility }: Omit<TrialSite, 'siteKey'>): string {
  const parts = [country.code ?? country.name, city, postcode, facility]
  return parts
    .map((part) =>
      (part ?? '')
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll(/[\s/#]+/gu, ' ')
        .trim(),
    )
    .join('/')
}

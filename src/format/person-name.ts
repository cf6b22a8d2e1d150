import type { components } from '#api/schema.ts'
import { bannerName } from '#domain/identity/person-name.ts'

/** A patient's name as every screen shows it: `SMITH, Jane (Ms)`. */
export function patientName({ familyName, givenName, title }: components['schemas']['PatientName']): string {
  return bannerName({ family: familyName, given: givenName, title })
}

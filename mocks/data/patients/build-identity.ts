import { makeDemonstrationNhsNumber } from '#domain/identity/nhs-number.ts'
import { demonstrationAccounts } from '../accounts/demonstration-accounts.ts'
import type { DemonstrationPatient } from '../demonstration-data.ts'
import { teamAt } from '../organisations/demonstration-teams.ts'
import { evenSpread } from '../random/even-spread.ts'
import { type SeededRandom, seededRandom } from '../random/seeded-random.ts'
import { weightedPick } from '../random/weighted-pick.ts'
import { ethnicCategories } from './ethnic-categories.ts'
import { consultantNames, familyNames, givenNames } from './people-names.ts'
import type { Physique } from './physique.ts'
import type { PatientPlan } from './plan-patient.ts'

/** Everything that tells one patient from another; every number is unique within one seed. */
export function buildIdentity(
  seed: number,
  { index, patientId, organisation }: PatientPlan,
  physique: Physique,
  random: SeededRandom,
): Omit<DemonstrationPatient, 'record' | 'wishEvents'> {
  return {
    patientId,
    organisationId: organisation.organisationId,
    teamId: teamAt(organisation.organisationId),
    title: titleOf(physique, random),
    familyName: random.pick(familyNames),
    givenName: random.pick(givenNames[physique.sex]),
    nhsNumber: makeDemonstrationNhsNumber(1 + scattered(index, nhsNumbers)),
    hospitalNumber: `H${String(1_000_000 + scattered(index, 9_000_000))}`,
    postcode: postcodeOf(random),
    ethnicityCode: weightedPick(
      ethnicCategories,
      evenSpread(index, 'ethnicity', seededRandom(`${seed}/ethnicity`).next()),
    ).code,
    consultant: consultantOf(organisation.organisationId, random),
  }
}

/** How many numbers of the demonstration range can be made. */
const nhsNumbers = 900_000

/**
 * Spreads the indexes over 0 to `size` - 1, each place once: 7919 is a prime that divides neither size. Throws RangeError
 * past the last place.
 */
function scattered(index: number, size: number): number {
  if (index >= size)
    throw new RangeError(`There are only ${size} numbers, too few for patient ${index}: ask for fewer.`)
  return (index * 7919) % size
}

function titleOf({ ageYears, sex }: Physique, random: SeededRandom): string | null {
  const place = random.next()
  if (ageYears < 16 || place < 0.12) return null
  if (place < 0.15) return 'Dr'
  if (place < 0.17) return 'Mx'
  if (sex === 'male') return 'Mr'
  return place < 0.55 ? 'Mrs' : 'Ms'
}

/** No post town begins with ZZ; ZZ99 is left out because the NHS uses it for people without an address. */
function postcodeOf(random: SeededRandom): string {
  const letters = 'ABDEFGHJLNPQRSTUWXYZ'
  const letter = () => random.pick([...letters])
  return `ZZ${random.integer(10, 89)} ${random.integer(0, 9)}${letter()}${letter()}`
}

function consultantOf(organisationId: string, random: SeededRandom): string {
  const own = demonstrationAccounts.find(
    (account) => account.organisationId === organisationId && account.role === 'oncologist',
  )
  return own !== undefined && random.chance(0.4) ? own.name : random.pick(consultantNames)
}

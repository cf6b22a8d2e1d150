import type { components } from '#api/schema.ts'
import type { Role } from '#domain/access/role.ts'

export type TileName = components['schemas']['Home']['tiles'][number]['tile']

/** The numbers that mean something to a role, the most urgent first. */
export function tilesOf(role: Role): readonly TileName[] {
  return tilesByRole[role]
}

const referrer: readonly TileName[] = [
  'overdueReferrals',
  'dueReferrals',
  'draftReferrals',
  'openReferrals',
  'patientsWithCandidate',
  'patientsMissingData',
  'myPatients',
]
const site: readonly TileName[] = ['overdueReferrals', 'dueReferrals', 'referralsToAcknowledge', 'openReferrals']
const lead: readonly TileName[] = ['openTrials']

const tilesByRole: Readonly<Record<Role, readonly TileName[]>> = {
  oncologist: referrer,
  nurse: referrer,
  'site-nurse': site,
  investigator: site,
  'trust-lead': lead,
  'national-lead': lead,
  'information-officer': lead,
  administrator: ['accounts'],
  'privacy-officer': [],
}

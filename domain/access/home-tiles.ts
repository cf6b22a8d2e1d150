import type { Role } from './role.ts'

/** A number on the first screen; each opens the list that it counts. */
export type TileName =
  | 'overdueReferrals'
  | 'dueReferrals'
  | 'referralsToAcknowledge'
  | 'draftReferrals'
  | 'mindedReferrals'
  | 'openReferrals'
  | 'myPatients'
  | 'patientsWithCandidate'
  | 'patientsWithTrialToRead'
  | 'patientsMissingData'
  | 'candidateChanges'
  | 'trialsBehindTarget'
  | 'openTrials'
  | 'accounts'
  | 'referralsWithoutDelegate'
  | 'patientsWithoutTeam'
  | 'accessesToReview'

/** The numbers that mean something to a role, the most urgent first. */
export function tilesOf(role: Role): readonly TileName[] {
  return tilesByRole[role]
}

const referrer: readonly TileName[] = [
  'overdueReferrals',
  'dueReferrals',
  'mindedReferrals',
  'draftReferrals',
  'openReferrals',
  'candidateChanges',
  'patientsWithCandidate',
  'patientsWithTrialToRead',
  'patientsMissingData',
  'myPatients',
]
const site: readonly TileName[] = ['overdueReferrals', 'dueReferrals', 'referralsToAcknowledge', 'openReferrals']
const lead: readonly TileName[] = ['trialsBehindTarget', 'openTrials']

const tilesByRole: Readonly<Record<Role, readonly TileName[]>> = {
  oncologist: referrer,
  nurse: referrer,
  'site-nurse': site,
  investigator: site,
  'trust-lead': lead,
  'national-lead': lead,
  'information-officer': ['patientsWithoutTeam', 'openTrials'],
  administrator: ['referralsWithoutDelegate', 'accounts'],
  'privacy-officer': ['accessesToReview'],
}

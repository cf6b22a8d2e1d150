import type { components } from '#api/schema.ts'
import { behindRatings } from '#domain/recruitment/recruitment-flags.ts'
import { paths, withSearch } from '../../data/paths.ts'

export type TileName = components['schemas']['Home']['tiles'][number]['tile']

type TileDescription = {
  /** Reads after the number: "3 overdue referrals". */
  readonly label: (count: number) => string
  readonly to: string
  readonly isUrgent?: true
  /** Nobody's daily round: while it is 0 it takes no tile. */
  readonly isOccasional?: true
}

/** What each number means and the list that holds exactly what was counted. */
export const homeTiles: Readonly<Record<TileName, TileDescription>> = {
  overdueReferrals: {
    label: plural('overdue referral'),
    to: withSearch(paths.referrals, { clock: ['overdue', 'escalated'] }),
    isUrgent: true,
  },
  dueReferrals: { label: plural('referral due', 'referrals due'), to: withSearch(paths.referrals, { clock: 'due' }) },
  referralsToAcknowledge: {
    label: plural('referral to acknowledge', 'referrals to acknowledge'),
    to: withSearch(paths.referrals, { status: 'sent' }),
  },
  draftReferrals: {
    label: plural('draft not sent', 'drafts not sent'),
    to: withSearch(paths.referrals, { status: 'referral-draft' }),
    isOccasional: true,
  },
  mindedReferrals: {
    label: plural('referral with a warning about the patient', 'referrals with a warning about the patient'),
    to: withSearch(paths.referrals, { minded: 'yes' }),
    isUrgent: true,
    isOccasional: true,
  },
  openReferrals: { label: plural('referral under way', 'referrals under way'), to: paths.referrals },
  myPatients: { label: plural('patient'), to: paths.patients },
  patientsWithCandidate: {
    label: plural('patient with a trial to consider', 'patients with a trial to consider'),
    to: withSearch(paths.patients, { candidate: 'yes', sort: 'candidates' }),
  },
  patientsWithTrialToRead: {
    label: plural(
      'patient with a trial whose criteria are to be read',
      'patients with a trial whose criteria are to be read',
    ),
    to: withSearch(paths.patients, { candidate: 'toRead', sort: 'candidates' }),
    isOccasional: true,
  },
  patientsMissingData: {
    label: plural('patient with data missing for a trial', 'patients with data missing for a trial'),
    to: withSearch(paths.patients, { candidate: 'incomplete' }),
    isOccasional: true,
  },
  candidateChanges: {
    label: plural('change in patients’ trials, not seen yet', 'changes in patients’ trials, not seen yet'),
    to: paths.changes,
  },
  referralsWithoutDelegate: {
    label: plural('referral that nobody is delegated to see', 'referrals that nobody is delegated to see'),
    to: paths.delegation,
    isUrgent: true,
  },
  patientsWithoutTeam: {
    label: plural('patient without a team', 'patients without a team'),
    to: paths.teams,
    isUrgent: true,
  },
  accessesToReview: {
    label: plural(
      'record opened from outside its team, to review',
      'records opened from outside their team, to review',
    ),
    to: paths.emergencyAccesses,
    isUrgent: true,
  },
  openTrials: { label: plural('trial open', 'trials open'), to: withSearch(paths.trials, { recruiting: 'open' }) },
  trialsBehindTarget: {
    label: plural('trial behind target', 'trials behind target'),
    to: withSearch(paths.recruitment, { rating: behindRatings }),
    isUrgent: true,
  },
  accounts: { label: plural('account'), to: paths.accounts },
}

function plural(one: string, many = `${one}s`) {
  return (count: number) => (count === 1 ? one : many)
}

import type { RegistryStatus } from './registry-codes.ts'

/**
 * Whether a trial, a site or a cohort takes patients, from least to most restrictive. `unknown` stands after `open`
 * because it must never read as open, and before the others because a stated restriction is worth more than no word.
 */
export const recruitmentStatuses = [
  'open',
  'unknown',
  'setup',
  'paused',
  'closed-to-recruitment',
  'follow-up',
  'completed',
  'withdrawn',
] as const

export type RecruitmentStatus = (typeof recruitmentStatuses)[number]

/**
 * The registry's word in the product's words, for example `SUSPENDED` is `paused`.
 * Enrolling by invitation is closed here: such a trial has chosen its participants beforehand and takes no referrals.
 * Active, not recruiting does not say whether treatment goes on, so it is closed and not yet follow-up.
 * Withheld records do not show their status. The last four concern expanded access.
 */
export function toRecruitmentStatus(status: RegistryStatus): RecruitmentStatus {
  return statusByRegistryWord[status]
}

const statusByRegistryWord: Readonly<Record<RegistryStatus, RecruitmentStatus>> = {
  NOT_YET_RECRUITING: 'setup',
  RECRUITING: 'open',
  ENROLLING_BY_INVITATION: 'closed-to-recruitment',
  ACTIVE_NOT_RECRUITING: 'closed-to-recruitment',
  SUSPENDED: 'paused',
  TERMINATED: 'completed',
  COMPLETED: 'completed',
  WITHDRAWN: 'withdrawn',
  UNKNOWN: 'unknown',
  WITHHELD: 'unknown',
  AVAILABLE: 'open',
  TEMPORARILY_NOT_AVAILABLE: 'paused',
  NO_LONGER_AVAILABLE: 'closed-to-recruitment',
  APPROVED_FOR_MARKETING: 'closed-to-recruitment',
}

/**
 * The most restrictive of the statuses stated for a trial, a site and a cohort, for example open, paused → paused.
 * `null` is a level without a status of its own and adds nothing; nothing stated at all is `unknown`.
 */
export function effectiveStatus(...levels: readonly (RecruitmentStatus | null)[]): RecruitmentStatus {
  const stated = levels.filter((level) => level !== null)
  if (stated.length === 0) return 'unknown'
  return stated.reduce((strictest, level) => (rank(level) > rank(strictest) ? level : strictest))
}

function rank(status: RecruitmentStatus): number {
  return recruitmentStatuses.indexOf(status)
}

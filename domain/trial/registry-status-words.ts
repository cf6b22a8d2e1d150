import { type RecruitmentStatus, toRecruitmentStatus } from './recruitment-status.ts'
import { type RegistryStatus, registryStatuses } from './registry-codes.ts'

/** Each status as ClinicalTrials.gov itself words it. */
export const registryStatusWords: Readonly<Record<RegistryStatus, string>> = {
  NOT_YET_RECRUITING: 'Not yet recruiting',
  RECRUITING: 'Recruiting',
  ENROLLING_BY_INVITATION: 'Enrolling by invitation',
  ACTIVE_NOT_RECRUITING: 'Active, not recruiting',
  SUSPENDED: 'Suspended',
  TERMINATED: 'Terminated',
  COMPLETED: 'Completed',
  WITHDRAWN: 'Withdrawn',
  UNKNOWN: 'Unknown status',
  WITHHELD: 'Withheld',
  AVAILABLE: 'Available',
  TEMPORARILY_NOT_AVAILABLE: 'Temporarily not available',
  NO_LONGER_AVAILABLE: 'No longer available',
  APPROVED_FOR_MARKETING: 'Approved for marketing',
}

/** The registry's wording of a code; any other text, such as the status of a trial from no registry, as it is. */
export function registryStatusText(code: string): string {
  return isRegistryStatus(code) ? registryStatusWords[code] : code
}

/**
 * What to call the status of a trial where the registry's word says more than the product's, which holds several of them
 * in one: a terminated trial stopped early, and "completed" would say the opposite. `null`: the product's own word says
 * the same, or is about something else, for example because a cohort is paused.
 */
export function finerStatusText(status: RecruitmentStatus, registryCode: string): string | null {
  if (!isRegistryStatus(registryCode) || toRecruitmentStatus(registryCode) !== status) return null
  return finerText[registryCode] ?? null
}

const finerText: Readonly<Partial<Record<RegistryStatus, string>>> = {
  ENROLLING_BY_INVITATION: 'Enrolling by invitation only',
  ACTIVE_NOT_RECRUITING: 'Active, not recruiting',
  TERMINATED: 'Terminated early',
  WITHHELD: 'Withheld by the registry',
  AVAILABLE: 'Expanded access available',
  TEMPORARILY_NOT_AVAILABLE: 'Expanded access paused',
  NO_LONGER_AVAILABLE: 'Expanded access ended',
  APPROVED_FOR_MARKETING: 'Approved for marketing',
}

function isRegistryStatus(code: string): code is RegistryStatus {
  return registryStatuses.some((status) => status === code)
}

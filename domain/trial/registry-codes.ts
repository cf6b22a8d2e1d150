/** Every recruitment status that ClinicalTrials.gov API v2 can give to a trial (`Status`). */
export const registryStatuses = [
  'ACTIVE_NOT_RECRUITING',
  'COMPLETED',
  'ENROLLING_BY_INVITATION',
  'NOT_YET_RECRUITING',
  'RECRUITING',
  'SUSPENDED',
  'TERMINATED',
  'WITHDRAWN',
  'AVAILABLE',
  'NO_LONGER_AVAILABLE',
  'TEMPORARILY_NOT_AVAILABLE',
  'APPROVED_FOR_MARKETING',
  'WITHHELD',
  'UNKNOWN',
] as const

export type RegistryStatus = (typeof registryStatuses)[number]

/** Every phase of ClinicalTrials.gov API v2 (`Phase`). `NA`: the trial has no phases, for example a device trial. */
export const registryPhases = ['NA', 'EARLY_PHASE1', 'PHASE1', 'PHASE2', 'PHASE3', 'PHASE4'] as const

export type RegistryPhase = (typeof registryPhases)[number]

/** Every kind of record in ClinicalTrials.gov API v2 (`StudyType`). */
export const registryTrialTypes = ['INTERVENTIONAL', 'OBSERVATIONAL', 'EXPANDED_ACCESS'] as const

export type RegistryTrialType = (typeof registryTrialTypes)[number]

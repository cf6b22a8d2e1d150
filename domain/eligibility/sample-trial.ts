import type { TrialCriterion } from '../trial/trial-criterion.ts'
import type { HeldTrial, ScreenedRecord } from './assess-trial.ts'

/* Trials for tests: open, for no cancer in particular and without criteria unless a test says so. */

export function trialWith(record: Partial<ScreenedRecord> = {}, parts: Partial<HeldTrial> = {}): HeldTrial {
  const { registryId = 'DEMO-1' } = record
  return {
    trialId: `trial-${registryId}`,
    isDemonstration: true,
    isOpenAtHome: true,
    ...parts,
    record: {
      registryId,
      title: `Trial ${registryId}`,
      phases: ['PHASE2'],
      recruitmentStatus: 'open',
      cancerTypeIds: [],
      isBasket: false,
      cohorts: [],
      anchor: 'registration',
      protocolVersion: null,
      criteria: [],
      ...record,
    },
  }
}

/** A hard inclusion criterion, to be read by a person unless a rule is given. */
export function criterionWith(parts: Partial<TrialCriterion> = {}): TrialCriterion {
  const { id = 'I1' } = parts
  return {
    id,
    kind: 'inclusion',
    class: 'hard',
    text: `Criterion ${id}`,
    expr: null,
    origin: 'protocol',
    isKindStated: true,
    headings: [],
    label: id,
    ...parts,
  }
}

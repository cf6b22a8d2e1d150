import type { components } from '#api/schema.ts'
import type { NewsKind } from '#domain/eligibility/news-kinds.ts'
import { counted } from '../../format/counts.ts'
import { patientName } from '../../format/person-name.ts'

export type Change = components['schemas']['CandidateChangeRow']

/** Changes that are looked at together. */
export type ChangeGroup = {
  readonly id: string
  readonly heading: string
  readonly by: 'trial' | 'patient'
  readonly changes: readonly Change[]
}

/**
 * The changes patient by patient, the patient with the newest first. Where only new trials are asked for, trial by trial
 * instead: then the question is who may fit the trial.
 */
export function groupChanges(items: readonly Change[], kind: NewsKind | undefined): readonly ChangeGroup[] {
  const by = kind === 'newTrial' ? 'trial' : 'patient'
  const groups = Map.groupBy(items, ({ trial, patient }) => (by === 'trial' ? trial.trialId : patient.patientId))
  return [...groups].map(([id, changes]) => ({ id, by, changes, heading: headingOf(by, changes) }))
}

function headingOf(by: ChangeGroup['by'], changes: readonly Change[]): string {
  const [first] = changes
  if (first === undefined) return ''
  if (by === 'patient') return patientName(first.patient.name)
  return `New trial ${first.trial.registryId}: ${counted(changes.length, 'known patient')} may fit`
}

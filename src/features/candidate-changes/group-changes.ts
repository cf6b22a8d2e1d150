import type { components } from '#api/schema.ts'
import { counted } from '../../format/counts.ts'
import { patientName } from '../../format/person-name.ts'
import { type NewsKind, newsKinds } from './change-filters.ts'

export type Change = components['schemas']['CandidateChangeRow']

/** Changes that are looked at together. */
export type ChangeGroup = {
  readonly id: string
  readonly heading: string
  /** A new trial is looked at with all its patients, anything else with all that changed for the patient. */
  readonly by: 'trial' | 'patient'
  readonly changes: readonly Change[]
}

export type KindOfChanges = { readonly kind: NewsKind; readonly groups: readonly ChangeGroup[] }

/** The changes by what they ask of the reader, each kind in groups, in the order of the newest. */
export function groupChanges(items: readonly Change[]): readonly KindOfChanges[] {
  return newsKinds
    .map((kind) => ({
      kind,
      groups: groupsOf(
        kind,
        items.filter((item) => item.kind === kind),
      ),
    }))
    .filter(({ groups }) => groups.length > 0)
}

function groupsOf(kind: NewsKind, items: readonly Change[]): readonly ChangeGroup[] {
  const by = kind === 'newTrial' ? 'trial' : 'patient'
  const groups = Map.groupBy(items, ({ trial, patient }) => (by === 'trial' ? trial.trialId : patient.patientId))
  return [...groups].map(([id, changes]) => ({ id: `${kind}-${id}`, by, changes, heading: headingOf(by, changes) }))
}

function headingOf(by: ChangeGroup['by'], changes: readonly Change[]): string {
  const [first] = changes
  if (first === undefined) return ''
  if (by === 'patient') return patientName(first.patient.name)
  const patients = counted(changes.length, 'known patient')
  return `New trial ${first.trial.registryId}: ${patients} may fit`
}

import type { components } from '#api/schema.ts'
import { roleLabel } from '#domain/access/role.ts'
import { clinicalInstant } from '../format/dates.ts'
import { Tag } from './tag.tsx'

type CriterionOverride = components['schemas']['CriterionOverride']

/** What a clinician said of a criterion: who, when and why. What the software found stays beside it, wherever this stands. */
export function ClinicianVerdict({ override }: { readonly override: CriterionOverride }) {
  const { verdict, reason, by, role, at, state, stateReason } = override
  return (
    <div className="app-clinician-verdict">
      <strong>Set by a clinician: {clinicianVerdictWords[verdict]}</strong>{' '}
      {state === 'active' ? null : <Tag colour={state === 'void' ? 'grey' : 'yellow'}>{stateWords[state]}</Tag>}
      <div>
        Set by {by}, {roleLabel(role)}, on {clinicalInstant(at)}: {reason}
      </div>
      {stateReason === null ? null : <div>{stateReason}.</div>}
    </div>
  )
}

export const clinicianVerdictWords: Readonly<Record<CriterionOverride['verdict'], string>> = {
  met: 'Met',
  notMet: 'Not met',
}

const stateWords: Readonly<Record<Exclude<CriterionOverride['state'], 'active'>, string>> = {
  toReview: 'To review',
  void: 'Does not count',
}

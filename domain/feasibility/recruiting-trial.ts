import type { HeldTrial } from '../eligibility/assess-trial.ts'
import { cohortsOf } from '../eligibility/cohorts-of.ts'

/** Of a trial none of whose cohorts is open, the question is what it would find once they are. */
export function asRecruiting(trial: HeldTrial): HeldTrial {
  const { cohorts } = trial.record
  const isAnyOpen = cohorts.some(({ recruitmentStatus }) => recruitmentStatus === 'open')
  return isAnyOpen ? trial : { ...trial, record: { ...trial.record, cohorts: [] } }
}

/** The cohorts that a patient may join, of those that the criteria speak of; null where they speak of none. */
export function recruitingCohorts(trial: HeldTrial): readonly string[] | null {
  const { criteria, cohorts } = asRecruiting(trial).record
  const named = cohortsOf(criteria)
  if (named.length === 0) return null
  const open = cohorts.filter(({ recruitmentStatus }) => recruitmentStatus === 'open').map(({ name }) => name)
  return cohorts.length === 0 ? named : named.filter((name) => open.includes(name))
}

import type { components } from '#api/schema.ts'
import { draftOfTrial } from '#domain/feasibility/draft-of-trial.ts'
import { type Draft, emptyDraft } from './draft.ts'

/** A draft that asks what a trial asks today, for its author to change. */
export function startDraft(trial: components['schemas']['Trial']): Draft {
  const { criteria, cohorts, closedCohorts, ...started } = draftOfTrial(trial)
  const written = criteria.map(({ text, kind, class: className, rule, appliesTo = [] }, index) => ({
    key: index + 1,
    text,
    kind,
    class: className,
    rule: rule === null ? '' : JSON.stringify(rule, opFirst, 2),
    appliesTo,
  }))
  return {
    ...emptyDraft,
    ...started,
    criteria: written.length === 0 ? emptyDraft.criteria : written,
    cohorts: cohorts.filter((name) => !closedCohorts.includes(name)).join('\n'),
    closedCohorts: closedCohorts.join('\n'),
  }
}

/** A database gives the fields of a rule back in an order of its own; "op" says what the others mean. */
function opFirst(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('op' in value)) return value
  const { op, ...others } = value
  return { op, ...others }
}

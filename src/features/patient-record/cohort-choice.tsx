import { useId } from 'react'
import type { components } from '#api/schema.ts'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { outcomeWords } from '../../ui/outcome-tag.tsx'

type TrialVerdict = components['schemas']['TrialVerdict']

/** The criteria that bind in one open cohort; of a trial without any, those of the trial. */
export type ShownCohort = Pick<TrialVerdict, 'criteria'> & {
  readonly cohort: string | null
  readonly outcome: components['schemas']['Outcome']
}

/** What can be shown, the cohort that gives the outcome first. */
export function shownCohorts({ candidate, criteria, otherCohorts }: TrialVerdict): [ShownCohort, ...ShownCohort[]] {
  return [{ cohort: candidate.criteriaCohort, outcome: candidate.outcome, criteria }, ...otherCohorts]
}

type CohortChoiceProps = {
  readonly cohorts: readonly ShownCohort[]
  readonly shown: string | null
  readonly onChoose: (cohort: string) => void
}

/** Whose criteria are shown, and the way to those of another cohort. */
export function CohortChoice({ cohorts, shown, onChoose }: CohortChoiceProps) {
  const id = useId()
  if (shown === null) return null
  if (cohorts.length === 1) return <p className="app-card__line">Criteria of cohort {shown}, the only one open.</p>
  const choices = cohorts.flatMap((each) =>
    each.cohort === null
      ? []
      : [{ value: each.cohort, label: `Cohort ${each.cohort}: ${outcomeWords[each.outcome].label}` }],
  )
  return (
    <div className="app-cohorts">
      <RadioList label="Show the criteria of" name={id} id={id} value={shown} choices={choices} onChange={onChoose} />
    </div>
  )
}

import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { paths, pathTo } from '../../data/paths.ts'
import { counted } from '../../format/counts.ts'

type Trial = components['schemas']['Trial']

/** What the draft starts from, and why its numbers need not be those of the trial. */
export function DraftStart({ trial }: { readonly trial: Trial | null }) {
  if (trial === null) {
    return (
      <>
        <p>Write what the trial would ask, and see how many patients it would find.</p>
        <p className="nhsuk-hint">
          To start from a trial, open it under <Link to={paths.trials}>All trials</Link>, then its feasibility.
        </p>
      </>
    )
  }
  const unused = trial.criteria.filter(({ rule, isRuleInForce }) => rule !== null && !isRuleInForce).length
  return (
    <>
      <p>
        Started from <Link to={pathTo.trialFeasibility(trial.trial.trialId)}>{trial.trial.title}</Link>, with its cancer
        types, criteria{trial.cohorts.length === 0 ? null : ', cohorts'} and rules. Change what you like and see how
        many patients it would find.
      </p>
      {unused === 0 ? null : (
        <p>
          {counted(unused, 'rule is', 'rules are')} not in use, and left out: the text of each criterion is to be read.
        </p>
      )}
      <p className="nhsuk-hint">
        Unchanged, it finds the same patients, but for two things: verdicts that clinicians gave on the trial’s criteria
        do not count in a draft, and numbers of patients of others can be a few too high or too low.
      </p>
    </>
  )
}

import { Link, useLoaderData } from 'react-router'
import { paths, pathTo, withSearch } from '../../data/paths.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { FeasibilityAnswer } from './feasibility-answer.tsx'
import type { loadTrialFeasibility } from './load-trial-feasibility.ts'

/** How many patients one trial would find, by hospital. */
export function TrialFeasibilityPage() {
  const { trial, feasibility } = useLoaderData<typeof loadTrialFeasibility>()
  return (
    <>
      <PageHeading title={`Feasibility: ${trial.title}`} caption={trial.registryId}>
        <Link to={pathTo.trial(trial.trialId)}>The trial</Link>
        <Link to={withSearch(paths.draftFeasibility, { from: trial.trialId })}>Start a draft from this trial</Link>
        <Link to={paths.draftFeasibility}>Empty draft</Link>
      </PageHeading>
      <FeasibilityAnswer
        feasibility={feasibility}
        fileName={`feasibility-${trial.registryId}.csv`}
        isDraft={false}
        whyNoDistance={trial.openSitesAtHome > 0 ? null : 'No site is open, so there is no distance.'}
      />
    </>
  )
}

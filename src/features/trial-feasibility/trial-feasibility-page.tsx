import { Link, useLoaderData } from 'react-router'
import { paths, pathTo } from '../../data/paths.ts'
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
        <Link to={paths.draftFeasibility}>Work out a draft</Link>
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

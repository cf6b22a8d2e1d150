import { useMemo } from 'react'
import { Link, useLoaderData } from 'react-router'
import { paths, pathTo } from '../../data/paths.ts'
import { type Caller, useSession } from '../../data/session.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Attrition } from './attrition.tsx'
import { loadPossiblePatients } from './load-possible-patients.ts'
import type { loadTrialDetail } from './load-trial-detail.ts'
import { NoOpenSite } from './no-open-site.tsx'
import type { TrialSite } from './order-sites.ts'
import { Paragraphs } from './paragraphs.tsx'
import { PossiblePatientCounts } from './possible-patient-counts.tsx'
import { isComparedWithPatients, PossiblePatients } from './possible-patients.tsx'
import { TrialCriteria } from './trial-criteria.tsx'
import { TrialFacts } from './trial-facts.tsx'
import { TrialProvenance } from './trial-provenance.tsx'
import { TrialSites } from './trial-sites.tsx'
import { TrialTreatment } from './trial-treatment.tsx'

type Role = Caller['role']

/** One trial, open or closed. */
export function TrialDetailPage() {
  const { detail } = useLoaderData<typeof loadTrialDetail>()
  // Without the key, patients of the trial before would stand under this one until its own have come.
  return <TrialDetail key={detail.trial.trialId} />
}

function TrialDetail() {
  const { detail, search } = useLoaderData<typeof loadTrialDetail>()
  const { caller } = useSession()
  const { trial, officialTitle, summary } = detail
  const { trialId } = trial
  const isOneOf = (roles: readonly Role[]) => caller !== null && roles.includes(caller.role)
  const hasPatients = isOneOf(havePatients)
  const asked = useMemo(
    () => (hasPatients ? loadPossiblePatients(trialId, search) : null),
    [hasPatients, trialId, search],
  )
  const { answer } = useAnswer(asked)
  return (
    <>
      <PageHeading title={trial.title} caption={captionOf(trial)}>
        {detail.isRecruitmentWatched && isOneOf(watchRecruitment) ? (
          <Link to={pathTo.trialRecruitment(trialId)}>Recruitment</Link>
        ) : null}
        {isOneOf(plan) ? <Link to={pathTo.trialFeasibility(trialId)}>Feasibility</Link> : null}
        {isOneOf(readLog) && isOwnSite(detail.sites, caller) ? (
          <Link to={pathTo.delegationLog(trialId)}>Delegation log</Link>
        ) : null}
        <Link to={paths.trials}>All trials</Link>
      </PageHeading>
      <NoOpenSite detail={detail} />
      {hasPatients && trial.openSitesAtHome > 0 ? (
        <PossiblePatientCounts found={answer?.ok ? answer.data : null} isCompared={isComparedWithPatients(trial)} />
      ) : null}
      {trial.isDemonstration ? (
        <p>
          <Tag colour="white">Demonstration trial</Tag>
        </p>
      ) : null}
      {officialTitle === null || officialTitle === trial.title ? null : <p>{officialTitle}</p>}
      {summary === null ? <p>No summary is recorded.</p> : <Paragraphs text={summary} />}
      <div className="app-facts">
        <TrialFacts detail={detail} />
      </div>
      {hasPatients ? <PossiblePatients trial={trial} answer={answer} search={search} /> : null}
      {hasPatients ? <Attrition trialId={trialId} /> : null}
      <TrialCriteria criteria={detail.criteria} />
      <TrialSites sites={detail.sites} />
      <TrialTreatment arms={detail.arms} interventions={detail.interventions} />
      <TrialProvenance detail={detail} />
    </>
  )
}

/** As the contract allows; the server decides again. */
const havePatients: readonly Role[] = ['oncologist', 'nurse']
const watchRecruitment: readonly Role[] = [
  ...havePatients,
  'site-nurse',
  'investigator',
  'trust-lead',
  'national-lead',
  'information-officer',
]
const plan: readonly Role[] = [...havePatients, 'trust-lead', 'national-lead', 'information-officer']

const readLog: readonly Role[] = ['site-nurse', 'investigator', 'administrator']

/** Whether one of the sites is that of the reader's organisation. */
function isOwnSite(sites: readonly TrialSite[], caller: Caller | null): boolean {
  const own = caller?.organisation?.organisationId
  return own !== undefined && sites.some(({ organisation }) => organisation?.organisationId === own)
}

function captionOf({ registryId, acronym }: { registryId: string; acronym: string | null }): string {
  return acronym === null ? registryId : `${registryId}, ${acronym}`
}

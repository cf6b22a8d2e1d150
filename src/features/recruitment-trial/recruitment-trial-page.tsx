import { lazy } from 'react'
import { Link, useLoaderData } from 'react-router'
import type { components } from '#api/schema.ts'
import { paths, pathTo } from '../../data/paths.ts'
import { countText } from '../../format/counts.ts'
import { clinicalDate, proseDate } from '../../format/dates.ts'
import { notKnown } from '../../format/not-known.ts'
import { ChartFrame } from '../../ui/chart-frame.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { RatingTag } from '../../ui/rating-tag.tsx'
import { RecruitmentStatusTag } from '../../ui/recruitment-status-tag.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { chartMonths } from './chart-months.ts'
import { chartSentence } from './chart-sentence.ts'
import { dormancySentences } from './dormancy-sentences.ts'
import type { loadTrialRecruitment } from './load-trial-recruitment.ts'
import { monthColumns, monthRow } from './month-table.ts'
import { RecruitmentSites } from './recruitment-sites.tsx'
import { RecruitmentTargets } from './recruitment-targets.tsx'

type RecruitmentRow = components['schemas']['RecruitmentRow']

/** The chart library is the heaviest part of the page: finding, sentence and table stand before it has come. */
const RecruitmentChart = lazy(async () => ({ default: (await import('./recruitment-chart.tsx')).RecruitmentChart }))

/** One trial's recruitment: the finding, the chart with its numbers, the sites, the targets agreed over time. */
export function RecruitmentTrialPage() {
  const recruitment = useLoaderData<typeof loadTrialRecruitment>()
  const { row, asOf, ratingRule, globalEnrolment, sites, targets } = recruitment
  const months = chartMonths(recruitment)
  return (
    <>
      <PageHeading title={`Recruitment to ${row.title}`} caption={`${row.registryId}, to ${proseDate(asOf)}`}>
        <Link to={pathTo.trial(row.trialId)}>Trial</Link>
        <Link to={paths.recruitment}>All trials</Link>
      </PageHeading>
      {months.length === 0 ? (
        <EmptyState title={row.sentence}>
          <p>There is nothing to draw until a site has opened, a patient has enrolled or a UK target is agreed.</p>
        </EmptyState>
      ) : (
        <ChartFrame
          title={row.sentence}
          sentence={chartSentence(months)}
          columns={monthColumns}
          rows={months.map(monthRow)}
          fileName={`recruitment-${fileWord(row.registryId)}.csv`}
        >
          <RecruitmentChart months={months} label={row.sentence} />
        </ChartFrame>
      )}
      <SummaryList
        rows={[
          { label: 'Status', value: <RecruitmentStatusTag status={row.recruitmentStatus} /> },
          { label: 'Recruited', value: recruitedText(row) },
          { label: 'Agreed UK target', value: row.target === null ? 'No UK target agreed' : countText(row.target) },
          {
            label: 'Time-adjusted ratio',
            value: (
              <>
                <RatingTag rating={row.rating} />
                <br />
                {ratingRule}
              </>
            ),
          },
          { label: 'Last recruit', value: row.recruited === 0 ? 'Nobody yet' : clinicalDate(row.lastRecruitedOn) },
          { label: 'Activity', value: dormancySentences[row.dormancy] },
          {
            label: 'Worldwide enrolment in the registry',
            value: `${globalEnrolment === null ? notKnown : countText(globalEnrolment)}. Shown for information: it is never used for the ratio.`,
          },
        ]}
      />
      <RecruitmentSites sites={sites} />
      <RecruitmentTargets targets={targets} asOf={asOf} />
    </>
  )
}

function recruitedText({ recruited, siteMonthsNotReturned, isOverRecruited }: RecruitmentRow): string | null {
  if (recruited === null) return null
  const count = countText(recruited)
  return [
    siteMonthsNotReturned === 0 ? count : `At least ${count}, because returns are missing`,
    ...(isOverRecruited === true ? ['more than the target has room for'] : []),
  ].join('; ')
}

/** Registry numbers become part of a file name, so only plain characters pass. */
function fileWord(registryId: string): string {
  return registryId.replaceAll(/[^A-Za-z0-9-]/g, '-')
}

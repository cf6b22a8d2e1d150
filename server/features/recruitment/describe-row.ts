import type { components } from '#api/schema.ts'
import { cancerTypeNames } from '#domain/cancer/cancer-type-names.ts'
import type { TrialSummary } from '#domain/recruitment/summarise-trial.ts'
import type { TimeAdjustedRatio } from '#domain/recruitment/time-adjusted-ratio.ts'
import type { RecruitingTrial } from './recruitment-repository.ts'

/** One trial of the overview. */
export function describeRow(trial: RecruitingTrial, summary: TrialSummary): components['schemas']['RecruitmentRow'] {
  const { trialId, registryId, title, recruitmentStatus, cancerTypeIds } = trial
  return {
    trialId,
    registryId,
    title,
    recruitmentStatus,
    cancerTypes: cancerTypeNames(cancerTypeIds),
    target: summary.plan?.target ?? null,
    recruited: summary.toDate.recruited,
    lastRecruitedOn: summary.toDate.lastRecruitedOn,
    rating: describeRating(summary.result),
    dormancy: summary.dormancy,
    isOverRecruited: summary.isOverRecruited,
    siteMonthsNotReturned: summary.toDate.siteMonthsNotReturned,
    sentence: summary.sentence,
  }
}

function describeRating(result: TimeAdjustedRatio): components['schemas']['Rating'] {
  const { kind, words } = result
  switch (kind) {
    case 'rated':
      return { kind, words, ratio: result.ratio, colour: result.rating, expectedToDate: result.expectedToDate }
    case 'tooEarly':
      return { kind, words, ratio: null, colour: 'none', expectedToDate: result.expectedToDate }
    case 'notDue':
    case 'noTarget':
    case 'notReturned':
    case 'datesWrong':
      return { kind, words, ratio: null, colour: 'none', expectedToDate: null }
    default:
      return kind satisfies never
  }
}

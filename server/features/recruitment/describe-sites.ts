import type { components } from '#api/schema.ts'
import type { SiteMonth } from '#domain/recruitment/monthly-actual.ts'
import { sumOfKnown } from '#domain/recruitment/recruitment-series.ts'
import type { RecruitingTrial } from './recruitment-repository.ts'

/** Each site's total, what it returned and what referrals enrolled there. */
export function describeSites(
  trial: RecruitingTrial,
  siteMonths: readonly SiteMonth[],
): components['schemas']['RecruitmentSite'][] {
  return trial.sites.map(({ siteId, name, recruitmentStatus, openedOn }) => {
    const months = siteMonths.filter((month) => month.siteId === siteId)
    const returned = months.filter((month) => month.returned !== null)
    return {
      siteId,
      name,
      recruitmentStatus,
      openedOn,
      recruited: sumOfKnown(months),
      fromReturns: returned.length === 0 ? null : returned.reduce((sum, month) => sum + (month.returned ?? 0), 0),
      fromReferrals: months.reduce((sum, month) => sum + month.enrolledFromReferrals, 0),
      lastReturnMonth:
        returned
          .map(({ month }) => month)
          .toSorted()
          .at(-1) ?? null,
    }
  })
}

import { effectiveStatus, type RecruitmentStatus, recruitmentStatuses } from './recruitment-status.ts'
import type { TrialRecord } from './trial-record.ts'
import type { TrialSite } from './trial-site.ts'

type Recruiting = Pick<TrialRecord, 'recruitmentStatus' | 'cohorts' | 'sites'>

/**
 * Whether patients can be referred to a site in one of the countries.
 * `open`: a site there says that it is open; `openNotConfirmed`: the trial is open and has a site there, but no such
 * site states a status of its own; `notOpen`: a status rules it out or there is no site; `notKnown`: nobody says.
 */
export type Openness = 'open' | 'openNotConfirmed' | 'notOpen' | 'notKnown'

/** Example: `opennessIn(trial, ['GB'])`. Countries are ISO 3166-1 alpha-2 codes. */
export function opennessIn(trial: Recruiting, countryCodes: readonly string[]): Openness {
  const sites = trial.sites.filter(({ country }) => country.code !== null && countryCodes.includes(country.code))
  const open = sites.filter((site) => siteStatus(trial, site) === 'open')
  if (open.some((site) => site.recruitmentStatus !== null)) return 'open'
  if (open.length > 0) return 'openNotConfirmed'
  return sites.some((site) => siteStatus(trial, site) === 'unknown') ? 'notKnown' : 'notOpen'
}

/**
 * True where the trial belongs among the candidates: it is open in one of the countries, confirmed by a site or not.
 * Show `opennessIn` beside it, so that "the site has not said" can be read.
 */
export function isOpenInCountries(trial: Recruiting, countryCodes: readonly string[]): boolean {
  const openness = opennessIn(trial, countryCodes)
  return openness === 'open' || openness === 'openNotConfirmed'
}

/** What a trial states of its recruitment as a whole. */
export type RecruitingTrial = Pick<TrialRecord, 'recruitmentStatus' | 'cohorts'>

/** The most restrictive of trial, site and cohorts; of several cohorts the least restrictive, as any of them will do. */
export function siteStatus(trial: RecruitingTrial, site: Pick<TrialSite, 'recruitmentStatus'>): RecruitmentStatus {
  const cohorts = trial.cohorts.map((cohort) => cohort.recruitmentStatus)
  const bestCohort = recruitmentStatuses.find((status) => cohorts.includes(status)) ?? null
  return effectiveStatus(trial.recruitmentStatus, site.recruitmentStatus, bestCohort)
}

import type { HeldTrial } from '#domain/eligibility/assess-trial.ts'
import { type CaseloadPatient, tallyCaseload } from '#domain/feasibility/caseload-tally.ts'
import { countedOnce, draftWeight, type WeightOf } from '#domain/feasibility/draft-weight.ts'
import { describeFeasibility, type Feasibility } from '#domain/feasibility/feasibility.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Place } from '#domain/trial/distance.ts'
import { siteStatus } from '#domain/trial/openness.ts'
import type { Caller } from '../../http/caller.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import { type HeldTrialSites, homeCountries } from '../../state/held-trial.ts'

export interface FeasibilityQuery {
  readonly state: DemonstrationState
  readonly trial: HeldTrial
  readonly isDraft: boolean
  readonly places: readonly Place[]
  readonly asOf: CalendarDate
  readonly caller: Caller
}

/** How many patients a trial would find at each organisation that has patients. */
export function assessFeasibility({ state, trial, isDraft, places, asOf, caller }: FeasibilityQuery): Feasibility {
  const asker = { role: caller.role, organisationId: caller.organisation?.organisationId ?? null }
  const byOrganisation = Map.groupBy(state.patients.values(), ({ organisationId }) => organisationId)
  const tallyBy = (weightOf: WeightOf) =>
    new Map(
      [...byOrganisation].map(([id, patients]) => [
        id,
        tallyCaseload(
          trial,
          patients.flatMap((patient) => new Array<CaseloadPatient>(weightOf(patient)).fill(patient.forTrial(trial))),
          asOf,
        ),
      ]),
    )
  const weighedTallies = tallyBy(draftWeight(asker))
  const tallies = isDraft ? weighedTallies : tallyBy(countedOnce)
  const organisations = [...state.organisations.values()].filter(({ organisationId }) =>
    byOrganisation.has(organisationId),
  )
  return describeFeasibility({ asOf, trial, tallies, weighedTallies, organisations, places, caller: asker, isDraft })
}

/** The sites in the countries of the service at which the trial takes patients now. */
export function openSites({ record, sites }: HeldTrialSites): readonly Place[] {
  return sites.filter(
    (site) =>
      site.countryCode !== null &&
      homeCountries.includes(site.countryCode) &&
      siteStatus(record, { recruitmentStatus: site.recruitmentStatus }) === 'open',
  )
}

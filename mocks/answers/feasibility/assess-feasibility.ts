import { looksAfter } from '#domain/access/patient-scope.ts'
import type { HeldTrial } from '#domain/eligibility/assess-trial.ts'
import { type CaseloadPatient, tallyCaseload } from '#domain/feasibility/caseload-tally.ts'
import { countedOnce, draftWeight, type WeightOf } from '#domain/feasibility/draft-weight.ts'
import { describeFeasibility, type Feasibility } from '#domain/feasibility/feasibility.ts'
import { groupOf, ownCareOf } from '#domain/feasibility/patient-group.ts'
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
  const care = ownCareOf(caller.role, caller.scope)
  const grouped = [...state.patients.values()].map((patient) => {
    const { patientId, organisationId } = patient
    return { patient, patientId, organisationId, isOwn: care !== null && looksAfter(care, patient) }
  })
  const byGroup = Map.groupBy(grouped, groupOf)
  const tallyBy = (weightOf: WeightOf) =>
    new Map(
      [...byGroup].map(([group, members]) => [
        group,
        tallyCaseload(
          trial,
          members.flatMap((each) => new Array<CaseloadPatient>(weightOf(each)).fill(each.patient.forTrial(trial))),
          asOf,
        ),
      ]),
    )
  const weighedTallies = tallyBy(draftWeight)
  const tallies = isDraft ? weighedTallies : tallyBy(countedOnce)
  const own = care === null ? null : caller.organisation
  const organisations = [...state.organisations.values()].filter(({ organisationId }) => byGroup.has(organisationId))
  return describeFeasibility({ asOf, trial, tallies, weighedTallies, own, organisations, places, isDraft })
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

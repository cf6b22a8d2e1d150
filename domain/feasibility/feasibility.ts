import { type DisclosurePolicy, hesPolicy, weightedPolicy } from '../disclosure/disclosure-policy.ts'
import { isLargeEnough, suppressCount } from '../disclosure/suppress-count.ts'
import type { HeldTrial } from '../eligibility/assess-trial.ts'
import type { CalendarDate } from '../identity/calendar-date.ts'
import { distanceKm, type Place } from '../trial/distance.ts'
import { type AttritionStep, attritionSteps } from './attrition.ts'
import { addTallies, type CaseloadTally, tallyCaseload } from './caseload-tally.ts'
import { type FeasibilityCaller, treatsPatientsOf } from './feasibility-caller.ts'
import { exactCounts, type FeasibilityCounts, notBrokenDown, suppressCounts } from './feasibility-counts.ts'
import { givesStepAway, givesTotalAway } from './feasibility-leak.ts'
import { feasibilityNote } from './feasibility-note.ts'

export interface OrganisationFeasibility extends FeasibilityCounts {
  readonly organisation: NamedOrganisation
  /** The numbers are exact: the caller treats these patients. */
  readonly isOwn: boolean
  /** From 1 to 7 patients in all, of a draft from 0 to 7, so that they are not broken down: the four numbers are null. */
  readonly isTooFew: boolean
  /** Straight line to the nearest open site, or place of a draft; null where either place is not known. */
  readonly distanceKm: number | null
}

interface NamedOrganisation {
  readonly organisationId: string
  readonly code: string
  readonly name: string
}

/** What a trial would find. Named after the contract's schema, field for field. */
export interface Feasibility {
  readonly asOf: CalendarDate
  readonly organisations: OrganisationFeasibility[]
  /** Of the organisations whose numbers are suppressed; null where it would give a hidden number away. */
  readonly total: FeasibilityCounts | null
  /** Patients of the same organisations whose cancer fits or could fit. */
  readonly considered: number | null
  /** Of the same; empty where they would give a hidden number away, or where there are too few to break down. */
  readonly steps: AttritionStep[]
  readonly isSuppressed: boolean
  readonly isTooFew: boolean
  readonly note: string
}

export interface FeasibilityParts {
  readonly asOf: CalendarDate
  readonly trial: HeldTrial
  /** Exact numbers by organisation; an organisation that is left out has nobody. */
  readonly tallies: ReadonlyMap<string, CaseloadTally>
  readonly organisations: readonly (NamedOrganisation & Place)[]
  /** Where the trial takes patients. */
  readonly places: readonly Place[]
  readonly caller: FeasibilityCaller
  /** The tallies are by `draftWeight`, because the caller worded the question. */
  readonly isDraft: boolean
}

/**
 * What may be shown of the numbers. A clinician sees the own organisation exactly. Everything else is suppressed, and
 * total and steps leave the own organisation out: a total over both, less the exact own number, would give others away.
 */
export function describeFeasibility(parts: FeasibilityParts): Feasibility {
  const { asOf, trial, tallies, organisations, places, caller, isDraft } = parts
  const policy = isDraft ? weightedPolicy : hesPolicy
  const nobody = tallyCaseload(trial, [], asOf)
  const rows = organisations.map((each) => {
    const tally = tallies.get(each.organisationId) ?? nobody
    const isOwn = treatsPatientsOf(caller, each.organisationId)
    const isTooFew = !isOwn && !isLargeEnough(tally.considered, policy)
    const counts = exactCounts(tally)
    const shown = isOwn ? counts : isTooFew ? notBrokenDown : suppressCounts(counts, policy)
    return { place: each, tally, isOwn, isTooFew, shown }
  })
  const others = rows.filter(({ isOwn }) => !isOwn)
  const whole = others.map(({ tally }) => tally).reduce(addTallies, nobody)
  const isTooFew = !isLargeEnough(whole.considered, policy)
  const table = { rows: others, policy }
  const total = isTooFew ? null : suppressCounts(exactCounts(whole), policy)
  const shownTotal = total !== null && givesTotalAway({ ...table, total }) ? null : total
  const considered = suppressCount(whole.considered, policy)
  const steps = isTooFew ? [] : attritionSteps(trial.record.criteria, whole).map((step) => suppressStep(step, policy))
  const isLeaking = givesStepAway({ ...table, total: shownTotal, considered, steps, trial })
  return {
    asOf,
    organisations: rows
      .map(({ place, isOwn, isTooFew, shown }) => ({
        organisation: { organisationId: place.organisationId, code: place.code, name: place.name },
        isOwn,
        isTooFew,
        distanceKm: nearest(place, places),
        ...shown,
      }))
      .toSorted(byDistance),
    total: shownTotal,
    considered,
    steps: isLeaking ? [] : steps,
    isSuppressed: true,
    isTooFew,
    note: feasibilityNote(trial.record.criteria, {
      isDraft,
      isTooFew,
      isTotalWithheld: !isTooFew && shownTotal === null,
      areStepsWithheld: isLeaking,
    }),
  }
}

function suppressStep(step: AttritionStep, policy: DisclosurePolicy): AttritionStep {
  const hide = (count: number | null) => (count === null ? null : suppressCount(count, policy))
  return {
    ...step,
    removed: hide(step.removed),
    notYet: hide(step.notYet),
    undecided: hide(step.undecided),
    remaining: hide(step.remaining),
  }
}

function nearest(from: Place, places: readonly Place[]): number | null {
  const known = places.map((place) => distanceKm(from, place)).filter((distance) => distance !== null)
  return known.length === 0 ? null : Math.min(...known)
}

/** A distance that is not known stands behind every known one. */
function byDistance(a: OrganisationFeasibility, b: OrganisationFeasibility): number {
  const far = Number.MAX_VALUE
  return (a.distanceKm ?? far) - (b.distanceKm ?? far) || (a.organisation.code < b.organisation.code ? -1 : 1)
}

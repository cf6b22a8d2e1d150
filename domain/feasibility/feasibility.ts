import { type DisclosurePolicy, hesPolicy, weightedPolicy } from '../disclosure/disclosure-policy.ts'
import { safeTotals } from '../disclosure/safe-totals.ts'
import { isLargeEnough, suppressCount } from '../disclosure/suppress-count.ts'
import type { HeldTrial } from '../eligibility/assess-trial.ts'
import type { CalendarDate } from '../identity/calendar-date.ts'
import { distanceKm, type Place } from '../trial/distance.ts'
import { addTallies, type CaseloadTally, tallyCaseload } from './caseload-tally.ts'
import {
  type CountName,
  countNames,
  exactCounts,
  type FeasibilityCounts,
  mapCounts,
  notBrokenDown,
  suppressCounts,
} from './feasibility-counts.ts'
import { feasibilityNote, stepsNote } from './feasibility-note.ts'
import { ownPatients } from './patient-group.ts'
import { type SuppressedStep, suppressedSteps } from './suppressed-steps.ts'

export interface OrganisationFeasibility extends FeasibilityCounts {
  readonly organisation: NamedOrganisation
  /** The numbers are exact: these patients are in the care of the caller's teams. Another row has the other teams' patients. */
  readonly isOwn: boolean
  /** From 1 to 7 patients in all, of a draft from 0 to 7, so that they are not broken down: the five numbers are null. */
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
  /** Of the organisations whose numbers are suppressed; null where there are too few patients to break down. */
  readonly total: FeasibilityCounts | null
  /** The totals that are left out, because beside these rows they could give a hidden number away: null in `total`. */
  readonly withheldTotals: CountName[]
  /** The totals by patient weight, to stand for those left out; null for a draft, whose totals are by weight. */
  readonly estimate: FeasibilityCounts | null
  /** Patients of the same organisations whose cancer fits or could fit, by patient weight. Null: 0 to 7. */
  readonly considered: number | null
  /** Of the same, by patient weight; empty where there are too few to break down. */
  readonly steps: SuppressedStep[]
  readonly isSuppressed: boolean
  readonly isTooFew: boolean
  readonly note: string
  /** What must be read beside the steps. */
  readonly stepsNote: string
}

export interface FeasibilityParts {
  readonly asOf: CalendarDate
  readonly trial: HeldTrial
  /** By group, everybody counted once, of a draft by `draftWeight`; a group that is left out has nobody. */
  readonly tallies: ReadonlyMap<string, CaseloadTally>
  /** The same, always by `draftWeight`. */
  readonly weighedTallies: ReadonlyMap<string, CaseloadTally>
  /** The caller's, where some of its patients are in the caller's care: they are the group `ownPatients`. */
  readonly own: (NamedOrganisation & Place) | null
  /** Those with patients in the care of others. */
  readonly organisations: readonly (NamedOrganisation & Place)[]
  /** Where the trial takes patients. */
  readonly places: readonly Place[]
  /** The caller worded the question. */
  readonly isDraft: boolean
}

/**
 * What may be shown of the numbers. A clinician sees the patients of the own teams exactly. Everything else is suppressed,
 * and total and steps leave them out: a total over both, less the exact own number, would give others away.
 * Totals stand only where no table of such rows could be worked out from them; in a draft everywhere, because nobody
 * knows how often a patient counts. The steps add up to rows and totals, so they are always by patient weight: numbers
 * that each are safe could otherwise be set against each other. So they say of a stored trial what a draft with the same
 * criteria is answered, and nothing more.
 */
export function describeFeasibility(parts: FeasibilityParts): Feasibility {
  const { asOf, trial, tallies, weighedTallies, own, organisations, places, isDraft } = parts
  const policy = isDraft ? weightedPolicy : hesPolicy
  const nobody = tallyCaseload(trial, [], asOf)
  const groups = [
    ...(own === null ? [] : [{ key: ownPatients, place: own }]),
    ...organisations.map((place) => ({ key: place.organisationId, place })),
  ]
  const rows = groups.map(({ key, place }) => {
    const tally = tallies.get(key) ?? nobody
    const isOwn = key === ownPatients
    const isTooFew = !isOwn && !isLargeEnough(tally.considered, policy)
    const counts = exactCounts(tally)
    const shown = isOwn ? counts : isTooFew ? notBrokenDown : suppressCounts(counts, policy)
    const weighed = weighedTallies.get(key) ?? nobody
    return { place, tally, weighed, isOwn, isTooFew, shown }
  })
  const others = rows.filter(({ isOwn }) => !isOwn)
  const whole = others.map(({ tally }) => tally).reduce(addTallies, nobody)
  const weighedWhole = others.map(({ weighed }) => weighed).reduce(addTallies, nobody)
  const considered = suppressCount(weighedWhole.considered, weightedPolicy)
  const isTooFew = isDraft ? considered === null : isNothingBrokenDown(others)
  const withheldTotals = isTooFew || isDraft ? [] : unsafeTotals(others, policy)
  const totals = suppressCounts(exactCounts(whole), policy)
  const { criteria } = trial.record
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
    total: isTooFew ? null : mapCounts((name) => (withheldTotals.includes(name) ? null : totals[name])),
    withheldTotals,
    estimate: isDraft ? null : suppressCounts(exactCounts(weighedWhole), weightedPolicy),
    considered,
    steps: considered === null ? [] : suppressedSteps(criteria, weighedWhole),
    isSuppressed: true,
    isTooFew,
    note: feasibilityNote(criteria, { isDraft, isTooFew, areTotalsWithheld: withheldTotals.length > 0 }),
    stepsNote: stepsNote(isDraft),
  }
}

interface SuppressedRow {
  readonly shown: FeasibilityCounts
  readonly isTooFew: boolean
}

/** No row shows a number but that of nobody, which the rows themselves say. */
function isNothingBrokenDown(rows: readonly SuppressedRow[]): boolean {
  const isNobody = ({ shown }: SuppressedRow) => countNames.every((name) => shown[name] === 0)
  return rows.some(({ isTooFew }) => isTooFew) && rows.every((row) => row.isTooFew || isNobody(row))
}

function unsafeTotals(rows: readonly SuppressedRow[], policy: DisclosurePolicy): CountName[] {
  const asShown = rows.map(({ shown, isTooFew }) => ({ cells: countNames.map((name) => shown[name]), isTooFew }))
  const isSafe = safeTotals(asShown, policy)
  return countNames.filter((_, column) => isSafe[column] === false)
}

function nearest(from: Place, places: readonly Place[]): number | null {
  const known = places.map((place) => distanceKm(from, place)).filter((distance) => distance !== null)
  return known.length === 0 ? null : Math.min(...known)
}

/** A distance that is not known stands behind every known one, other teams' patients behind the own. */
function byDistance(a: OrganisationFeasibility, b: OrganisationFeasibility): number {
  const far = Number.MAX_VALUE
  return (
    (a.distanceKm ?? far) - (b.distanceKm ?? far) ||
    compare(a.organisation.code, b.organisation.code) ||
    Number(b.isOwn) - Number(a.isOwn)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

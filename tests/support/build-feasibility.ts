import { criterionWith, trialWith } from '#domain/eligibility/sample-trial.ts'
import type { CaseloadTally } from '#domain/feasibility/caseload-tally.ts'
import { describeFeasibility, type Feasibility, type FeasibilityParts } from '#domain/feasibility/feasibility.ts'
import { countNames } from '#domain/feasibility/feasibility-counts.ts'
import { ownPatients } from '#domain/feasibility/patient-group.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'

const asOf: CalendarDate = '2026-06-15'
const adult = criterionWith({ id: 'adult', expr: { op: 'age', unit: 'years', min: 18 } })
const ecog = criterionWith({ id: 'ecog', expr: { op: 'ps', scale: 'ECOG', in: [0, 1] } })
const trial = trialWith({ cancerTypeIds: ['gi-flc'], criteria: [adult, ecog] })
export const place = (index: number, latitude: number | null = 50 + index) => ({
  organisationId: `org-${index}`,
  code: `ZZ10${index}`,
  name: `Hospital ${index}`,
  latitude,
  longitude: latitude === null ? null : 0,
})

/** Patients removed at each of the two criteria for good, and those who remain possible. */
export function tallyOf([first, second, remaining]: readonly [number, number, number]): CaseloadTally {
  const considered = first + second + remaining
  const outcomes = {
    noFailuresFound: remaining,
    needsClinician: 0,
    needsData: 0,
    notYet: 0,
    notMatched: first + second,
  }
  return { considered, outcomes, removed: [first, second], notYet: [0, 0], undecided: [0, 0] }
}

/** A nurse has the patients of the first hospital in care, a lead nobody. */
export type Asker = 'nurse' | 'lead'

export function describeAll(
  numbers: readonly (readonly [number, number, number])[],
  { asker = 'nurse', ...parts }: Partial<FeasibilityParts> & { readonly asker?: Asker } = {},
): Feasibility {
  const hasOwn = asker === 'nurse'
  const tallies = new Map(
    numbers.map((each, index) => [hasOwn && index === 0 ? ownPatients : `org-${index}`, tallyOf(each)]),
  )
  return describeFeasibility({
    asOf,
    trial,
    tallies,
    weighedTallies: tallies,
    own: hasOwn ? place(0) : null,
    organisations: numbers.map((_, index) => place(index)).slice(hasOwn ? 1 : 0),
    places: [{ latitude: 50, longitude: 0 }],
    isDraft: false,
    ...parts,
  })
}

/** Every number of patients in an answer, the caller's own organisation left out. */
export function suppressedNumbers({
  organisations,
  total,
  estimate,
  considered,
  steps,
}: Feasibility): (number | null)[] {
  const rows = [
    ...organisations.filter(({ isOwn }) => !isOwn),
    ...(total === null ? [] : [total]),
    ...(estimate === null ? [] : [estimate]),
  ]
  return [
    considered,
    ...rows.flatMap((row) => countNames.map((name) => row[name])),
    ...steps.flatMap(({ undecided, remaining }) => [undecided, remaining]),
  ]
}

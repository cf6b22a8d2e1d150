import * as v from 'valibot'
import type { components } from '#api/schema.ts'
import { referralStatuses } from '#domain/referral/referral-status.ts'
import type { Sort } from '../../ui/sort-header.tsx'

type PatientFilters = components['schemas']['PatientFilters']
type PatientSort = components['schemas']['PatientSort']

const sorts = ['name', 'bornOn', 'diagnosedOn', 'candidates', 'updated'] as const satisfies readonly PatientSort[]

/** A patient without a live referral. */
export const noReferral = 'none'

export const missingItems = [
  'histology',
  'stage',
  'performanceStatus',
  'biomarkers',
  'bloodCount',
  'kidneyFunction',
  'liverFunction',
  'treatmentHistory',
] as const satisfies readonly components['schemas']['MissingItem'][]

const optional = <Entry extends v.GenericSchema<unknown, string>>(entry: Entry) =>
  v.fallback(v.optional(entry), undefined)
const patientId = v.pipe(v.string(), v.uuid())

/** The filters in the address. Free text about a person is not one of them. */
export const patientSearch = v.object({
  cancerType: optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{2,60}$/))),
  grade: optional(v.picklist(['confirmed', 'possible'])),
  /** `toRead`: with a trial whose criteria are to be read. `incomplete`: with data missing for a trial. */
  candidate: optional(v.picklist(['yes', 'no', 'toRead', 'incomplete'])),
  /** The key of an item, as the list of data gaps names it. */
  undecided: optional(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*(?::[^\p{C}]{1,140})?$/u))),
  referral: v.fallback(v.array(v.picklist([noReferral, ...referralStatuses.map(({ status }) => status)])), []),
  missing: v.fallback(v.array(v.picklist(missingItems)), []),
  sort: v.fallback(v.picklist(sorts), 'name'),
  direction: optional(v.picklist(['ascending', 'descending'])),
  after: optional(patientId),
  before: optional(patientId),
})

export type PatientSearch = v.InferOutput<typeof patientSearch>

/** What the API is asked for: the filters of the address and the free text beside it. What is not set is left out. */
export function patientFilters(search: PatientSearch, text: string | null): PatientFilters {
  const { cancerType, grade, candidate, undecided, referral, missing } = search
  return {
    ...(text === null ? {} : { text }),
    ...(cancerType === undefined ? {} : { cancerTypeId: cancerType }),
    ...(grade === undefined ? {} : { matchGrade: grade }),
    ...candidateFilter[candidate ?? 'any'],
    ...(undecided === undefined ? {} : { undecidedItem: undecided }),
    ...(referral.length === 0 ? {} : { referralStatus: [...new Set(referral)] }),
    ...(missing.length === 0 ? {} : { missing: [...new Set(missing)] }),
  }
}

const candidateFilter: Readonly<Record<'any' | 'yes' | 'no' | 'toRead' | 'incomplete', PatientFilters>> = {
  any: {},
  yes: { hasCandidate: true },
  no: { hasCandidate: false },
  toRead: { hasTrialToRead: true },
  incomplete: { hasDataMissing: true },
}

/** The order of the rows. Names and birthdays run forward; the newest and the most candidate trials come first. */
export function patientOrder({ sort, direction }: Pick<PatientSearch, 'sort' | 'direction'>) {
  return { columnId: sort, direction: direction ?? usualDirection[sort] } satisfies Sort
}

/** The change of the address when a column heading is pressed: another column begins in its usual direction. */
export function orderBy(pressed: Sort, current: Pick<PatientSearch, 'sort'>): Partial<PatientSearch> {
  const sort = sorts.find((one) => one === pressed.columnId)
  if (sort === undefined) return {}
  return directed(sort, sort === current.sort ? pressed.direction : usualDirection[sort])
}

/** The order as the address says it: the usual direction is left out. */
export function directed(sort: PatientSort, direction: Sort['direction']): Partial<PatientSearch> {
  return { sort, direction: direction === usualDirection[sort] ? undefined : direction }
}

/** No filter set; the order stays. */
export const unfiltered: Partial<PatientSearch> = {
  cancerType: undefined,
  grade: undefined,
  candidate: undefined,
  undecided: undefined,
  referral: [],
  missing: [],
  after: undefined,
  before: undefined,
}

const usualDirection = {
  name: 'ascending',
  bornOn: 'ascending',
  diagnosedOn: 'descending',
  candidates: 'descending',
  updated: 'descending',
} as const satisfies Record<PatientSort, Sort['direction']>

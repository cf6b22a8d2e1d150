import type { components } from '#api/schema.ts'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { compareKeys, compareNames } from '../../paging/compare-keys.ts'
import { pageOf, totalOf } from '../../paging/page-of.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import { countCandidates, type HeldPatient } from '../../state/held-patient.ts'
import { patientsLeft } from './patient-filter.ts'
import { patientRow } from './patient-row.ts'

type Schemas = components['schemas']
type Sort = Schemas['PatientSort']

const usualLimit = 50

/** One page of the patients of the own teams. */
export function searchPatients(
  state: DemonstrationState,
  scope: PatientScope,
  { search, asOf }: { readonly search: Schemas['PatientSearch']; readonly asOf: CalendarDate },
): Schemas['PatientPage'] {
  const { filters, sort = 'name', after, before, limit = usualLimit } = search
  const isAscending = (search.direction ?? usualDirection[sort]) === 'ascending'
  const rows = patientsLeft(state, scope, filters)
  const own = patientsLeft(state, scope, {})
  const page = pageOf(
    {
      rows,
      find: (id) => own.find(({ patientId }) => patientId === id),
      idOf: ({ patientId }) => patientId,
      compare: comparisonBy(sort, isAscending, asOf),
    },
    { after, before, limit },
  )
  return {
    items: page.items.map((patient) => patientRow(state, patient, { scope, asOf })),
    total: totalOf(rows),
    next: page.next,
    previous: page.previous,
  }
}

/** Names and birthdays run forward; what is newest or most promising comes first. */
const usualDirection: Readonly<Record<Sort, 'ascending' | 'descending'>> = {
  name: 'ascending',
  bornOn: 'ascending',
  diagnosedOn: 'descending',
  candidates: 'descending',
  updated: 'descending',
}

type Comparison = (a: HeldPatient, b: HeldPatient) => number

function comparisonBy(sort: Sort, isAscending: boolean, asOf: CalendarDate): Comparison {
  const upward = upwardBy(sort, isAscending, asOf)
  const total: Comparison = (a, b) => upward(a, b) || compareKeys(a.patientId, b.patientId)
  return isAscending ? total : (a, b) => total(b, a)
}

/** A date that is not recorded stands after every recorded one, whichever way the list goes. */
function upwardBy(sort: Sort, isAscending: boolean, asOf: CalendarDate): Comparison {
  const notRecorded = isAscending ? '9999-12-31' : ''
  switch (sort) {
    case 'name':
      return (a, b) => compareNames(a.familyName, b.familyName) || compareNames(a.givenName, b.givenName)
    case 'bornOn':
      return (a, b) => compareKeys(a.record.bornOn ?? notRecorded, b.record.bornOn ?? notRecorded)
    case 'diagnosedOn':
      return (a, b) => compareKeys(a.worklist().diagnosedOn ?? notRecorded, b.worklist().diagnosedOn ?? notRecorded)
    case 'candidates':
      return (a, b) => compareCandidates(countCandidates(a, asOf), countCandidates(b, asOf))
    case 'updated':
      return (a, b) => compareKeys(a.updatedAt.getTime(), b.updatedAt.getTime())
    default:
      return sort satisfies never
  }
}

function compareCandidates(a: Schemas['CandidateCounts'], b: Schemas['CandidateCounts']): number {
  return (
    compareKeys(a.noFailuresFound, b.noFailuresFound) ||
    compareKeys(a.needsClinician, b.needsClinician) ||
    compareKeys(a.needsData, b.needsData) ||
    compareKeys(a.toRead, b.toRead)
  )
}

import type { components } from '#api/schema.ts'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import { taxonomy } from '#domain/cancer/taxonomy.ts'
import { compareKeys } from '../../paging/compare-keys.ts'
import { totalOf } from '../../paging/page-of.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldPatient } from '../../state/held-patient.ts'
import { type PatientFilters, patientsLeft, referralStatusesOf } from './patient-filter.ts'

type Counts = components['schemas']['PatientCounts']

/** How many patients each value of each filter would leave. A filter does not narrow its own values. */
export function countPatients(state: DemonstrationState, scope: PatientScope, filters: PatientFilters): Counts {
  const among = (except: keyof PatientFilters) => patientsLeft(state, scope, filters, except)
  const byCancer = among('cancerTypeId')
  const gradeCount = (grade: string) => byCancer.filter((patient) => patient.worklist().matchGrade === grade).length
  return {
    cancerTypes: countCancerTypes(byCancer),
    notRare: gradeCount('none'),
    notRecorded: gradeCount('unknown'),
    referralStatus: countValues(
      among('referralStatus').flatMap(({ patientId }) => referralStatusesOf(state, patientId)),
    ),
    missing: countValues(among('missing').flatMap((patient) => patient.worklist().missing)),
    total: totalOf(patientsLeft(state, scope, filters)),
  }
}

/** In the order of the taxonomy; a type that no patient has is left out. */
function countCancerTypes(patients: readonly HeldPatient[]): Counts['cancerTypes'] {
  const diagnoses = patients.flatMap((patient) => patient.facts().diagnosis ?? [])
  return taxonomy.flatMap(({ id }) => {
    const confirmed = diagnoses.filter(({ exact }) => exact.includes(id)).length
    const inGroup = diagnoses.filter(({ group }) => group.includes(id)).length
    const inPossible = diagnoses.filter(({ possible }) => possible.includes(id)).length
    const found = { cancerTypeId: id, confirmed, possible: inGroup + inPossible }
    return found.confirmed + found.possible === 0 ? [] : [found]
  })
}

function countValues<Value extends string>(values: readonly Value[]): { value: Value; count: number }[] {
  return [...Map.groupBy(values, (value) => value)]
    .map(([value, group]) => ({ value, count: group.length }))
    .toSorted((a, b) => compareKeys(a.value, b.value))
}

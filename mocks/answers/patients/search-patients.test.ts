import { expect, test } from 'vitest'
import { testDay, testInstant } from '../../../tests/support/demonstration-seed.ts'
import { inOrder, type Person, patientSearchCases, people } from '../../../tests/support/patient-search-cases.ts'
import { buildDemonstration } from '../../state/demonstration-state.ts'
import { holdPatient } from '../../state/held-patient.ts'
import { searchPatients } from './search-patients.ts'

const demonstration = buildDemonstration({ now: () => testInstant, patientCount: 10 })
const [model] = demonstration.data.patients
if (!model) throw new Error('The demonstration has no patients.')
const { organisationId, teamId } = model
const scope = { organisationId, teamIds: teamId === null ? [] : [teamId], namedRoles: [], openedPatientIds: [] }

/** The demonstration with these people in place of its own. A mock patient has both numbers, if only blank ones. */
const state = {
  ...demonstration,
  patients: new Map(
    Object.entries(people).map(([name, { nhsNumber, hospitalNumber, ...person }]) => {
      const numbers = { nhsNumber: nhsNumber ?? '', hospitalNumber: hospitalNumber ?? '' }
      return [
        name,
        holdPatient({ ...model, patientId: name, ...person, ...numbers, teamSince: null }, [], demonstration.filledAt),
      ]
    }),
  ),
}

test.each(patientSearchCases)('"%s" finds %j', (typed, found) => {
  const search = { filters: { text: typed }, limit: 100 }
  const { items } = searchPatients(state, scope, { search, asOf: testDay })
  expect(inOrder(items.map(({ patientId }) => patientId as Person))).toEqual(inOrder(found))
})

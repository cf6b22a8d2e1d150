import { expect, test } from 'vitest'
import { looksAfter, namedAs, type PatientScope, type PlacedPatient, relationshipTo } from './patient-scope.ts'

const scope: PatientScope = {
  organisationId: 'own',
  teamIds: ['sarcoma'],
  namedRoles: [{ patientId: 'named', careRole: 'namedNurse' }],
  openedPatientIds: ['opened'],
}
const patient = (parts: Partial<PlacedPatient>) =>
  relationshipTo(scope, { patientId: 'somebody', organisationId: 'own', teamId: null, ...parts })

test('a patient of one of the own teams is related by the team', () => {
  expect(patient({ teamId: 'sarcoma' })).toBe('team')
})

test('a patient of another team, or of none, is nobody to them', () => {
  expect(patient({ teamId: 'thyroid' })).toBeNull()
  expect(patient({ teamId: null })).toBeNull()
})

test('a record that was opened for a reason is open, whatever its team', () => {
  expect(patient({ patientId: 'opened', teamId: 'thyroid' })).toBe('emergencyAccess')
  expect(patient({ patientId: 'opened' })).toBe('emergencyAccess')
})

test('a patient on whom somebody is named is theirs, whatever the team, and one of the own team by the team', () => {
  for (const teamId of ['thyroid', null]) {
    const placed = { patientId: 'named', organisationId: 'own', teamId }
    expect(relationshipTo(scope, placed)).toBe('namedRole')
    expect(looksAfter(scope, placed)).toBe(true)
    expect(namedAs(scope, placed)).toEqual(['namedNurse'])
  }
  expect(patient({ patientId: 'named', teamId: 'sarcoma' })).toBe('team')
  expect(namedAs(scope, { patientId: 'named', organisationId: 'own', teamId: 'sarcoma' })).toEqual([])
  expect(looksAfter(scope, { patientId: 'opened', organisationId: 'own', teamId: 'thyroid' })).toBe(false)
})

test('nothing opens a patient of another organisation', () => {
  expect(patient({ organisationId: 'other', teamId: 'sarcoma' })).toBeNull()
  expect(patient({ organisationId: 'other', patientId: 'opened' })).toBeNull()
  expect(patient({ organisationId: 'other', patientId: 'named' })).toBeNull()
})

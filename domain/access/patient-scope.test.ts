import { expect, test } from 'vitest'
import { type PatientScope, type PlacedPatient, relationshipTo } from './patient-scope.ts'

const scope: PatientScope = { organisationId: 'own', teamIds: ['sarcoma'], openedPatientIds: ['opened'] }
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

test('nothing opens a patient of another organisation', () => {
  expect(patient({ organisationId: 'other', teamId: 'sarcoma' })).toBeNull()
  expect(patient({ organisationId: 'other', patientId: 'opened' })).toBeNull()
})

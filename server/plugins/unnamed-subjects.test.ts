import { expect, test } from 'vitest'
import { noSubjects } from '../audit/audit-event.ts'
import { unnamedSubjects } from './unnamed-subjects.ts'

const named = { ...noSubjects, patientIds: ['p1'], referralIds: ['r1'] }

test('finds a patient whom the answer shows at any depth and the operation did not name', () => {
  const body = { items: [{ patientId: 'p1' }, { inner: [{ patient: { patientId: 'p2' } }] }] }
  expect(unnamedSubjects(body, named)).toEqual(['p2'])
})

test('takes the referral for the patient where the patient’s identifier is kept back', () => {
  const row = (referralId: string) => ({ referralId, patient: { patientId: null } })
  expect(unnamedSubjects({ items: [row('r1'), row('r2')] }, named)).toEqual(['r2'])
})

test('asks for nothing where no patient is shown', () => {
  expect(unnamedSubjects({ items: [{ trialId: 't1' }], total: null }, noSubjects)).toEqual([])
})

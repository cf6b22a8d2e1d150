import type { components } from '#api/schema.ts'

type Schemas = components['schemas']

export const samplePatientId = '00000000-0000-4000-8000-0000000000b1'
export const samplePersonId = '00000000-0000-4000-8000-0000000000c1'

export const sampleAuditedPatient: Schemas['AuditedPatient'] = {
  patientId: samplePatientId,
  name: { familyName: 'Ashdown', givenName: 'Mary', title: 'Mrs' },
  bornOn: '1961-03-04',
  nhsNumber: '9990000018',
  organisation: { organisationId: '00000000-0000-4000-8000-0000000000a1', code: 'ZZ101', name: 'Northmoor Hospital' },
}

export function sampleEvent(more: Partial<Schemas['AuditEvent']> = {}): Schemas['AuditEvent'] {
  return {
    eventId: '00000000-0000-4000-8000-0000000000e1',
    at: '2026-06-15T08:30:00.000Z',
    actor: { accountId: samplePersonId, name: 'Sam Field', role: 'nurse', organisation: 'Northmoor Hospital' },
    action: 'view',
    operation: 'getPatient',
    label: 'Opened the patient record',
    outcome: 'done',
    basis: 'Direct care',
    reason: null,
    patientCount: 1,
    aboutPatientId: samplePatientId,
    trial: null,
    count: null,
    fields: [],
    requestId: null,
    ...more,
  }
}

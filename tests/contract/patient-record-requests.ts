import { randomUUID } from 'node:crypto'
import type { components } from '#api/schema.ts'
import type { ApiSender } from './api-under-test.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

/** What a nurse asks of one patient's record, and what she records in it. */
export function patientRecordRequests(suite: ContractSuite) {
  const patient = async (patientId: string) =>
    (await suite.get('getPatient', suite.nurse, `/patients/${patientId}`)).body as Schemas['Patient']
  return {
    patient,
    items: async (patientId: string) => (await patient(patientId)).items,
    candidates: async (patientId: string) =>
      (await suite.get('listPatientCandidates', suite.nurse, `/patients/${patientId}/candidates`))
        .body as Schemas['CandidateList'],
    record: (patientId: string, body: unknown, key: string = randomUUID(), send: ApiSender = suite.nurse) =>
      suite.ask('recordPatientItem', send, {
        method: 'POST',
        path: `/patients/${patientId}/items`,
        body,
        headers: { 'idempotency-key': key },
      }),
  }
}

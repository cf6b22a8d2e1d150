import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { ApiAnswer, ApiSender } from './api-under-test.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

export function describeAuditRequests(suite: ContractSuite): void {
  let signedIn: Promise<ApiSender> | null = null
  const officer = () => {
    signedIn ??= suite.api.as('privacy-officer')
    return signedIn
  }
  const list = (send: ApiSender, query = '') => suite.get('listAuditEvents', send, `/audit/events${query}`)
  const exported = (send: ApiSender) =>
    suite.ask('exportAuditEvents', send, { method: 'POST', path: '/audit/events/export', body: {} })
  const find = (send: ApiSender, number: string) =>
    suite.ask('findAuditedPatients', send, { method: 'POST', path: '/audit/patients/search', body: { number } })
  const report = (send: ApiSender, patientId: string) =>
    suite.get('getAccessReport', send, `/audit/patients/${patientId}/access-report`)
  const aPatient = async () => {
    const request = { method: 'POST', path: '/patients/search', body: { filters: {}, limit: 1 } } as const
    const page = (await suite.ask('searchPatients', suite.oncologist, request)).body as Schemas['PatientPage']
    const [patient] = page.items
    if (!patient) throw new Error('The oncologist has no patient.')
    return patient
  }

  describe('the access log', () => {
    test('is for privacy officers alone', async () => {
      for (const send of [suite.oncologist, suite.nurse]) {
        const answers = [
          await list(send),
          await exported(send),
          await find(send, '1'),
          await report(send, randomUUID()),
        ]
        expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])
      }
      expect((await list(suite.api.asNobody)).status).toBe(401)
    })

    test('refuses a filter that it does not know', async () => {
      const send = await officer()
      expect((await list(send, '?action=peek')).status).toBe(400)
      expect((await list(send, '?from=2026-02-30')).status).toBe(400)
      expect((await list(send, '?limit=101')).status).toBe(400)
    })

    test('tells who saw a patient, or that it is kept by the server only', async () => {
      const { patientId, nhsNumber } = await aPatient()
      await suite.get('getPatient', suite.nurse, `/patients/${patientId}`)
      const send = await officer()
      const listed = await list(send, `?patientId=${patientId}`)
      const taken = await exported(send)
      const found = await find(send, nhsNumber ?? '')
      const reported = await report(send, patientId)
      if (listed.status === 501) {
        expect([listed, taken, found, reported].map(kindOf)).toEqual(Array(4).fill('urn:problem:not-in-demo'))
        return
      }
      const page = listed.body as Schemas['AuditEventPage']
      expect(page.patient).toMatchObject({ patientId, nhsNumber })
      expect(page.items[0]).toMatchObject({ operation: 'getPatient', outcome: 'done', actor: { role: 'nurse' } })
      expect((taken.body as Schemas['AuditExport']).rows.length).toBeGreaterThan(0)
      const { items } = found.body as Schemas['AuditedPatientList']
      expect(items.map((each) => each.patientId)).toContain(patientId)
      const { entries } = reported.body as Schemas['AccessReport']
      expect(entries.map(({ what }) => what)).toContain('Looked at your record')
    })
  })
}

function kindOf({ body }: ApiAnswer): unknown {
  return (body as Schemas['Problem']).type
}

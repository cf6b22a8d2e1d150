import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { ApiAnswer, ApiSender } from './api-under-test.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

const today = '2026-06-15'
const reason = 'Away for two weeks of leave'

export function describeNamedRoleRequests(suite: ContractSuite): void {
  const named = (send: ApiSender, patientId: string) =>
    suite.get('listNamedRoles', send, `/patients/${patientId}/named-roles`)
  const name = (send: ApiSender, patientId: string, body: object, key = randomUUID()) =>
    suite.ask('addNamedRole', send, {
      method: 'POST',
      path: `/patients/${patientId}/named-roles`,
      body: { careRole: 'namedNurse', startsOn: today, endsOn: null, reason, ...body },
      headers: { 'idempotency-key': key },
    })
  const end = (send: ApiSender, patientId: string, namedRoleId: string) =>
    suite.ask('endNamedRole', send, {
      method: 'POST',
      path: `/patients/${patientId}/named-roles/${namedRoleId}/end`,
      body: { reason: 'Has come back from leave' },
    })
  const membership = (send: ApiSender, teamId: string, accountId: string, isMember: boolean) =>
    isMember
      ? suite.ask('addTeamMember', send, { method: 'POST', path: `/teams/${teamId}/members`, body: { accountId } })
      : suite.ask('endTeamMembership', send, {
          method: 'POST',
          path: `/teams/${teamId}/members/${accountId}/end`,
          body: {},
        })
  const search = async (send: ApiSender) => {
    const asked = { method: 'POST', path: '/patients/search', body: { filters: {}, limit: 100 } } as const
    return (await suite.ask('searchPatients', send, asked)).body as Schemas['PatientPage']
  }
  const record = (send: ApiSender, patientId: string) => suite.get('getPatient', send, `/patients/${patientId}`)
  const pointerOf = ({ body }: ApiAnswer) => (body as Schemas['Problem']).errors?.[0]?.pointer
  const listOf = ({ body }: ApiAnswer) => body as Schemas['NamedRoleList']

  describe('a person named on a patient', () => {
    test('has the patient on the list and can work with the record until the role is ended', async () => {
      const officer = await suite.api.as('information-officer')
      const { items: teams } = (await suite.get('listTeams', officer, '/teams')).body as Schemas['TeamList']
      const team = teams.find((each) => each.name === 'Rare cancer team')
      const accountId = team?.members.find(({ role }) => role === 'nurse')?.accountId ?? ''
      const oncologistId = team?.members.find(({ role }) => role === 'oncologist')?.accountId ?? ''
      // The nurse has not opened this record for a reason, as the first of the list.
      const row = (await search(suite.oncologist)).items.findLast(({ bornOn, nhsNumber }) => bornOn && nhsNumber)
      const patientId = row?.patientId ?? ''
      expect(row?.namedAs).toEqual([])
      const before = listOf(await named(suite.oncologist, patientId))
      expect(before.items).toEqual([])
      expect(before.candidates.find((each) => each.accountId === accountId)?.careRoles).toEqual([
        ...['namedNurse', 'coveringClinician'],
      ])
      await membership(officer, team?.teamId ?? '', accountId, false)
      expect((await search(suite.nurse)).items).toEqual([])
      expect((await named(suite.nurse, patientId)).status).toBe(404)
      expect((await named(officer, patientId)).status).toBe(404)

      expect((await name(suite.nurse, patientId, { accountId })).status).toBe(404)
      expect(pointerOf(await name(suite.oncologist, patientId, { accountId: randomUUID() }))).toBe('/accountId')
      expect(pointerOf(await name(suite.oncologist, patientId, { accountId: oncologistId }))).toBe('/careRole')
      expect(pointerOf(await name(suite.oncologist, patientId, { accountId, startsOn: '2026-06-14' }))).toBe(
        '/startsOn',
      )
      expect(pointerOf(await name(suite.oncologist, patientId, { accountId, endsOn: '2026-06-14' }))).toBe('/endsOn')
      const cover = { accountId, careRole: 'coveringClinician' }
      expect(pointerOf(await name(suite.oncologist, patientId, cover))).toBe('/endsOn')
      const key = randomUUID()
      const made = await name(suite.oncologist, patientId, { accountId }, key)
      expect(made.status).toBe(201)
      expect((await name(suite.oncologist, patientId, { accountId }, key)).body).toEqual(made.body)
      expect((await name(suite.oncologist, patientId, { accountId })).status).toBe(409)
      const [line] = listOf(made).items
      expect(line).toMatchObject({
        ...{ accountId, careRole: 'namedNurse', state: 'current', isHere: true, mayEnd: true, reason, ending: null },
      })

      const listed = (await search(suite.nurse)).items
      expect(listed.map((each) => [each.patientId, each.namedAs])).toEqual([[patientId, ['namedNurse']]])
      expect((await record(suite.nurse, patientId)).body).toMatchObject({
        relationship: { kind: 'namedRole', careRoles: ['namedNurse'], endsAt: null, reasonCode: null },
      })
      expect(listOf(await named(suite.nurse, patientId))).toMatchObject({ items: [{ mayEnd: true }], candidates: [] })
      expect((await name(suite.nurse, patientId, { ...cover, endsOn: '2026-06-30' })).status).toBe(403)
      const papers = { nhsNumber: row?.nhsNumber, bornOn: row?.bornOn, reasonCode: 'adviceAsked', reason }
      const opened = { method: 'POST', path: '/emergency-accesses', body: papers } as const
      const headers = { 'idempotency-key': randomUUID() }
      expect((await suite.ask('openPatientInEmergency', suite.nurse, { ...opened, headers })).body).toEqual({
        ...{ patientId, relationship: 'namedRole', endsAt: null },
      })

      const namedRoleId = line?.namedRoleId ?? ''
      expect((await end(suite.oncologist, patientId, randomUUID())).status).toBe(404)
      const ended = await end(suite.nurse, patientId, namedRoleId)
      expect(listOf(ended).items).toMatchObject([{ state: 'past', mayEnd: false, ending: { endedOn: today } }])
      expect((await end(suite.oncologist, patientId, namedRoleId)).status).toBe(409)
      expect((await record(suite.nurse, patientId)).status).toBe(404)
      expect((await search(suite.nurse)).items).toEqual([])
      await membership(officer, team?.teamId ?? '', accountId, true)
    })

    test('is named by the information officer while no team looks after the patient', async () => {
      const officer = await suite.api.as('information-officer')
      const { items } = (await suite.get('listPatientsWithoutTeam', officer, '/patients/without-team'))
        .body as Schemas['UnassignedPatients']
      const patientId = items[0]?.patientId ?? ''
      const { candidates } = listOf(await named(officer, patientId))
      const oncologist = candidates.find(({ careRoles }) => careRoles.includes('consultantInCharge'))
      const made = await name(officer, patientId, {
        accountId: oncologist?.accountId,
        careRole: 'consultantInCharge',
        endsOn: '2026-06-30',
      })
      expect(listOf(made).items).toMatchObject([{ name: oncologist?.name, endsOn: '2026-06-30', mayEnd: true }])
      const over = await end(officer, patientId, listOf(made).items[0]?.namedRoleId ?? '')
      expect(listOf(over).items).toMatchObject([{ state: 'past' }])
    })
  })
}

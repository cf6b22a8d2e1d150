import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { ApiSender } from './api-under-test.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

const reason = { reasonCode: 'adviceAsked', reason: 'Their team asked for advice' } as const

export function describeCareTeamRequests(suite: ContractSuite): void {
  const listTeams = async (send: ApiSender) =>
    (await suite.get('listTeams', send, '/teams')).body as Schemas['TeamList']
  const createTeam = (send: ApiSender, name: string) =>
    suite.ask('createTeam', send, {
      method: 'POST',
      path: '/teams',
      body: { name },
      headers: { 'idempotency-key': randomUUID() },
    })
  const join = (send: ApiSender, teamId: string, accountId: string) =>
    suite.ask('addTeamMember', send, { method: 'POST', path: `/teams/${teamId}/members`, body: { accountId } })
  const leave = (send: ApiSender, teamId: string, accountId: string) =>
    suite.ask('endTeamMembership', send, {
      method: 'POST',
      path: `/teams/${teamId}/members/${accountId}/end`,
      body: {},
    })
  const assign = (send: ApiSender, patientId: string, body: Schemas['TeamAssignment']) =>
    suite.ask('assignPatientTeam', send, { method: 'PUT', path: `/patients/${patientId}/team`, body })
  const careTeam = (send: ApiSender, patientId: string) =>
    suite.get('getPatientCareTeam', send, `/patients/${patientId}/care-team`)
  const record = (send: ApiSender, patientId: string) => suite.get('getPatient', send, `/patients/${patientId}`)
  const open = (send: ApiSender, body: object) =>
    suite.ask('openPatientInEmergency', send, {
      method: 'POST',
      path: '/emergency-accesses',
      body,
      headers: { 'idempotency-key': randomUUID() },
    })
  const accesses = async (send: ApiSender, query = '') =>
    (await suite.get('listEmergencyAccesses', send, `/emergency-accesses${query}`))
      .body as Schemas['EmergencyAccessPage']
  const review = (send: ApiSender, accessId: string, body: object) =>
    suite.ask('reviewEmergencyAccess', send, { method: 'POST', path: `/emergency-accesses/${accessId}/review`, body })

  describe('clinical teams', () => {
    test('are listed with their members, to the information officer with how many patients they look after', async () => {
      const officer = await suite.api.as('information-officer')
      const { items, clinicians, withoutTeam } = await listTeams(officer)
      expect(items.map(({ name }) => name)).toEqual(['Head and neck clinic', 'Rare cancer team'])
      expect(items.every(({ patients }) => (patients ?? 0) > 0)).toBe(true)
      const members = items.flatMap((team) => team.members.map(({ accountId }) => accountId))
      expect(members.toSorted()).toEqual(clinicians.map(({ accountId }) => accountId).toSorted())
      const seen = await listTeams(suite.nurse)
      const shown = items.map((team) => ({ ...team, patients: null }))
      expect(seen).toEqual({ items: shown, clinicians, withoutTeam: null })
      const waiting = (await suite.get('listPatientsWithoutTeam', officer, '/patients/without-team'))
        .body as Schemas['UnassignedPatients']
      expect(withoutTeam).toBeGreaterThan(0)
      expect([waiting.items.length, waiting.total]).toEqual([withoutTeam, withoutTeam])
    })

    test('have one name each, and clinicians of the hospital as members', async () => {
      const officer = await suite.api.as('information-officer')
      expect((await createTeam(officer, '  Rare Cancer Team ')).status).toBe(409)
      const made = (await createTeam(officer, ' Melanoma clinic ')).body as Schemas['Team']
      expect(made).toMatchObject({ name: 'Melanoma clinic', members: [], patients: 0 })
      expect((await join(officer, made.teamId, randomUUID())).status).toBe(400)
      expect((await join(officer, randomUUID(), randomUUID())).status).toBe(404)
      const [clinician] = (await listTeams(officer)).clinicians
      const joined = await join(officer, made.teamId, clinician?.accountId ?? '')
      expect((joined.body as Schemas['Team']).members).toMatchObject([clinician ?? {}])
      expect((await join(officer, made.teamId, clinician?.accountId ?? '')).body).toEqual(joined.body)
      expect((await leave(officer, made.teamId, clinician?.accountId ?? '')).body).toMatchObject({ members: [] })
      expect((await leave(officer, made.teamId, clinician?.accountId ?? '')).status).toBe(404)
    })
  })

  describe('a patient who is given into the care of another team', () => {
    test('is none of the first team’s any more, is opened for a reason, reviewed, and given back by a member', async () => {
      const officer = await suite.api.as('information-officer')
      const privacy = await suite.api.as('privacy-officer')
      const first = (await listTeams(officer)).items.find(({ name }) => name === 'Rare cancer team')
      const thyroid = (await createTeam(officer, 'Thyroid clinic')).body as Schemas['Team']
      const found = await suite.ask('searchPatients', suite.nurse, {
        method: 'POST',
        path: '/patients/search',
        body: { filters: { referralStatus: ['none'] }, limit: 100 },
      })
      const patient = (found.body as Schemas['PatientPage']).items.find(({ bornOn, nhsNumber }) => bornOn && nhsNumber)
      const patientId = patient?.patientId ?? ''
      const papers = { nhsNumber: patient?.nhsNumber ?? '', bornOn: patient?.bornOn ?? '' }
      const from = first?.teamId ?? ''

      expect((await record(suite.nurse, patientId)).body).toMatchObject({
        ...{ team: { teamId: from, name: 'Rare cancer team' }, relationship: { kind: 'team', endsAt: null } },
      })
      expect((await open(suite.nurse, { ...papers, ...reason })).body).toEqual({
        ...{ patientId, relationship: 'team', endsAt: null },
      })
      expect((await assign(suite.nurse, patientId, { from, teamId: randomUUID() })).status).toBe(400)
      expect((await assign(suite.nurse, patientId, { from: null, teamId: thyroid.teamId })).status).toBe(409)
      expect((await assign(suite.nurse, patientId, { from, teamId: thyroid.teamId })).body).toMatchObject({
        name: 'Thyroid clinic',
      })
      expect((await record(suite.nurse, patientId)).status).toBe(404)
      expect((await careTeam(suite.nurse, patientId)).status).toBe(404)

      expect((await open(suite.nurse, { ...papers, ...reason, nhsNumber: '999 000 0019' })).status).toBe(400)
      expect((await open(suite.nurse, { ...papers, ...reason, bornOn: '1901-01-01' })).status).toBe(404)
      const opened = (await open(suite.nurse, { ...papers, ...reason })).body as Schemas['OpenedPatient']
      expect(opened).toMatchObject({ patientId, relationship: 'emergencyAccess' })
      expect((await record(suite.nurse, patientId)).body).toMatchObject({
        relationship: { kind: 'emergencyAccess', endsAt: opened.endsAt },
      })
      const around = (await careTeam(suite.nurse, patientId)).body as Schemas['PatientCareTeam']
      expect(around).toMatchObject({ team: { name: 'Thyroid clinic' }, members: [] })
      expect(around.accesses).toMatchObject([{ role: 'nurse', endsAt: opened.endsAt, reasonCode: 'adviceAsked' }])
      expect((await assign(suite.nurse, patientId, { from: thyroid.teamId, teamId: from })).status).toBe(409)

      const { items } = await accesses(privacy)
      expect(items).toMatchObject([{ patient: { patientId }, ...reason, review: null }])
      const accessId = items[0]?.accessId ?? ''
      const judged = { outcome: 'justified', note: 'Confirmed by the thyroid clinic' }
      expect((await review(privacy, accessId, judged)).body).toMatchObject({ accessId, review: judged })
      expect((await review(privacy, accessId, judged)).status).toBe(409)
      expect((await review(privacy, randomUUID(), judged)).status).toBe(404)
      expect((await accesses(privacy)).items).toEqual([])
      expect((await accesses(privacy, '?reviewed=all')).items).toHaveLength(1)

      const nurse = (await listTeams(officer)).clinicians.find(({ role }) => role === 'nurse')?.accountId ?? ''
      await join(officer, thyroid.teamId, nurse)
      expect((await assign(suite.nurse, patientId, { from: thyroid.teamId, teamId: from })).status).toBe(200)
      await leave(officer, thyroid.teamId, nurse)
      expect((await record(suite.nurse, patientId)).body).toMatchObject({ relationship: { kind: 'team' } })
    })
  })
}

import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { components } from '#api/schema.ts'
import { roles } from '#domain/access/role.ts'
import { openTestApp, type Send, type TestApp } from '../../tests/support/build-app.ts'
import { expectProblem } from '../../tests/support/expect-problem.ts'
import type { Contract } from './contract.ts'

type Schemas = components['schemas']

const contract = parse(readFileSync(new URL('../../api/openapi.yaml', import.meta.url), 'utf8')) as Contract

/** Bodies that fit, so that a request gets as far as the question of who asks. */
const bodies: Readonly<Record<string, object>> = {
  searchPatients: { filters: {} },
  countPatients: {},
  recordPatientItem: {
    kind: 'assertion',
    category: 'medicines-reviewed',
    assertedOn: '2026-06-15',
    source: 'Clinic letter',
  },
  createReferral: { patientId: randomUUID(), trialId: randomUUID() },
  saveReferralDraft: { siteId: null, withheldItemIds: [], message: '' },
  sendReferral: {
    siteId: randomUUID(),
    withheldItemIds: [],
    message: '',
    agreement: { agreedOn: '2026-06-15', how: 'video' },
  },
  moveReferral: { to: 'received' },
  exportAuditEvents: {},
  findAuditedPatients: { number: '999 000 0018' },
  createOrganisation: { code: 'ZZ097', name: 'An organisation' },
  createAccount: {
    name: 'A',
    email: 'a@zz001.example',
    role: 'privacy-officer',
    organisationId: null,
    password: 'twelve letters',
  },
}

/** Signing out everywhere comes last, because nobody is signed in after it. */
const guarded = Object.entries(contract.paths)
  .flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { security }]) => security?.length !== 0)
      .map(([method, operation]) => ({ id: operation.operationId, path, method, allowed: operation['x-roles'] ?? [] })),
  )
  .toSorted((one, other) => Number(one.id === 'endAllSessions') - Number(other.id === 'endAllSessions'))

let app: TestApp

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

function ask(send: Send, { id, path, method }: (typeof guarded)[number]) {
  const payload = bodies[id]
  return send({
    method: method.toUpperCase() as 'GET',
    url: `/api${path.replace(/\{\w+\}/g, () => randomUUID())}`,
    headers: { 'if-match': '"1"', 'idempotency-key': randomUUID() },
    ...(payload ? { payload } : {}),
  })
}

test('only signing in, setting up, the signs of life and the register of releases are open to everybody', () => {
  const open = Object.values(contract.paths)
    .flatMap((methods) => Object.values(methods))
    .filter(({ security }) => security?.length === 0)
    .map(({ operationId }) => operationId)
  expect(open.toSorted()).toEqual([
    'chooseRole',
    'createFirstAdministrator',
    'getHealth',
    'getReady',
    'getSession',
    'getSessionExpiry',
    'getSingleSignOn',
    'giveSecondFactor',
    'listReleases',
    'recoverAccount',
    'signIn',
    'signOut',
  ])
})

test.each(guarded)('$id is refused to somebody who is not signed in', async (operation) => {
  expectProblem(await ask(app.send, operation), { status: 401, kind: 'not-signed-in', remedy: 'Sign in' })
})

test.each(roles.map(({ role }) => role))(
  'the role %s may call what the contract gives it, and nothing else',
  async (role) => {
    const send = await app.signInAs(role)
    for (const operation of guarded) {
      const answer = await ask(send, operation)
      const isRefused = answer.statusCode === 403 && answer.body.includes('Your role does not include this.')
      expect(isRefused, `${role} ${operation.id}: ${answer.body.slice(0, 200)}`).toBe(!operation.allowed.includes(role))
      if (isRefused) expectProblem(answer, { status: 403, kind: 'not-allowed', remedy: 'Ask an administrator' })
      else expect(answer.statusCode, answer.body.slice(0, 200)).toBeLessThan(500)
    }
  },
)

test('who has seen a patient is for privacy officers, and they see nothing else of patients', () => {
  const ofLog = guarded.filter(({ path }) => path.startsWith('/audit/'))
  expect(ofLog).toHaveLength(4)
  for (const { id, allowed } of ofLog) expect(allowed, id).toEqual(['privacy-officer'])
})

test('patients are for those who treat them: no lead, officer or administrator, and no site', () => {
  const ofTeams = ['listPatientsWithoutTeam', 'assignPatientTeam', 'listNamedRoles', 'addNamedRole', 'endNamedRole']
  const ofPatients = guarded.filter(
    ({ id, path }) => path.includes('patient') && !path.startsWith('/audit/') && !ofTeams.includes(id),
  )
  expect(ofPatients).toHaveLength(18)
  for (const { id, allowed } of ofPatients) expect(allowed, id).toEqual(['oncologist', 'nurse'])
})

describe('a clinician', () => {
  const patientsOf = async (send: Send) => {
    const payload = { filters: {}, limit: 100 }
    return (await send({ method: 'POST', url: '/api/patients/search', payload })).json<Schemas['PatientPage']>().items
  }

  test('finds the patients of the own organisation and of no other', async () => {
    const here = await patientsOf(await app.signInAs('nurse', 'ZZ001'))
    const there = await patientsOf(await app.signInAs('nurse', 'ZZ002'))
    expect(here.length).toBeGreaterThan(0)
    expect(there.length).toBeGreaterThan(0)
    const ids = new Set(here.map(({ patientId }) => patientId))
    expect(there.filter(({ patientId }) => ids.has(patientId))).toEqual([])
  })

  test('hears the same of a patient of another organisation as of nobody', async () => {
    const nurse = await app.signInAs('nurse', 'ZZ001')
    const theirs = (await patientsOf(await app.signInAs('nurse', 'ZZ002')))[0]?.patientId ?? ''
    const trials = await nurse({ method: 'GET', url: '/api/trials' })
    const trialId = trials.json<Schemas['TrialPage']>().items[0]?.trialId ?? ''
    const told = async (patientId: string) => {
      const answers = await Promise.all([
        nurse({ method: 'GET', url: `/api/patients/${patientId}` }),
        nurse({ method: 'GET', url: `/api/patients/${patientId}/candidates` }),
        nurse({ method: 'GET', url: `/api/patients/${patientId}/trials/${trialId}` }),
        nurse({
          method: 'POST',
          url: '/api/referrals',
          headers: { 'idempotency-key': randomUUID() },
          payload: { patientId, trialId },
        }),
      ])
      return answers.map((answer) => ({ ...expectProblem(answer, { status: 404, kind: 'not-found' }), requestId: '' }))
    }
    expect(await told(theirs)).toEqual(await told(randomUUID()))
  })

  test('sees on a trial the own patients only', async () => {
    const nurse = await app.signInAs('nurse', 'ZZ001')
    const own = new Set<string>()
    for (let after: string | null = null; ; ) {
      const payload = { filters: {}, limit: 100, ...(after ? { after } : {}) }
      const answer = await nurse({ method: 'POST', url: '/api/patients/search', payload })
      const page: Schemas['PatientPage'] = answer.json()
      for (const { patientId } of page.items) own.add(patientId)
      if (page.next === null) break
      after = page.next
    }
    const { items } = (await nurse({ method: 'GET', url: '/api/trials?limit=100' })).json<Schemas['TrialPage']>()
    const shown: string[] = []
    for (const { trialId } of items) {
      const answer = await nurse({ method: 'GET', url: `/api/trials/${trialId}/patients?limit=100` })
      shown.push(...answer.json<Schemas['TrialPatientPage']>().items.map(({ patientId }) => patientId))
    }
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.filter((id) => !own.has(id))).toEqual([])
  })
})

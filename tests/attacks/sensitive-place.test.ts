import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp, type Send, type TestApp } from '../support/build-app.ts'
import { testInstant } from '../support/demonstration-seed.ts'

type Schemas = components['schemas']

let app: TestApp
let nurse: Send

beforeAll(async () => {
  app = await openTestApp()
  nurse = await app.signInAs('nurse')
})
afterAll(() => app.close())

const get = async <Body>(url: string): Promise<Body> => (await nurse({ method: 'GET', url: `/api${url}` })).json<Body>()

/** All that says where the patient is treated: the hospital, sites marked as it, and distances. */
async function placesTold(patientId: string) {
  const { organisation, team, consultant, referrals, items } = await get<Schemas['Patient']>(`/patients/${patientId}`)
  const whole = await Promise.all(
    referrals.map(({ referralId }) => get<Schemas['Referral']>(`/referrals/${referralId}`)),
  )
  const list = await get<Schemas['CandidateList']>(`/patients/${patientId}/candidates`)
  const listed = [...list.candidates, ...list.baskets, ...list.notMatched]
  const path = `/patients/${patientId}/trials/${listed[0]?.trialId}`
  const now = await get<Schemas['TrialVerdict']>(path)
  const past = await get<Schemas['TrialVerdict']>(`${path}?at=${encodeURIComponent(testInstant.toISOString())}`)
  const all = [...listed, now.candidate, past.candidate]
  return {
    trials: listed.length,
    hospital: organisation?.name ?? null,
    hospitalsOfReferrals: namesOf(
      [...referrals, ...whole.map(({ referral }) => referral)].map((row) => row.fromOrganisation?.name),
    ),
    hospitalsOfSteps: namesOf(
      whole.flatMap(({ events }) =>
        events.filter(({ role }) => role !== 'investigator' && role !== 'site-nurse').map((step) => step.organisation),
      ),
    ),
    toCall: {
      team: team?.name,
      consultant,
      referrers: referrals.map(({ referrer }) => referrer),
      sites: referrals.map(({ site }) => site?.name),
    },
    sources: namesOf(items.map(({ source }) => source)),
    ownSites: all.flatMap(({ sites }) => sites.filter(({ isOwnOrganisation }) => isOwnOrganisation)).length,
    distances: all.flatMap(({ sites }) => sites.filter(({ distanceKm }) => distanceKm !== null)).length,
    ownSiteReasons: all.flatMap(({ because }) => because.filter(({ step }) => step === 'ownSite')).length,
  }
}

const namesOf = (names: readonly (string | null | undefined)[]) => [...new Set(names.flatMap((name) => name ?? []))]

test('whoever opens a sensitive record from outside its team is told of no hospital and no site by its nearness', async () => {
  const search = {
    method: 'POST',
    url: '/api/patients/search',
    payload: { filters: { hasCandidate: true, referralStatus: ['sent', 'received', 'pre-screening', 'approached'] } },
  } as const
  const [row] = (await nurse(search)).json<Schemas['PatientPage']>().items
  if (row === undefined) throw new Error('The nurse has no patient with a trial and a referral.')
  const { patientId, nhsNumber, bornOn } = row
  const before = await placesTold(patientId)
  expect(before.hospital).not.toBeNull()
  const { toCall, sources, hospitalsOfReferrals, hospitalsOfSteps } = before
  expect(Math.min(before.trials, before.ownSiteReasons, before.distances, sources.length)).toBeGreaterThan(0)
  expect([hospitalsOfReferrals, hospitalsOfSteps]).toEqual([[before.hospital], [before.hospital]])

  const wishes = await nurse({ method: 'GET', url: `/api/patients/${patientId}/wishes` })
  const flagged = await nurse({
    method: 'POST',
    url: `/api/patients/${patientId}/wishes/sensitive-flag`,
    payload: { isSensitive: true, reason: 'As the national service says' },
    headers: { 'idempotency-key': randomUUID(), 'if-match': String(wishes.headers.etag) },
  })
  expect(flagged.statusCode, flagged.body).toBe(201)
  const inTeam = await placesTold(patientId)
  expect(inTeam).toMatchObject({
    hospital: before.hospital,
    hospitalsOfReferrals,
    ownSites: before.ownSites,
    distances: 0,
  })

  await app.database.db.updateTable('patient').set({ team_id: null }).where('patient_id', '=', patientId).execute()
  expect((await nurse({ method: 'GET', url: `/api/patients/${patientId}` })).statusCode).toBe(404)
  const opened = await nurse({
    method: 'POST',
    url: '/api/emergency-accesses',
    payload: { nhsNumber, bornOn, reasonCode: 'adviceAsked', reason: 'Asked for advice by telephone' },
    headers: { 'idempotency-key': randomUUID() },
  })
  expect(opened.json()).toMatchObject({ patientId, relationship: 'emergencyAccess' })
  expect(await placesTold(patientId)).toEqual({
    trials: before.trials,
    hospital: null,
    ownSites: 0,
    distances: 0,
    ownSiteReasons: 0,
    hospitalsOfReferrals: [],
    hospitalsOfSteps: [],
    // Whom to call, and what a value rests on: without them nobody can act safely.
    toCall: { ...toCall, team: undefined },
    sources,
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { countCandidateTrials } from '#domain/eligibility/candidate-counts.ts'
import { countOutcomes } from '#domain/eligibility/count-outcomes.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'

type Schemas = components['schemas']

let app: TestApp

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const get = async <Body>(send: Send, url: string): Promise<Body> => (await send({ method: 'GET', url })).json<Body>()

async function allPatients(send: Send): Promise<readonly Schemas['PatientRow'][]> {
  const rows: Schemas['PatientRow'][] = []
  let after: string | null = null
  do {
    const payload = { filters: {}, limit: 100, ...(after === null ? {} : { after }) }
    const answer = await send({ method: 'POST', url: '/api/patients/search', payload })
    const page = answer.json<Schemas['PatientPage']>()
    rows.push(...page.items)
    after = page.next
  } while (after !== null)
  return rows
}

/** Every patient of one organisation on the three pages. */
async function compare(nurse: Send) {
  const byTrial = new Map<string, Schemas['Outcome'][]>()
  const seen = { patients: 0, notMatched: 0, notMatchedBaskets: 0 }
  for (const row of await allPatients(nurse)) {
    const list = await get<Schemas['CandidateList']>(nurse, `/api/patients/${row.patientId}/candidates`)
    const own = [...list.candidates, ...list.notMatched]
    expect(row.candidates, row.patientId).toEqual(countCandidateTrials(own))
    expect(own.filter(({ outcome }) => outcome === 'notMatched')).toEqual(list.notMatched)
    for (const { trialId, outcome } of [...own, ...list.baskets])
      byTrial.set(trialId, [...(byTrial.get(trialId) ?? []), outcome])
    seen.patients += 1
    seen.notMatched += list.notMatched.length
    seen.notMatchedBaskets += list.baskets.filter(({ outcome }) => outcome === 'notMatched').length
  }
  for (const [trialId, outcomes] of byTrial) {
    const { counts } = await get<Schemas['TrialPatientPage']>(nurse, `/api/trials/${trialId}/patients?limit=1`)
    expect(counts, trialId).toEqual(countOutcomes(outcomes))
  }
  return seen
}

test('of every patient the worklist, the patient page and the pages of the trials count the same outcomes', async () => {
  const nurse = await app.signInAs('nurse')
  const { db } = app.database
  const { caller } = await get<Schemas['Session']>(nurse, '/api/session')
  const organisations = await db.selectFrom('organisation').select('organisation_id').execute()
  const total = { patients: 0, notMatched: 0, notMatchedBaskets: 0 }
  for (const { organisation_id } of organisations) {
    // Not every hospital of the demonstration has staff: one nurse goes round.
    await db
      .updateTable('account')
      .set({ organisation_id })
      .where('account_id', '=', caller?.accountId ?? '')
      .execute()
    await sql`
      insert into team_member (membership_id, team_id, account_id, since)
      select gen_random_uuid(), team_id, ${caller?.accountId}, '2026-01-01' from team
      where organisation_id = ${organisation_id}
      on conflict do nothing`.execute(db)
    const seen = await compare(nurse)
    total.patients += seen.patients
    total.notMatched += seen.notMatched
    total.notMatchedBaskets += seen.notMatchedBaskets
  }
  const all = await db
    .selectFrom('patient')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('team_id', 'is not', null)
    .executeTakeFirstOrThrow()
  expect(total.patients).toBe(all.count)
  // Both sorts are there, so that neither is compared with nothing.
  expect(Math.min(total.notMatched, total.notMatchedBaskets)).toBeGreaterThan(0)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
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

const ownTrials = ({ candidates, notMatched }: Schemas['CandidateList']) => [...candidates, ...notMatched]

test.each(['ZZ001', 'ZZ002'])(
  'of every patient of %s, the worklist, the patient page and the pages of the trials count the same outcomes',
  async (organisation) => {
    const nurse = await app.signInAs('nurse', organisation)
    const rows = await allPatients(nurse)
    expect(rows.length).toBeGreaterThan(20)
    const byTrial = new Map<string, Schemas['Outcome'][]>()
    let [baskets, notMatched] = [0, 0]
    for (const row of rows) {
      const list = await get<Schemas['CandidateList']>(nurse, `/api/patients/${row.patientId}/candidates`)
      const own = ownTrials(list)
      expect(row.candidates, row.patientId).toEqual(countOutcomes(own.map(({ outcome }) => outcome)))
      expect(own.filter(({ outcome }) => outcome === 'notMatched')).toEqual(list.notMatched)
      for (const { trialId, outcome } of [...own, ...list.baskets])
        byTrial.set(trialId, [...(byTrial.get(trialId) ?? []), outcome])
      baskets += list.baskets.filter(({ outcome }) => outcome === 'notMatched').length
      notMatched += list.notMatched.length
    }
    // Both sorts are there, so that neither is compared with nothing.
    expect(Math.min(baskets, notMatched)).toBeGreaterThan(0)
    for (const [trialId, outcomes] of byTrial) {
      const { counts } = await get<Schemas['TrialPatientPage']>(nurse, `/api/trials/${trialId}/patients?limit=1`)
      expect(counts, trialId).toEqual(countOutcomes(outcomes))
    }
  },
)

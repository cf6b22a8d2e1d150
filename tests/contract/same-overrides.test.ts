import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { generateDemonstration } from '../../mocks/data/generate-demonstration.ts'
import { testDay } from '../support/demonstration-seed.ts'
import type { ApiSender } from './api-under-test.ts'
import { bothApisAs } from './both-apis.ts'

type Schemas = components['schemas']

describe('the mocks take a clinician’s verdict as the server does', () => {
  const { mocks, server } = bothApisAs('nurse')

  /** Sets and withdraws on one API, and returns every answer without what is made anew each time. */
  async function story(send: ApiSender, patientId: string, trialId: string): Promise<readonly unknown[]> {
    const path = `/patients/${patientId}/trials/${trialId}`
    const shown = (await send({ method: 'GET', path })).body as Schemas['TrialVerdict']
    const answers: unknown[] = [shown]
    for (const { criterionId, cohort, basis, verdict } of shown.criteria.slice(0, 3)) {
      const wanted = verdict === 'met' ? 'notMet' : 'met'
      const body = { criterionId, cohort, basis, verdict: wanted, reason: 'Seen in clinic today', replaces: null }
      const headers = () => ({ 'idempotency-key': randomUUID() })
      const set = await send({ method: 'POST', path: `${path}/overrides`, body, headers: headers() })
      const again = await send({ method: 'POST', path: `${path}/overrides`, body, headers: headers() })
      const overrideId = (set.body as Schemas['TrialVerdict']).overrideHistory[0]?.overrideId
      const list = await send({ method: 'GET', path: `/patients/${patientId}/candidates` })
      const counts = await send({ method: 'GET', path: `/trials/${trialId}/patients?limit=100` })
      answers.push(set, again, list, counts)
      if (criterionId === shown.criteria[0]?.criterionId) continue
      const withdrawal = { method: 'POST', path: `${path}/overrides/${overrideId}/withdrawal` } as const
      answers.push(await send({ ...withdrawal, body: { reason: 'Seen again, it was not so' } }))
      answers.push(await send({ ...withdrawal, body: { reason: 'Seen again, it was not so' } }))
    }
    // The verdict on the first criterion still stands.
    const attrition = await send({ method: 'GET', path: `/trials/${trialId}/attrition` })
    return [...answers, attrition].map(withoutNew)
  }

  test('those that the demonstration begins with, in the answer and in the lists', async () => {
    const { overrides } = generateDemonstration({ asOf: testDay })
    const standing: (number | undefined)[] = []
    for (const { patientId, trialId } of overrides) {
      const paths = [`/patients/${patientId}/trials/${trialId}`, `/patients/${patientId}/candidates`]
      const [answer, ...lists] = await Promise.all(paths.map((path) => mocks({ method: 'GET', path })))
      const [verdict, ...others] = await Promise.all(paths.map((path) => server({ method: 'GET', path })))
      expect([answer, ...lists]).toEqual([verdict, ...others])
      standing.push((answer?.body as Schemas['TrialVerdict'] | undefined)?.standingOverrides.length)
    }
    expect(standing).toEqual([1, 1, 1, 0, 0])
  })

  test('criterion by criterion: the verdict, its history, the candidates, the trial’s patients and the refusals', async () => {
    const search = { filters: { referralStatus: ['none'] }, sort: 'candidates', limit: 4 }
    const { items } = (await mocks({ method: 'POST', path: '/patients/search', body: search }))
      .body as Schemas['PatientPage']
    for (const { patientId } of items) {
      const list = (await mocks({ method: 'GET', path: `/patients/${patientId}/candidates` }))
        .body as Schemas['CandidateList']
      for (const { trialId } of [...list.candidates, ...list.baskets, ...list.notMatched].slice(0, 2)) {
        expect(await story(mocks, patientId, trialId)).toEqual(await story(server, patientId, trialId))
      }
    }
    expect(items).toHaveLength(4)
  })
})

/**
 * Identifiers and instants are made anew by each API, and which of several changes is the newest cannot be told while the
 * clock stands still; everything else must be the same.
 */
function withoutNew(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer, (key, value) =>
      ['overrideId', 'change', 'at', 'requestId', 'etag'].includes(key) ? null : value,
    ),
  )
}

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { behindRatings } from '#domain/recruitment/recruitment-flags.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

export function describeTrialRequests(suite: ContractSuite): void {
  test('lists and shows trials, open and closed', async () => {
    const { body } = await suite.get('listTrials', suite.oncologist, '/trials?limit=100')
    const page = body as Schemas['TrialPage']
    expect(page.items.length).toBeGreaterThanOrEqual(24)
    expect(page.items.some(({ recruitmentStatus }) => recruitmentStatus !== 'open')).toBe(true)
    const trialId = page.items.find(({ recruitmentStatus }) => recruitmentStatus === 'open')?.trialId
    const trial = await suite.get('getTrial', suite.oncologist, `/trials/${trialId}`)
    expect((trial.body as Schemas['Trial']).criteria.length).toBeGreaterThan(0)
    const watched = (await suite.get('listRecruitment', suite.oncologist, '/recruitment'))
      .body as Schemas['RecruitmentOverview']
    const isWatched = watched.items.some((row) => row.trialId === trialId)
    expect((trial.body as Schemas['Trial']).isRecruitmentWatched).toBe(isWatched)
    expect((await suite.get('listTrialPatients', suite.oncologist, `/trials/${trialId}/patients`)).status).toBe(200)
    expect((await suite.get('getTrial', suite.oncologist, `/trials/${randomUUID()}`)).status).toBe(404)
  })

  test('refuses a misspelt filter instead of ignoring it', async () => {
    const { status, body } = await suite.get('listTrials', suite.oncologist, '/trials?statuss=open')
    expect(status).toBe(400)
    expect((body as Schemas['Problem']).detail).toContain('statuss')
  })

  test('counts for a lead the trials behind target that the recruitment overview then lists', async () => {
    for (const role of ['trust-lead', 'national-lead'] as const) {
      const lead = await suite.api.as(role)
      const { tiles } = (await suite.get('getHome', lead, '/home')).body as Schemas['Home']
      const { items } = (await suite.get('listRecruitment', lead, '/recruitment'))
        .body as Schemas['RecruitmentOverview']
      // What the tile's link keeps of the list: these ratings.
      const ratings: readonly string[] = behindRatings
      const listed = items.filter(({ rating }) => ratings.includes(rating.colour))
      expect(tiles.find(({ tile }) => tile === 'trialsBehindTarget')?.count, role).toBe(listed.length)
      expect(listed.length).toBeGreaterThan(0)
      expect(listed.length).toBeLessThan(items.length)
    }
  })
}

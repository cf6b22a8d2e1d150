import { describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { outcomes } from '#domain/eligibility/outcome-label.ts'
import { countOf } from '../../src/features/trial-detail/possible-patient-filters.ts'
import type { ApiSender } from './api-under-test.ts'
import { bothApisAs } from './both-apis.ts'

type Schemas = components['schemas']
type Outcome = Schemas['Outcome']

describe.each(['oncologist', 'nurse'] as const)('the possible patients that a trial counts for the %s', (role) => {
  const both = bothApisAs(role)

  test.each(['mocks', 'server'] as const)('are those that it lists, of every trial, for the %s', async (which) => {
    const send: ApiSender = (request) => both[which](request)
    const { items: trials } = (await send({ method: 'GET', path: '/trials?limit=100' })).body as Schemas['TrialPage']
    const leftOut: number[] = []
    for (const { trialId, registryId } of trials) {
      const { counts, items } = await listOf(send, trialId, null)
      expect(items, `${registryId}, nothing chosen`).toHaveLength(countOf(counts, {}))
      leftOut.push(items.filter(({ outcome }) => outcome === 'notMatched').length)
      for (const asked of outcomes.filter((outcome) => counts[outcome] > 0)) {
        const listed = (await listOf(send, trialId, asked)).items.map(({ outcome }) => outcome)
        expect(listed, `${registryId}, ${asked}`).toEqual(Array.from({ length: counts[asked] }, () => asked))
      }
    }
    expect(leftOut).toEqual(trials.map(() => 0))
    expect(trials.length).toBeGreaterThanOrEqual(24)
  })
})

describe('a national lead, who has no patients', () => {
  const both = bothApisAs('national-lead')

  test.each(['mocks', 'server'] as const)('is told neither a count nor a name by the %s', async (which) => {
    const { items } = (await both[which]({ method: 'GET', path: '/trials?limit=100' })).body as Schemas['TrialPage']
    for (const { trialId } of items) {
      expect((await both[which]({ method: 'GET', path: `/trials/${trialId}/patients` })).status).toBe(403)
    }
  })
})

/** All pages of the patients of a trial, and the counts that came with the first. */
async function listOf(send: ApiSender, trialId: string, asked: Outcome | null) {
  const query = asked === null ? '' : `&outcome=${asked}`
  const pageAfter = async (after: string) =>
    (await send({ method: 'GET', path: `/trials/${trialId}/patients?limit=100${query}${after}` }))
      .body as Schemas['TrialPatientPage']
  const { counts, items, next: second } = await pageAfter('')
  for (let after = second; after !== null; ) {
    const page = await pageAfter(`&after=${after}`)
    items.push(...page.items)
    after = page.next
  }
  return { counts, items }
}

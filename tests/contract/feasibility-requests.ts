import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

export function describeFeasibilityRequests(suite: ContractSuite): void {
  test('says how many patients each criterion of a trial removes and cannot decide', async () => {
    const { items } = (await suite.get('listTrials', suite.oncologist, '/trials?limit=100'))
      .body as Schemas['TrialPage']
    let considered = 0
    for (const { trialId, criteriaTotal } of items) {
      const path = `/trials/${trialId}/attrition`
      const attrition = (await suite.get('getTrialAttrition', suite.oncologist, path)).body as Schemas['Attrition']
      expect(attrition.steps).toHaveLength(criteriaTotal)
      const removed = attrition.steps.reduce((sum, step) => sum + (step.removed ?? Number.NaN), 0)
      expect(removed + (attrition.steps.at(-1)?.remaining ?? Number.NaN)).toBe(attrition.considered)
      considered += attrition.considered ?? 0
    }
    expect(considered).toBeGreaterThan(items.length)
    const unknown = `/trials/${randomUUID()}/attrition`
    expect((await suite.get('getTrialAttrition', suite.oncologist, unknown)).status).toBe(404)
    const lead = await suite.api.as('national-lead')
    const { trialId } = items[0] ?? { trialId: randomUUID() }
    expect((await suite.get('getTrialAttrition', lead, `/trials/${trialId}/attrition`)).status).toBe(403)
  })
}

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

const reason = 'Looked at again with the patient this morning'

/** What clinicians' verdicts do to numbers of patients. What is set is withdrawn again. */
export function describeOverrideCountRequests(suite: ContractSuite): void {
  const pathOf = ({ patientId, trialId }: Pair) => `/patients/${patientId}/trials/${trialId}`
  const own = async <Body>(operationId: Parameters<ContractSuite['get']>[0], path: string) =>
    (await suite.get(operationId, suite.oncologist, path)).body as Body
  const verdictOf = (pair: Pair) => own<Schemas['TrialVerdict']>('getPatientTrialVerdict', pathOf(pair))

  /** The caller's own patients by outcome, which three answers give; fails where they differ. */
  async function countsOf(trialId: string): Promise<Schemas['OutcomeCounts']> {
    const { counts } = await own<Schemas['TrialPatientPage']>('listTrialPatients', `/trials/${trialId}/patients`)
    const found = await own<Schemas['Feasibility']>('getTrialFeasibility', `/trials/${trialId}/feasibility`)
    const { noFailuresFound, needsClinician, needsData, notYet, notMatched } = counts
    expect(found.organisations.find(({ isOwn }) => isOwn)).toMatchObject({
      possible: noFailuresFound,
      toRead: needsClinician,
      needsData,
      notYet,
      notMatched,
    })
    const attrition = await own<Schemas['Attrition']>('getTrialAttrition', `/trials/${trialId}/attrition`)
    expect(attrition.considered).toBe(noFailuresFound + needsClinician + needsData + notYet + notMatched)
    expect(attrition.steps.at(-1)?.remaining).toBe(noFailuresFound + needsClinician + needsData)
    return counts
  }

  async function set(pair: Pair, criterionId: string, verdict: 'met' | 'notMet'): Promise<string> {
    const judged = (await verdictOf(pair)).criteria.find((each) => each.criterionId === criterionId)
    const answer = await suite.ask('overrideVerdict', suite.oncologist, {
      method: 'POST',
      path: `${pathOf(pair)}/overrides`,
      body: { criterionId, cohort: judged?.cohort, basis: judged?.basis, verdict, reason, replaces: null },
      headers: { 'idempotency-key': randomUUID() },
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return (answer.body as Schemas['TrialVerdict']).overrideHistory[0]?.overrideId ?? ''
  }

  async function withdraw(pair: Pair, overrideId: string): Promise<void> {
    const path = `${pathOf(pair)}/overrides/${overrideId}/withdrawal`
    const answer = await suite.ask('withdrawOverride', suite.oncologist, { method: 'POST', path, body: { reason } })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }

  /** A pair of which the software says `outcome`, of a trial that asks the same of everybody it takes. */
  async function pairWith(outcome: Schemas['Outcome']): Promise<Pair> {
    const body = { filters: { referralStatus: ['none'] }, sort: 'candidates', limit: 50 }
    const search = { method: 'POST', path: '/patients/search', body } as const
    const page = (await suite.ask('searchPatients', suite.oncologist, search)).body as Schemas['PatientPage']
    for (const { patientId } of page.items) {
      const list = await own<Schemas['CandidateList']>('listPatientCandidates', `/patients/${patientId}/candidates`)
      for (const { trialId, ...candidate } of [...list.candidates, ...list.notMatched]) {
        if (candidate.outcome !== outcome || candidate.diagnosisGrade !== 'exact' || candidate.cohort !== null) continue
        const { criteria } = await verdictOf({ patientId, trialId })
        if (criteria.every(({ basis }) => basis !== null)) return { patientId, trialId }
      }
    }
    throw new Error(`No patient has a trial without cohorts of which the outcome is ${outcome}.`)
  }

  test('whom a clinician rules out is counted so among possible patients, in the attrition and in the feasibility', async () => {
    const pair = await pairWith('needsData')
    const { criteria } = await verdictOf(pair)
    const hard = criteria.find((each) => each.class === 'hard')
    const before = await countsOf(pair.trialId)
    const overrideId = await set(pair, hard?.criterionId ?? '', 'notMet')
    expect(await countsOf(pair.trialId)).toEqual({
      ...before,
      needsData: before.needsData - 1,
      notMatched: before.notMatched + 1,
    })
    await withdraw(pair, overrideId)
    expect(await countsOf(pair.trialId)).toEqual(before)
  })

  test('whom the software rules out and a clinician does not is counted so in each of them', async () => {
    const pair = await pairWith('notMatched')
    const before = await countsOf(pair.trialId)
    const failed = (await verdictOf(pair)).criteria.filter((each) => each.verdict === 'notMet')
    expect(failed.length).toBeGreaterThan(0)
    const overrideIds: string[] = []
    for (const { criterionId } of failed) overrideIds.push(await set(pair, criterionId, 'met'))
    const after = await countsOf(pair.trialId)
    expect(after.notMatched).toBe(before.notMatched - 1)
    expect(after.notYet).toBe(before.notYet)
    for (const overrideId of overrideIds) await withdraw(pair, overrideId)
    expect(await countsOf(pair.trialId)).toEqual(before)
  })
}

interface Pair {
  readonly patientId: string
  readonly trialId: string
}

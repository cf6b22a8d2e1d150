import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { outcomes } from '#domain/eligibility/outcome-label.ts'
import type { ApiAnswer, ApiSender } from './api-under-test.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

const reason = 'The repeat sample of this morning is above the limit'

/**
 * Clinicians' verdicts in place of the software's. What is set is withdrawn again, so that later requests find the same.
 * They run after the requests for changes, which tell one change from the next by its instant: the clock stands still here.
 */
export function describeOverrideRequests(suite: ContractSuite): void {
  const pathOf = ({ patientId, trialId }: Pair) => `/patients/${patientId}/trials/${trialId}`
  const verdictOf = async (pair: Pair, send: ApiSender = suite.nurse) =>
    (await suite.get('getPatientTrialVerdict', send, pathOf(pair))).body as Schemas['TrialVerdict']
  const set = (pair: Pair, body: object, { key = randomUUID() as string, send = suite.oncologist } = {}) =>
    suite.ask('overrideVerdict', send, {
      method: 'POST',
      path: `${pathOf(pair)}/overrides`,
      body,
      headers: { 'idempotency-key': key },
    })
  const withdraw = (pair: Pair, overrideId: string, body: object = { reason }, send: ApiSender = suite.nurse) =>
    suite.ask('withdrawOverride', send, {
      method: 'POST',
      path: `${pathOf(pair)}/overrides/${overrideId}/withdrawal`,
      body,
    })

  async function worklist(limit: number): Promise<readonly Schemas['PatientRow'][]> {
    const body = { filters: {}, sort: 'candidates', limit }
    const answer = await suite.ask('searchPatients', suite.nurse, { method: 'POST', path: '/patients/search', body })
    return (answer.body as Schemas['PatientPage']).items
  }

  /** Whether a clinician's verdict counts in any of the patient's trials, and in any of those with the best outcome. */
  async function marksOf({ patientId, candidates }: Schemas['PatientRow']) {
    const { body } = await suite.get('listPatientCandidates', suite.nurse, `/patients/${patientId}/candidates`)
    const list = body as Schemas['CandidateList']
    const best = outcomes.findLast((outcome) => (candidates?.[outcome] ?? 0) > 0)
    const set = [...list.candidates, ...list.notMatched].filter(({ criteria }) => criteria.setByClinician > 0)
    return { best: set.some(({ outcome }) => outcome === best), any: set.length > 0 }
  }

  /** How the answer to a pair has changed. */
  async function changesOf({ patientId, trialId }: Pair): Promise<readonly Schemas['ScreeningChange'][]> {
    const { body } = await suite.get('listPatientChanges', suite.nurse, `/patients/${patientId}/changes`)
    const { items } = body as Schemas['PatientChanges']
    return items.find(({ trial }) => trial.trialId === trialId)?.changes ?? []
  }

  /** The patient as the trial lists those of an outcome. */
  async function possibleOf({ patientId, trialId }: Pair, outcome: Schemas['Outcome']) {
    const path = `/trials/${trialId}/patients?outcome=${outcome}&limit=100`
    const { items } = (await suite.get('listTrialPatients', suite.nurse, path)).body as Schemas['TrialPatientPage']
    return items.find((each) => each.patientId === patientId)
  }

  async function firstPair(): Promise<{ pair: Pair; wanted: Schemas['NewOverride'] }> {
    const { patientId, candidate } = await suite.firstPatientWithCandidate()
    const pair = { patientId, trialId: candidate.trialId }
    return { pair, wanted: await firstOf(pair) }
  }

  /** That the first criterion of a trial is not met. */
  async function firstOf(pair: Pair): Promise<Schemas['NewOverride']> {
    const [criterion] = (await verdictOf(pair)).criteria
    if (!criterion?.basis) throw new Error('The trial has no criterion that can be set.')
    const { criterionId, cohort, basis } = criterion
    return { criterionId, cohort, basis, verdict: 'notMet', reason, replaces: null }
  }

  test('a verdict is set once, counts in every list, and is taken back by a colleague with a reason', async () => {
    const { pair, wanted } = await firstPair()
    const before = await verdictOf(pair)
    const key = randomUUID()
    const first = await set(pair, wanted, { key })
    expect(first.status, JSON.stringify(first.body)).toBe(201)
    expect((await set(pair, wanted, { key })).body).toEqual(first.body)

    const verdict = first.body as Schemas['TrialVerdict']
    const [criterion, was] = [verdict, before].map(({ criteria }) =>
      criteria.find(({ criterionId }) => criterionId === wanted.criterionId),
    )
    expect(criterion).toMatchObject({
      verdict: was?.verdict,
      override: { verdict: 'notMet', reason, role: 'oncologist', softwareVerdict: was?.verdict, state: 'active' },
    })
    expect(verdict.candidate.criteria.setByClinician).toBe(1)
    expect(verdict.candidate.outcomeLabel).toMatch(/, with 1 verdict set by a clinician$/)
    expect(verdict.candidate.outcome).toMatch(/notMatched|notYet/)
    expect(await verdictOf(pair, suite.oncologist)).toEqual(verdict)
    const list = (await suite.get('listPatientCandidates', suite.nurse, `/patients/${pair.patientId}/candidates`))
      .body as Schemas['CandidateList']
    const listed = [...list.candidates, ...list.notMatched].find(({ trialId }) => trialId === pair.trialId)
    expect({ ...listed, change: null }).toEqual({ ...verdict.candidate, change: null })
    const { outcome } = verdict.candidate
    expect((await possibleOf(pair, outcome))?.isSetByClinician).toBe(true)
    const byClinician = { to: outcome, cause: 'override', isSetByClinician: true }
    expect(await changesOf(pair)).toContainEqual(expect.objectContaining(byClinician))

    const overrideId = criterion?.override?.overrideId ?? ''
    const { criterionId, cohort } = wanted
    expect(verdict.standingOverrides).toEqual([
      { criterionId, cohort, criterionText: criterion?.text, ...criterion?.override },
    ])
    const withdrawn = await withdraw(pair, overrideId)
    expect(withdrawn.status, JSON.stringify(withdrawn.body)).toBe(200)
    const after = withdrawn.body as Schemas['TrialVerdict']
    // What is told as news stays told until it has been seen.
    expect({ ...after.candidate, change: null }).toEqual({ ...before.candidate, change: null })
    expect(after.criteria).toEqual(before.criteria)
    expect(after.standingOverrides).toEqual([])
    const back = { to: before.candidate.outcome, cause: 'override', isSetByClinician: false }
    expect(await changesOf(pair)).toContainEqual(expect.objectContaining(back))
    expect((await possibleOf(pair, before.candidate.outcome))?.isSetByClinician).toBe(false)
    expect(after.overrideHistory.slice(0, 2)).toMatchObject([
      { overrideId, action: 'withdrawn', role: 'nurse', criterionId: wanted.criterionId },
      { overrideId, action: 'set', role: 'oncologist', verdict: 'notMet', reason, criterionText: criterion?.text },
    ])
  })

  test('the worklist marks whoever has the best outcome with a clinician’s verdict, and nobody else', async () => {
    const first = await worklist(40)
    const marks = new Set<boolean>()
    for (const row of first) {
      expect(row.isSetByClinician, row.patientId).toBe((await marksOf(row)).best)
      marks.add(row.isSetByClinician)
    }
    expect([...marks].sort()).toEqual([false, true])

    // A clinician rules out one trial of several: what is best is software's finding still.
    const patient = first.find(({ candidates, isSetByClinician }) => !isSetByClinician && countOpen(candidates) > 1)
    if (patient === undefined) throw new Error('No patient has two trials that nothing known stops.')
    const { patientId } = patient
    const { body } = await suite.get('listPatientCandidates', suite.nurse, `/patients/${patientId}/candidates`)
    const trialId = (body as Schemas['CandidateList']).candidates[0]?.trialId ?? ''
    const pair = { patientId, trialId }
    const verdict = (await set(pair, await firstOf(pair))).body as Schemas['TrialVerdict']
    const row = (await worklist(100)).find((each) => each.patientId === patientId)
    if (row === undefined) throw new Error('The patient is not on the first page of the worklist.')
    expect(await marksOf(row)).toEqual({ best: false, any: true })
    expect(row.isSetByClinician).toBe(false)
    expect((await withdraw(pair, verdict.overrideHistory[0]?.overrideId ?? '')).status).toBe(200)
  })

  test('nobody overwrites a colleague unseen', async () => {
    const { pair, wanted } = await firstPair()
    const first = (await set(pair, wanted)).body as Schemas['TrialVerdict']
    const standing = first.overrideHistory[0]?.overrideId ?? ''
    expectConflict(await set(pair, { ...wanted, verdict: 'met' }, { send: suite.nurse }), standing)
    const second = (await set(pair, { ...wanted, replaces: standing })).body as Schemas['TrialVerdict']
    const newer = second.overrideHistory[0]?.overrideId ?? ''
    expectConflict(await withdraw(pair, standing), newer)
    expect((await withdraw(pair, newer)).status).toBe(200)
    expectConflict(await withdraw(pair, newer), null)
  })

  test('refuses what was judged on other data or wording, what has no reason, and a criterion that is not there', async () => {
    const { pair, wanted } = await firstPair()
    const refused = async (body: object) => {
      const answer = await set(pair, body)
      const { type, errors = [] } = answer.body as Schemas['Problem']
      return [answer.status, type, ...errors.map(({ pointer }) => pointer)]
    }
    expect(await refused({ ...wanted, basis: 'something else' })).toEqual([409, 'urn:problem:basis-changed'])
    expect(await refused({ ...wanted, criterionId: 'none' })).toEqual([
      400,
      'urn:problem:no-such-criterion',
      '/criterionId',
    ])
    for (const poor of ['', 'Too short', '         9         ']) {
      expect(await refused({ ...wanted, reason: poor })).toEqual([400, 'urn:problem:invalid-request', '/reason'])
    }
    expect(await refused({ ...wanted, verdict: 'unknown' })).toEqual([400, 'urn:problem:invalid-request', '/verdict'])
  })

  test('is for those who treat the patient', async () => {
    const { pair, wanted } = await firstPair()
    const elsewhere = await suite.api.as('oncologist', 'ZZ002')
    expect((await set(pair, wanted, { send: elsewhere })).status).toBe(404)
    expect((await withdraw(pair, randomUUID(), { reason }, elsewhere)).status).toBe(404)
    expect((await withdraw(pair, randomUUID())).status).toBe(404)
    for (const role of ['investigator', 'trust-lead', 'administrator'] as const) {
      const other = await suite.api.as(role)
      expect((await set(pair, wanted, { send: other })).status, role).toBe(403)
      expect((await withdraw(pair, randomUUID(), { reason }, other)).status, role).toBe(403)
    }
  })
}

/** How many trials nothing known stops. */
function countOpen(candidates: Schemas['CandidateCounts'] | null): number {
  if (candidates === null) return 0
  return candidates.noFailuresFound + candidates.needsClinician + candidates.needsData
}

interface Pair {
  readonly patientId: string
  readonly trialId: string
}

/** `standing`: the verdict that stands and is told of; null where none does. */
function expectConflict({ status, body }: ApiAnswer, standing: string | null): void {
  const { type, currentOverride } = body as Schemas['Problem']
  expect([status, type]).toEqual([409, 'urn:problem:override-conflict'])
  if (standing === null) expect(currentOverride).toBeNull()
  else expect(currentOverride).toMatchObject({ overrideId: standing })
}

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { ApiSender } from './api-under-test.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

const reason = 'The repeat sample of this morning is above the limit'

/**
 * Nobody is told as news what they did themselves; their colleagues are, each time of the last of it. These requests run
 * last of those about patients: they move the clock on before every change, and leave a value behind.
 */
export function describeOwnDoingRequests(suite: ContractSuite): void {
  /** Everything that tells somebody of changes: the list, its counts, the tile of the home page and the patient's cards. */
  const toldTo = async (send: ApiSender, patientId: string) => {
    const list = (await suite.get('listCandidateChanges', send, '/changes?limit=200'))
      .body as Schemas['CandidateChangePage']
    const home = (await suite.get('getHome', send, '/home')).body as Schemas['Home']
    const found = (await suite.get('listPatientCandidates', send, `/patients/${patientId}/candidates`))
      .body as Schemas['CandidateList']
    const cards = [...found.candidates, ...found.baskets, ...found.notMatched, ...found.noLongerOffered]
    return {
      items: list.items.filter(({ patient }) => patient.patientId === patientId),
      listed: list.items.map(({ changeId }) => changeId).toSorted(),
      counted: Object.values(list.counts).reduce((sum, count) => sum + count),
      onTile: home.tiles.find(({ tile }) => tile === 'candidateChanges')?.count ?? null,
      onCards: cards.flatMap(({ change }) => change?.changeIds ?? []).toSorted(),
    }
  }
  /** Of what was not told before, nothing is told now; what one's own doing has overtaken may have gone. */
  const expectNothingNew = (now: Told, before: Told) => {
    expect(now.listed.filter((id) => !before.listed.includes(id))).toEqual([])
    expect(now.onCards.filter((id) => !before.onCards.includes(id))).toEqual([])
    expect([now.counted, now.onTile]).toEqual([now.listed.length, now.listed.length])
  }
  const changesOf = async (send: ApiSender, patientId: string) => {
    const path = `/patients/${patientId}/changes`
    const { items } = (await suite.get('listPatientChanges', send, path)).body as Schemas['PatientChanges']
    return items.flatMap(({ trial, changes }) => changes.map((change) => ({ ...trial, ...change })))
  }

  test('a verdict that is set or withdrawn is news to colleagues, and not to whoever did it', async () => {
    const { patientId, candidate } = await suite.firstPatientWithCandidate()
    const path = `/patients/${patientId}/trials/${candidate.trialId}`
    const { criteria } = (await suite.get('getPatientTrialVerdict', suite.nurse, path)).body as Schemas['TrialVerdict']
    const [criterion] = criteria
    if (!criterion?.basis) throw new Error('The first candidate has no criterion that can be set.')
    const { criterionId, cohort, basis } = criterion
    const [author, colleague] = [await toldTo(suite.oncologist, patientId), await toldTo(suite.nurse, patientId)]
    const kindsTold = ({ items }: Told) =>
      items.filter(({ trial }) => trial.trialId === candidate.trialId).map(({ kind }) => kind)
    suite.api.passMinute()
    const set = await suite.ask('overrideVerdict', suite.oncologist, {
      method: 'POST',
      path: `${path}/overrides`,
      body: { criterionId, cohort, basis, verdict: 'notMet', reason, replaces: null },
      headers: { 'idempotency-key': randomUUID() },
    })
    const verdict = set.body as Schemas['TrialVerdict']
    expect(verdict.candidate.outcome).toMatch(/notMatched|notYet/)
    const toldAuthor = await toldTo(suite.oncologist, patientId)
    expectNothingNew(toldAuthor, author)
    const told = await toldTo(suite.nurse, patientId)
    expect(kindsTold(told)).toEqual(['noLongerMatches'])
    expect(told.listed).toHaveLength(colleague.listed.length + 1 - kindsTold(colleague).length)
    expect([told.counted, told.onTile]).toEqual([told.listed.length, told.listed.length])
    expect(told.onCards).toEqual(expect.arrayContaining(told.items.map(({ changeId }) => changeId)))

    suite.api.passMinute()
    await suite.ask('withdrawOverride', suite.nurse, {
      method: 'POST',
      path: `${path}/overrides/${verdict.overrideHistory[0]?.overrideId}/withdrawal`,
      body: { reason },
    })
    // Whoever takes a verdict back knows how things stand, and is told of neither; yet the verdict was not looked at for that.
    const toldWithdrawer = await toldTo(suite.nurse, patientId)
    expectNothingNew(toldWithdrawer, colleague)
    expect(kindsTold(toldWithdrawer)).toEqual([])
    const history = (await changesOf(suite.nurse, patientId)).filter(({ trialId }) => trialId === candidate.trialId)
    expect(history.slice(0, 2)).toMatchObject([
      { kind: 'nowMayFit', cause: 'override', isSeen: true },
      { kind: 'noLongerMatches', cause: 'override', isSeen: false },
    ])
    // What the nurse had not read of other trials is still to be read.
    expect(toldWithdrawer.listed).toEqual(
      colleague.listed.filter((id) => !history.some(({ changeId }) => changeId === id)),
    )
    expect(kindsTold(await toldTo(suite.oncologist, patientId))).toEqual(['nowMayFit'])
  })

  test('a verdict that is set and taken back before anybody looked is told as the patient may fit, and once', async () => {
    const { patientId, candidate } = await suite.firstPatientWithCandidate()
    const path = `/patients/${patientId}/trials/${candidate.trialId}`
    const { criteria } = (await suite.get('getPatientTrialVerdict', suite.nurse, path)).body as Schemas['TrialVerdict']
    const [criterion] = criteria
    if (!criterion?.basis) throw new Error('The first candidate has no criterion that can be set.')
    const { criterionId, cohort, basis } = criterion
    suite.api.passMinute()
    const set = await suite.ask('overrideVerdict', suite.oncologist, {
      method: 'POST',
      path: `${path}/overrides`,
      body: { criterionId, cohort, basis, verdict: 'notMet', reason, replaces: null },
      headers: { 'idempotency-key': randomUUID() },
    })
    suite.api.passMinute()
    await suite.ask('withdrawOverride', suite.oncologist, {
      method: 'POST',
      path: `${path}/overrides/${(set.body as Schemas['TrialVerdict']).overrideHistory[0]?.overrideId}/withdrawal`,
      body: { reason },
    })
    const told = await toldTo(suite.nurse, patientId)
    const ofTrial = told.items.filter(({ trial }) => trial.trialId === candidate.trialId)
    expect(ofTrial.map(({ kind }) => kind)).toEqual(['nowMayFit'])
    expect([told.counted, told.onTile]).toEqual([told.listed.length, told.listed.length])
    const fallen = (await suite.get('listCandidateChanges', suite.nurse, '/changes?kind=noLongerMatches&limit=200'))
      .body as Schemas['CandidateChangePage']
    expect(fallen.items).toHaveLength(fallen.counts.noLongerMatches)
    expect(
      fallen.items.filter(
        ({ patient, trial }) => patient.patientId === patientId && trial.trialId === candidate.trialId,
      ),
    ).toEqual([])

    // Marked by its one line of the list, the pair is news no longer: what was overtaken does not come back.
    const changeIds = ofTrial.map(({ changeId }) => changeId)
    await suite.ask('markChangesSeen', suite.nurse, { method: 'POST', path: '/changes/seen', body: { changeIds } })
    const left = await toldTo(suite.nurse, patientId)
    expect(left.listed).toEqual(told.listed.filter((id) => !changeIds.includes(id)))
    expect([left.counted, left.onTile]).toEqual([left.listed.length, left.listed.length])
    const { change } = ((await suite.get('getPatientTrialVerdict', suite.nurse, path)).body as Schemas['TrialVerdict'])
      .candidate
    expect(change).toBeNull()
  })

  test('a value that is recorded is news to colleagues, and not to whoever recorded it', async () => {
    const { patientId } = await suite.firstPatientWithCandidate()
    const [author, colleague] = [await toldTo(suite.nurse, patientId), await toldTo(suite.oncologist, patientId)]
    const known = new Set((await changesOf(suite.nurse, patientId)).map(({ changeId }) => changeId))
    suite.api.passMinute()
    const recorded = await suite.ask('recordPatientItem', suite.nurse, {
      method: 'POST',
      path: `/patients/${patientId}/items`,
      body: bedbound,
      headers: { 'idempotency-key': randomUUID() },
    })
    expect(recorded.status, JSON.stringify(recorded.body)).toBe(201)
    const toldAuthor = await toldTo(suite.nurse, patientId)
    expectNothingNew(toldAuthor, author)
    const [own, others] = await Promise.all(
      [suite.nurse, suite.oncologist].map(async (send) =>
        (await changesOf(send, patientId)).filter(({ changeId }) => !known.has(changeId)),
      ),
    )
    expect(own?.length).toBeGreaterThan(0)
    for (const change of own ?? []) expect(change).toMatchObject({ cause: 'patient', isSeen: true })
    for (const change of others ?? []) expect(change).toMatchObject({ cause: 'patient', isSeen: false })
    const changed = new Set((own ?? []).map(({ trialId }) => trialId))
    const untouched = author.items.filter(({ trial }) => !changed.has(trial.trialId))
    expect(toldAuthor.items).toEqual(untouched)
    const told = await toldTo(suite.oncologist, patientId)
    expect(told.listed.filter((id) => !colleague.listed.includes(id)).length).toBeGreaterThan(0)
    expect(told.onTile).toBe(told.counted)
  })
}

type Told = {
  readonly items: Schemas['CandidateChangePage']['items']
  readonly listed: readonly string[]
  readonly counted: number
  readonly onTile: number | null
  readonly onCards: readonly string[]
}

const bedbound = {
  kind: 'observation',
  observationKind: 'performance-status',
  code: 'ECOG',
  value: 4,
  unit: null,
  lowerLimit: null,
  upperLimit: null,
  observedOn: '2026-06-15',
  source: 'Clinic letter',
}

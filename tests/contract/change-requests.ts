import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { changeKinds, newsKinds } from '#domain/eligibility/news-kinds.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

const nobody = '00000000-0000-4000-8000-000000000000'

export function describeChangeRequests(suite: ContractSuite): void {
  const list = async (send: ContractSuite['oncologist'], query: string) =>
    (await suite.get('listCandidateChanges', send, `/changes${query}`)).body as Schemas['CandidateChangePage']
  const mark = (send: ContractSuite['oncologist'], changeIds: readonly string[]) =>
    suite.ask('markChangesSeen', send, { method: 'POST', path: '/changes/seen', body: { changeIds } })

  test('pages through what has changed, the newest first, without losing or repeating a change', async () => {
    const ids: string[] = []
    const instants: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: Schemas['CandidateChangePage'] = await list(suite.nurse, `?limit=3${after && `&after=${after}`}`)
      ids.push(...page.items.map(({ changeId }) => changeId))
      instants.push(...page.items.map(({ at }) => at))
      after = page.next
    }
    const { counts } = await list(suite.nurse, '?limit=1')
    expect(ids).toHaveLength(Object.values(counts).reduce((sum, count) => sum + count))
    expect(new Set(ids).size).toBe(ids.length)
    expect(instants).toEqual(instants.toSorted().toReversed())
    expect(ids.length).toBeGreaterThan(5)
  })

  test('lists one kind and one trial, each with a reason', async () => {
    for (const kind of changeKinds) {
      const { items, counts } = await list(suite.nurse, `?kind=${kind}&limit=200`)
      expect(items.length, kind).toBeGreaterThan(0)
      if (kind !== 'other') expect(items).toHaveLength(counts[kind])
      for (const item of items) {
        expect(item.kind).toBe(kind)
        expect(item.because.length).toBeGreaterThan(0)
      }
      const trialId = items[0]?.trial.trialId ?? ''
      const ofTrial = await list(suite.nurse, `?kind=${kind}&trialId=${trialId}`)
      expect(ofTrial.items.length).toBe(items.filter(({ trial }) => trial.trialId === trialId).length)
    }
  })

  test('of each patient and trial the newest change counts, of whatever kind, in the list, its counts and at home', async () => {
    const everything = await list(suite.nurse, '?seen=all&limit=200')
    expect(everything.next).toBeNull()
    const newest: Schemas['ScreeningChange'][] = []
    let overtaken = 0
    for (const patientId of new Set(everything.items.map(({ patient }) => patient.patientId))) {
      const path = `/patients/${patientId}/changes`
      const history = (await suite.get('listPatientChanges', suite.nurse, path)).body as Schemas['PatientChanges']
      for (const { changes } of history.items) {
        const [last, ...earlier] = changes
        if (last !== undefined && !last.isSeen) newest.push(last)
        overtaken += earlier.filter(({ kind, isSeen }) => kind !== 'other' && !isSeen).length
      }
    }
    expect(overtaken).toBeGreaterThan(0)
    for (const kind of newsKinds) {
      const { items, counts } = await list(suite.nurse, `?kind=${kind}&limit=200`)
      const expected = newest.filter((change) => change.kind === kind).map(({ changeId }) => changeId)
      expect(items.map(({ changeId }) => changeId).toSorted(), kind).toEqual(expected.toSorted())
      expect(counts[kind], kind).toBe(expected.length)
    }
    const { tiles } = (await suite.get('getHome', suite.nurse, '/home')).body as Schemas['Home']
    const news = newest.filter(({ kind }) => kind !== 'other')
    expect(tiles.find(({ tile }) => tile === 'candidateChanges')?.count).toBe(news.length)
  })

  test('what is marked as seen is gone from the list and from the patient, for this person alone', async () => {
    const before = await list(suite.oncologist, '?limit=200')
    const [change] = before.items
    if (change === undefined) throw new Error('Nothing has changed.')
    const cardOf = async (send: ContractSuite['oncologist']) => {
      const path = `/patients/${change.patient.patientId}/candidates`
      const found = (await suite.get('listPatientCandidates', send, path)).body as Schemas['CandidateList']
      const listed = [...found.candidates, ...found.baskets, ...found.notMatched, ...found.noLongerOffered.map(lost)]
      return listed.find(({ trialId }) => trialId === change.trial.trialId)?.change ?? null
    }
    const shown = await cardOf(suite.oncologist)
    expect(shown?.changeIds).toContain(change.changeId)
    expect((await mark(suite.oncologist, [change.changeId, nobody])).status).toBe(204)
    expect((await mark(suite.oncologist, shown?.changeIds ?? [])).status).toBe(204)

    const after = await list(suite.oncologist, '?limit=200')
    expect(after.items.map(({ changeId }) => changeId)).not.toContain(change.changeId)
    expect(await cardOf(suite.oncologist)).toBeNull()
    expect((await list(suite.nurse, '?limit=200')).items.map(({ changeId }) => changeId)).toContain(change.changeId)
    const all = await list(suite.oncologist, '?seen=all&limit=200')
    expect(all.items.find(({ changeId }) => changeId === change.changeId)?.isSeen).toBe(true)
  })

  test('of somebody else’s patients nothing is listed, and nothing can be marked', async () => {
    const elsewhere = await suite.api.as('nurse', 'ZZ004')
    const { items } = await list(suite.nurse, '?limit=200')
    const foreign = (await list(elsewhere, '?limit=200')).items
    expect(foreign.length).toBeGreaterThan(0)
    const own = new Set(items.map(({ changeId }) => changeId))
    expect(foreign.filter(({ changeId }) => own.has(changeId))).toEqual([])
    expect((await mark(elsewhere, [...own].slice(0, 3))).status).toBe(204)
    expect((await list(suite.nurse, '?limit=200')).items).toHaveLength(items.length)
    const path = `/patients/${items[0]?.patient.patientId}/changes`
    expect((await suite.get('listPatientChanges', elsewhere, path)).status).toBe(404)
  })

  test('the answer at the instant of a change is the one that the change tells of', async () => {
    const { items } = await list(suite.nurse, '?limit=200&seen=all')
    const told = items.filter(({ to }) => to !== null)
    expect(told.length).toBeGreaterThan(5)
    for (const { patient, trial, to, at } of told) {
      const path = `/patients/${patient.patientId}/trials/${trial.trialId}?at=${at}`
      const verdict = (await suite.get('getPatientTrialVerdict', suite.nurse, path)).body as Schemas['TrialVerdict']
      expect(verdict.candidate.outcome, path).toBe(to)
      expect(verdict.reproduced).toMatchObject({ at, asOf: verdict.asOf, storedOutcome: to, isSameRules: true })
    }
  })

  test('each change of a patient takes up where the one before left off', async () => {
    const { items } = await list(suite.nurse, '?limit=200&seen=all')
    for (const patientId of new Set(items.map(({ patient }) => patient.patientId))) {
      const path = `/patients/${patientId}/changes`
      const history = (await suite.get('listPatientChanges', suite.nurse, path)).body as Schemas['PatientChanges']
      for (const { changes } of history.items) {
        for (const [place, change] of changes.entries()) {
          const later = changes[place - 1]
          if (later !== undefined) expect(later.from ?? 'not listed').toBe(change.to ?? 'not listed')
        }
      }
    }
  })

  test.each([
    ['2999-01-01T00:00:00Z', 'is in the future'],
    ['2026-02-30T00:00:00Z', 'is on a day that does not exist'],
    ['1999-01-01T00:00:00Z', 'is before the trial was held here'],
  ])('there is no answer of %s', async (at, message) => {
    const [change] = (await list(suite.nurse, '?seen=all')).items
    const path = `/patients/${change?.patient.patientId}/trials/${change?.trial.trialId}?at=${at}`
    const { status, body } = await suite.get('getPatientTrialVerdict', suite.nurse, path)
    expect(status).toBe(400)
    expect((body as Schemas['Problem']).errors).toEqual([{ pointer: '/at', message }])
  })

  test.each(['yesterday', '2026-06-09T24:00:00Z', '2026-06-09', '2026-06-09T18:00:00'])(
    '%s is no instant',
    async (at) => {
      const path = `/patients/${nobody}/trials/${nobody}?at=${at}`
      expect((await suite.get('getPatientTrialVerdict', suite.nurse, path)).status).toBe(400)
    },
  )
}

function lost({ trial, change }: Schemas['CandidateList']['noLongerOffered'][number]) {
  return { trialId: trial.trialId, change }
}

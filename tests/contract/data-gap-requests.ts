import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { caseloadKey } from '#domain/data-gaps/caseload-item.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

export function describeDataGapRequests(suite: ContractSuite): void {
  test('counts the same patients with data missing on the first page, among the gaps and in the worklist', async () => {
    for (const send of [suite.nurse, suite.oncologist]) {
      const { tiles } = (await suite.get('getHome', send, '/home')).body as Schemas['Home']
      const gaps = (await suite.get('listBlockingItems', send, '/blocking-items')).body as Schemas['BlockingItems']
      const filters = { hasDataMissing: true }
      const search = { method: 'POST', path: '/patients/search', body: { filters, limit: 100 } } as const
      const listed = (await suite.ask('searchPatients', send, search)).body as Schemas['PatientPage']
      const counts = (await suite.ask('countPatients', send, { ...search, path: '/patients/counts', body: filters }))
        .body as Schemas['PatientCounts']
      const numbers = [
        tiles.find(({ tile }) => tile === 'patientsMissingData')?.count,
        gaps.patients,
        listed.total.count,
        counts.total.count,
      ]
      expect(numbers).toEqual(numbers.map(() => listed.items.length))
      expect(listed.items.length).toBeGreaterThan(10)
      const complete = { ...search, body: { filters: { hasDataMissing: false } } }
      const others = (await suite.ask('searchPatients', send, complete)).body as Schemas['PatientPage']
      expect(others.total.count + listed.total.count).toBe(tiles.find(({ tile }) => tile === 'myPatients')?.count)
    }
  })

  test('says how many items there are, and gives them all when asked', async () => {
    const few = (await suite.get('listBlockingItems', suite.nurse, '/blocking-items?limit=3'))
      .body as Schemas['BlockingItems']
    const all = (await suite.get('listBlockingItems', suite.nurse, '/blocking-items?limit=500'))
      .body as Schemas['BlockingItems']
    expect(few.items).toEqual(all.items.slice(0, 3))
    expect([few.total, all.total]).toEqual([all.items.length, all.items.length])
    expect(all.total).toBeGreaterThan(50)
  })

  test('counts for each missing item as many patients as the list that it opens', async () => {
    const { body } = await suite.get('listBlockingItems', suite.nurse, '/blocking-items?limit=50')
    const gaps = body as Schemas['BlockingItems']
    expect(gaps).toMatchObject({ isSuppressed: false, isTooFew: false })
    expect(gaps.items.length).toBeGreaterThan(5)
    expect(gaps.items.some(({ settlesAlone }) => settlesAlone !== 0)).toBe(true)
    for (const { key, patients, pairs } of gaps.items) {
      const request = { method: 'POST', path: '/patients/search', body: { filters: { undecidedItem: key } } } as const
      const found = (await suite.ask('searchPatients', suite.nurse, request)).body as Schemas['PatientPage']
      expect(found.total.count, key).toBe(patients)
      expect(pairs).toBeGreaterThanOrEqual(patients ?? Number.NaN)
    }
  })

  test('counts of each missing item what the pages of the patients say that it settles and contributes to', async () => {
    const gaps = (await suite.get('listBlockingItems', suite.nurse, '/blocking-items?limit=50'))
      .body as Schemas['BlockingItems']
    const told = await settlingOfEveryPatient(suite)
    for (const { key, label, pairs, settlesAlone } of gaps.items) {
      const ofKey = told.filter((each) => each.key === key)
      expect(pairs, label).toBe(new Set(ofKey.flatMap(({ contributesTo }) => contributesTo)).size)
      expect(settlesAlone, label).toBe(new Set(ofKey.flatMap((each) => each.settlesAlone)).size)
    }
    const putOff = told.flatMap(({ contributesTo, isPutOff }) => contributesTo.filter(isPutOff))
    expect(putOff.length).toBeGreaterThan(5)
  })

  test('shows leads nothing that could point at a patient, and others nothing', async () => {
    for (const role of ['trust-lead', 'national-lead'] as const) {
      const lead = await suite.api.as(role)
      const gaps = (await suite.get('listBlockingItems', lead, '/blocking-items')).body as Schemas['BlockingItems']
      expect(gaps.isSuppressed).toBe(true)
      expect(gaps.items.length).toBeGreaterThan(3)
      const numbers = gaps.items.flatMap(({ pairs, settlesAlone, patients }) => [pairs, settlesAlone, patients])
      for (const number of [gaps.pairs, gaps.patients, ...numbers]) expect((number ?? 0) % 5).toBe(0)
    }
    const elsewhere = (await suite.api.as('oncologist', 'ZZ002'))({ method: 'GET', path: '/session' })
    const { caller } = (await elsewhere).body as Schemas['Session']
    const path = `/blocking-items?organisationId=${caller?.organisation?.organisationId}`
    expect((await suite.get('listBlockingItems', suite.nurse, path)).status).toBe(403)
    const site = await suite.api.as('site-nurse')
    expect((await suite.get('listBlockingItems', site, '/blocking-items')).status).toBe(403)
  })
}

interface ToldOfItem {
  readonly key: string
  /** Pairs of the patient and a trial for the patient's own cancer. */
  readonly settlesAlone: readonly string[]
  readonly contributesTo: readonly string[]
  readonly isPutOff: (pair: string) => boolean
}

async function settlingOfEveryPatient(suite: ContractSuite): Promise<readonly ToldOfItem[]> {
  const request = { method: 'POST', path: '/patients/search', body: { filters: {}, limit: 100 } } as const
  const page = (await suite.ask('searchPatients', suite.nurse, request)).body as Schemas['PatientPage']
  expect(page.items.length).toBe(page.total.count)
  const told: ToldOfItem[] = []
  for (const { patientId } of page.items) {
    const path = `/patients/${patientId}/candidates`
    const { candidates, settling } = (await suite.get('listPatientCandidates', suite.nurse, path))
      .body as Schemas['CandidateList']
    const own = new Set(candidates.map(({ trialId }) => trialId))
    const pairsOf = (trialIds: readonly string[]) =>
      trialIds.filter((trialId) => own.has(trialId)).map((trialId) => `${patientId} ${trialId}`)
    const putOff = new Set(
      pairsOf(candidates.filter(({ outcome }) => outcome === 'notYet').map((each) => each.trialId)),
    )
    for (const { key, settlesAlone, contributesTo } of settling) {
      told.push({
        key: caseloadKey(key),
        settlesAlone: pairsOf(settlesAlone),
        contributesTo: pairsOf(contributesTo),
        isPutOff: (pair) => putOff.has(pair),
      })
    }
  }
  return told
}

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { ApiSender } from './api-under-test.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']
type CandidateList = Schemas['CandidateList']

/** How far a patient would travel: it puts the trials in another order, and changes nothing else. */
export function describeTravelLimitRequests(suite: ContractSuite): void {
  const record = (send: ApiSender, patientId: string, body: object) =>
    suite.ask('recordPatientItem', send, {
      method: 'POST',
      path: `/patients/${patientId}/items`,
      body: { ...fiftyMiles, ...body },
      headers: { 'idempotency-key': randomUUID() },
    })
  const told = async (send: ApiSender, patientId: string) => ({
    history: (await suite.get('listPatientChanges', send, `/patients/${patientId}/changes`)).body,
    news: (await suite.get('listCandidateChanges', send, '/changes?limit=200')).body,
    home: (await suite.get('getHome', send, '/home')).body,
  })

  test('the nearer trials come first at once, and no outcome, no news and no verdict changes', async () => {
    // At the first organisation every trial of the demonstration is open, so that distance decides nothing there.
    const [nurse, colleague] = [await suite.api.as('nurse', 'ZZ004'), await suite.api.as('oncologist', 'ZZ004')]
    const candidates = async (patientId: string) =>
      (await suite.get('listPatientCandidates', nurse, `/patients/${patientId}/candidates`)).body as CandidateList
    const { patientId, list, limit } = await patientWithoutLimit(suite, nurse, candidates)
    expect(list.orderingRule).toContain('how far the patient would travel is not recorded')
    const before = await told(colleague, patientId)

    const first = await record(nurse, patientId, { value: limit })
    expect(first.status, JSON.stringify(first.body)).toBe(201)
    const { itemId, changes } = first.body as Schemas['RecordedChange']
    expect(changes).toEqual([])
    const near = await candidates(patientId)
    expect(near.travelLimit).toMatchObject({ itemId, reach: 'upTo', miles: limit, on: '2026-06-14', source: 'Clinic' })
    expect(near.travelLimit?.recordedBy).toMatch(/, Specialist nurse$/)
    expect(near.orderingRule).toContain(`open within ${limit} miles (recorded on 14-Jun-2026)`)
    const places = elsewhere(near).map((stretch) => stretch.map(placeOf))
    expect(places).toEqual(places.map((stretch) => stretch.toSorted((a, b) => a - b)))
    expect(new Set(places.flat()).size).toBeGreaterThan(1)
    expect(idsOf(near)).not.toEqual(idsOf(list))
    expect(answersOf(near)).toEqual(answersOf(list))
    expect(await told(colleague, patientId)).toEqual(before)

    const corrected = await record(nurse, patientId, { value: 'any-distance', unit: null, replaces: itemId })
    expect(corrected.status, JSON.stringify(corrected.body)).toBe(201)
    const far = await candidates(patientId)
    expect(far.travelLimit).toMatchObject({ reach: 'anyDistance', miles: null })
    const known = corrected.body as Schemas['RecordedChange']
    expect((await record(nurse, patientId, { replaces: itemId })).status).toBe(400)

    expect((await record(nurse, patientId, { value: 'not-known', unit: null, replaces: known.itemId })).status).toBe(
      201,
    )
    const back = await candidates(patientId)
    expect(back.travelLimit).toMatchObject({ reach: 'notKnown', miles: null })
    expect(idsOf(back)).toEqual(idsOf(list))
    expect(await told(colleague, patientId)).toEqual(before)

    const { items } = (await suite.get('getPatient', nurse, `/patients/${patientId}`)).body as Schemas['Patient']
    const shown = items.filter(({ label }) => label === 'Travel limit')
    expect(shown.map(({ section, valueText, isStale }) => [section, valueText, isStale])).toEqual([
      ['other', 'Not known', false],
    ])
  })

  test.each<[string, object]>([
    ['/value', { value: 0 }],
    ['/value', { value: 1001 }],
    ['/value', { value: 12.5 }],
    ['/value', { value: 'far', unit: null }],
    ['/unit', { unit: 'km' }],
    ['/unit', { unit: null }],
    ['/code', { code: 'hotel' }],
    ['/upperLimit', { upperLimit: 100 }],
    ['/observedOn', { observedOn: '2026-06-16' }],
    ['/replaces', { replaces: '00000000-0000-4000-8000-000000000000' }],
  ])('is refused at %s: %o', async (pointer, body) => {
    const { patientId } = await suite.firstPatientWithCandidate()
    const { status, body: problem } = await record(suite.nurse, patientId, body)
    expect(status, JSON.stringify(problem)).toBe(400)
    expect(problem).toMatchObject({ type: 'urn:problem:item-refused', errors: [{ pointer }] })
  })
}

const fiftyMiles = {
  kind: 'observation',
  observationKind: 'preference',
  code: 'travel-limit',
  value: 50,
  unit: '[mi_i]',
  lowerLimit: null,
  upperLimit: null,
  observedOn: '2026-06-14',
  source: 'Clinic',
}

/** A patient for whom a limit would take a trial past another that stands before it now. */
async function patientWithoutLimit(
  suite: ContractSuite,
  send: ApiSender,
  candidates: (patientId: string) => Promise<CandidateList>,
) {
  const { body } = await suite.ask('searchPatients', send, {
    method: 'POST',
    path: '/patients/search',
    body: { filters: {}, sort: 'candidates', limit: 100 },
  })
  for (const { patientId } of (body as Schemas['PatientPage']).items) {
    const list = await candidates(patientId)
    if (list.travelLimit !== null) continue
    for (const stretch of elsewhere(list)) {
      const distances = stretch.map(({ sites }) => nearestKm(sites))
      const passing = distances.find((km, place) => distances.slice(0, place).some((before) => before > km + 2))
      if (passing !== undefined) return { patientId, list, limit: Math.ceil(passing / 1.609344) }
    }
  }
  throw new Error('Of no patient without a travel limit does a nearer trial stand behind another.')
}

/** The trials between which distance decides first: of one list, not open at one's own site, alike in what is to read. */
function elsewhere({ candidates, baskets, notMatched }: CandidateList): readonly (readonly Schemas['Candidate'][])[] {
  return [candidates, baskets, notMatched].flatMap((group) => {
    const others = group.filter(
      ({ sites }) => !sites.some((site) => site.isOwnOrganisation && site.recruitmentStatus === 'open'),
    )
    const { full = [], inPart = [] } = Object.groupBy(others, ({ criteria: { met, notMet, unknown, toRead } }) =>
      toRead === 0 && met + notMet + unknown > 0 ? 'full' : 'inPart',
    )
    return [full, inPart]
  })
}

function nearestKm(sites: readonly Schemas['CandidateSite'][]): number {
  const open = sites.filter(({ recruitmentStatus }) => recruitmentStatus === 'open')
  return Math.min(...open.map(({ distanceKm }) => distanceKm ?? Number.POSITIVE_INFINITY))
}

/** 0 within the limit, 1 not known, 2 beyond it, in the words of each card. */
function placeOf({ because }: Schemas['Candidate']): number {
  const text = because.find(({ step }) => step === 'travel')?.text ?? ''
  if (text.endsWith('within the travel limit')) return 0
  return text.endsWith('not known') ? 1 : 2
}

function idsOf({ candidates, baskets, notMatched }: CandidateList): readonly string[] {
  return [...candidates, ...baskets, ...notMatched].map(({ trialId }) => trialId)
}

/** Everything but the order and what the order says of itself. */
function answersOf({ candidates, baskets, notMatched, settling }: CandidateList) {
  const all = [...candidates, ...baskets, ...notMatched].map(({ because: _, ...candidate }) => candidate)
  const contributes = settling.map((item) => ({ ...item, contributesTo: item.contributesTo.toSorted() }))
  return { all: all.toSorted((a, b) => a.trialId.localeCompare(b.trialId)), contributes }
}

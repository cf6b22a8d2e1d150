import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { OperationId } from './answer-check.ts'
import type { ApiSender } from './api-under-test.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']
type Wishes = Schemas['PatientWishes']

/** What patients want acts in the request that records it: in lists, counts, referrals and at the other end of them. */
export function describePatientWishRequests(suite: ContractSuite): void {
  const wishesOf = async (send: ApiSender, patientId: string) =>
    (await suite.get('getPatientWishes', send, `/patients/${patientId}/wishes`)).body as Wishes
  const post = async (operation: OperationId, send: ApiSender, patientId: string, path: string, body: object) => {
    const { version } = await wishesOf(send, patientId)
    return postFrom(operation, send, patientId, path, body, version)
  }
  const postFrom = (
    ...[operation, send, patientId, path, body, version]: [OperationId, ApiSender, string, string, object, number]
  ) =>
    suite.ask(operation, send, {
      method: 'POST',
      path: `/patients/${patientId}/${path}`,
      body,
      headers: { 'idempotency-key': randomUUID(), 'if-match': `"${version}"` },
    })
  const wish = (patientId: string, parts: object = {}) =>
    post('recordResearchWish', suite.nurse, patientId, 'wishes/research', { ...noResearch, ...parts })
  const withdraw = (patientId: string, wishId: string, parts: object = {}) =>
    post('withdrawResearchWish', suite.nurse, patientId, `wishes/research/${wishId}/withdrawal`, {
      ...{ withdrawnOn: '2026-06-15', toldBy: 'patient' },
      ...parts,
    })
  const death = (patientId: string, diedOn: string | null, reason: string | null = null) =>
    post('recordDeath', suite.nurse, patientId, 'death', { diedOn, reason })
  const flag = (patientId: string, isSensitive: boolean) =>
    post('setSensitiveFlag', suite.nurse, patientId, 'wishes/sensitive-flag', {
      ...{ isSensitive, reason: 'As the national service says' },
    })
  const candidates = async (patientId: string) =>
    (await suite.get('listPatientCandidates', suite.nurse, `/patients/${patientId}/candidates`))
      .body as Schemas['CandidateList']
  const patient = async (patientId: string) =>
    (await suite.get('getPatient', suite.nurse, `/patients/${patientId}`)).body as Schemas['Patient']
  const rowOf = async (patientId: string) => {
    const { nhsNumber } = await patient(patientId)
    const { body } = await suite.ask('searchPatients', suite.nurse, {
      ...{ method: 'POST', path: '/patients/search', body: { filters: { text: nhsNumber } } },
    })
    return (body as Schemas['PatientPage']).items.find((row) => row.patientId === patientId)
  }
  const begin = (patientId: string, trialId: string) =>
    suite.ask('createReferral', suite.nurse, {
      ...{ method: 'POST', path: '/referrals', body: { patientId, trialId } },
      headers: { 'idempotency-key': randomUUID() },
    })
  const referralOf = async (send: ApiSender, referralId: string) =>
    (await suite.get('getReferral', send, `/referrals/${referralId}`)).body as Schemas['Referral']
  const send = async (referralId: string, siteId: string) => {
    const { referral } = await referralOf(suite.nurse, referralId)
    return suite.ask('sendReferral', suite.nurse, {
      method: 'POST',
      path: `/referrals/${referralId}/send`,
      body: { siteId, withheldItemIds: [], message: '', agreement: { agreedOn: '2026-06-14', how: 'in-person' } },
      headers: { 'idempotency-key': randomUUID(), 'if-match': `"${referral.version}"` },
    })
  }
  /** Where the patient counts: the trial's own list, its attrition, the worklist, data gaps and what is new. */
  const counts = async (trialId: string) => {
    const { counts } = (await suite.get('listTrialPatients', suite.nurse, `/trials/${trialId}/patients`))
      .body as Schemas['TrialPatientPage']
    const attrition = (await suite.get('getTrialAttrition', suite.nurse, `/trials/${trialId}/attrition`)).body
    const gaps = (await suite.get('listBlockingItems', suite.nurse, '/blocking-items?limit=1')).body
    const { tiles } = (await suite.get('getHome', suite.nurse, '/home')).body as Schemas['Home']
    return {
      offered: Object.values(counts).reduce((sum, count) => sum + count, 0),
      considered: (attrition as Schemas['Attrition']).considered ?? 0,
      pairsWithGaps: (gaps as Schemas['BlockingItems']).pairs ?? 0,
      withCandidate: tiles.find(({ tile }) => tile === 'patientsWithCandidate')?.count ?? 0,
    }
  }

  describe('a patient who does not want to hear about research', () => {
    test('is in no list and no count of trials at once, cannot be referred, and is again once it is withdrawn', async () => {
      const { patientId, candidate } = await suite.firstPatientWithCandidate((list) => openPairs(list) > 0)
      const { trialId } = candidate
      const site = candidate.sites.find((each) => each.canReceive && each.recruitmentStatus === 'open')
      const [listed, counted] = [await candidates(patientId), await counts(trialId)]
      const draft = (await begin(patientId, trialId)).body as Schemas['Referral']
      const { referralId } = draft.referral

      const first = await wish(patientId)
      expect(first.status, JSON.stringify(first.body)).toBe(201)
      expect(first.etag).toBe('"1"')
      const held = (first.body as Wishes).researchWishes[0]
      expect(held).toMatchObject({
        scope: 'all',
        trial: null,
        reviewOn: '2027-06-15',
        isReviewDue: false,
        withdrawal: null,
      })
      const none = await candidates(patientId)
      expect([none.candidates, none.baskets, none.notMatched, none.settling, none.unmappedTrials]).toEqual([
        [],
        [],
        [],
        [],
        0,
      ])
      const after = await counts(trialId)
      expect(after).toMatchObject({
        offered: counted.offered - 1,
        considered: counted.considered - 1,
        withCandidate: counted.withCandidate - 1,
        pairsWithGaps: counted.pairsWithGaps - openPairs(listed),
      })
      expect(await rowOf(patientId)).toMatchObject({ marks: ['noResearch'], candidates: { noFailuresFound: 0 } })
      expect((await patient(patientId)).researchWishes).toMatchObject([{ scope: 'all', reviewOn: '2027-06-15' }])
      const colleague = (
        await suite.get('listPatientCandidates', suite.oncologist, `/patients/${patientId}/candidates`)
      ).body as Schemas['CandidateList']
      expect(colleague.noLongerOffered.map(({ change }) => change.because)).toContainEqual([
        'The patient does not want to hear about it',
      ])

      expect((await referralOf(suite.nurse, referralId)).referral).toMatchObject({
        version: 2,
        notices: [{ kind: 'noResearch', since: '2026-06-14', routes: [] }],
      })
      const refused = await send(referralId, site?.siteId ?? '')
      expect(refused.status).toBe(409)
      expect(refused.body).toMatchObject({ type: 'urn:problem:research-wish', remedy: expect.stringContaining('Ask') })
      expect((await begin(patientId, trialId)).body).toMatchObject({ type: 'urn:problem:research-wish' })

      const ended = await withdraw(patientId, held?.wishId ?? '')
      expect(ended.status, JSON.stringify(ended.body)).toBe(201)
      expect((ended.body as Wishes).researchWishes).toMatchObject([
        { wishId: held?.wishId, withdrawal: { withdrawnOn: '2026-06-15', toldBy: 'patient' } },
      ])
      expect((ended.body as Wishes).history.map(({ text }) => text.split(' ')[0])).toEqual(['Withdrawn', 'Does'])
      const back = await candidates(patientId)
      expect(back.candidates.map((each) => each.trialId)).toEqual(listed.candidates.map((each) => each.trialId))
      expect(await counts(trialId)).toEqual(counted)
      expect((await rowOf(patientId))?.marks).toEqual([])
      const sent = await send(referralId, site?.siteId ?? '')
      expect(sent.status, JSON.stringify(sent.body)).toBe(200)
    })

    test('whose wish names one trial is still offered the others', async () => {
      const { patientId, candidate } = await suite.firstPatientWithCandidate()
      const { trialId, registryId, title } = candidate
      const before = await candidates(patientId)
      expect((await wish(patientId, { scope: 'trial', trialId: randomUUID() })).body).toMatchObject({
        errors: [{ pointer: '/trialId' }],
      })
      const recorded = (await wish(patientId, { scope: 'trial', trialId })).body as Wishes
      expect(recorded.researchWishes.at(-1)).toMatchObject({ scope: 'trial', trial: { trialId, registryId, title } })
      const ids = (list: Schemas['CandidateList']) =>
        [...list.candidates, ...list.baskets, ...list.notMatched].map((each) => each.trialId)
      expect(ids(await candidates(patientId))).toEqual(ids(before).filter((id) => id !== trialId))
      expect((await rowOf(patientId))?.marks).toEqual([])
      expect((await begin(patientId, trialId)).body).toMatchObject({ type: 'urn:problem:research-wish' })
      expect((await withdraw(patientId, recorded.researchWishes.at(-1)?.wishId ?? '')).status).toBe(201)
      expect(ids(await candidates(patientId))).toEqual(ids(before))
    })

    test('by some ways of contact is offered everything, and the site is told which not to use', async () => {
      const live = await liveAtSite()
      const before = await candidates(live.patientId)
      const parts = { scope: 'contact', routes: ['letter', 'telephone'] }
      expect((await wish(live.patientId, { scope: 'contact' })).body).toMatchObject({
        errors: [{ pointer: '/routes' }],
      })
      const recorded = (await wish(live.patientId, parts)).body as Wishes
      expect((await wish(live.patientId, parts)).body).toMatchObject({ type: 'urn:problem:already-recorded' })
      expect(await candidates(live.patientId)).toEqual(before)
      const { referral } = await referralOf(live.site, live.referralId)
      expect(referral.notices).toEqual([{ kind: 'noContact', since: '2026-06-14', routes: ['letter', 'telephone'] }])
      expect((await withdraw(live.patientId, recorded.researchWishes.at(-1)?.wishId ?? '')).status).toBe(201)
    })
  })

  test('a death closes every trial and tells both ends of a referral, and is taken back with a reason', async () => {
    const live = await liveAtSite()
    const { patientId } = live
    const { version } = (await referralOf(live.site, live.referralId)).referral
    const before = await candidates(patientId)
    expect((await death(patientId, '2026-06-14')).status).toBe(201)
    expect((await patient(patientId)).diedOn).toBe('2026-06-14')
    expect((await candidates(patientId)).candidates).toEqual([])
    expect((await rowOf(patientId))?.marks).toEqual(['died'])
    for (const send of [live.site, suite.nurse]) {
      expect((await referralOf(send, live.referralId)).referral).toMatchObject({
        version: version + 1,
        notices: [{ kind: 'died', since: '2026-06-14' }],
      })
    }
    expect((await begin(patientId, live.trialId)).body).toMatchObject({ type: 'urn:problem:patient-died' })
    expect((await death(patientId, '2026-06-13')).body).toMatchObject({ errors: [{ pointer: '/reason' }] })
    expect((await death(patientId, '2026-06-13', 'The certificate says so')).status).toBe(201)
    expect((await death(patientId, null)).body).toMatchObject({ errors: [{ pointer: '/reason' }] })
    const undone = await death(patientId, null, 'It was somebody of the same name')
    expect(undone.status).toBe(201)
    expect((undone.body as Wishes).history.map(({ text }) => text)).toEqual([
      'Record of death taken back: It was somebody of the same name',
      'Died on 13-Jun-2026: The certificate says so',
      'Died on 14-Jun-2026',
      ...(undone.body as Wishes).history.slice(3).map(({ text }) => text),
    ])
    expect((await candidates(patientId)).candidates.map((each) => each.trialId)).toEqual(
      before.candidates.map((each) => each.trialId),
    )
    expect((await referralOf(live.site, live.referralId)).referral.notices).toEqual([])
    expect((await death(patientId, null, 'It was never recorded')).body).toMatchObject({
      type: 'urn:problem:no-death-recorded',
    })
  })

  test('of a sensitive record no place and no distance is given, and the travel limit is in no record that is shared', async () => {
    const { patientId } = await suite.firstPatientWithCandidate()
    const before = { list: await candidates(patientId), patient: await patient(patientId) }
    expect(before.patient.postcode).not.toBeNull()
    expect((await flag(patientId, true)).status).toBe(201)
    expect((await flag(patientId, true)).body).toMatchObject({ type: 'urn:problem:already-recorded' })
    const hidden = { list: await candidates(patientId), patient: await patient(patientId) }
    expect(hidden.patient).toMatchObject({ isSensitive: true, postcode: null })
    expect(hidden.patient.items.filter(({ label }) => label === 'Travel limit')).toEqual([])
    const all = [...hidden.list.candidates, ...hidden.list.baskets, ...hidden.list.notMatched]
    expect(all.length).toBeGreaterThan(0)
    expect(all.flatMap(({ sites }) => sites.filter(({ distanceKm }) => distanceKm !== null))).toEqual([])
    expect(all.flatMap(({ because }) => because.filter(({ step }) => step === 'travel'))).toEqual([])
    expect(hidden.list).toMatchObject({
      travelLimit: null,
      orderingRule: expect.stringContaining('because the record is sensitive'),
    })
    expect((await rowOf(patientId))?.marks).toEqual(['sensitive'])
    expect((await flag(patientId, false)).status).toBe(201)
    expect(await candidates(patientId)).toEqual(before.list)
    expect((await patient(patientId)).postcode).toBe(before.patient.postcode)
  })

  test('the national data opt-out is kept with its day, and changes nothing in care', async () => {
    const { patientId } = await suite.firstPatientWithCandidate()
    const seen = async () =>
      JSON.stringify([await candidates(patientId), await counts((await anyTrial(patientId)) ?? '')])
    const before = await seen()
    const checked = await post('recordOptOutCheck', suite.nurse, patientId, 'wishes/opt-out-checks', {
      ...{ isOptedOut: true, checkedOn: '2026-06-15' },
    })
    expect((checked.body as Wishes).optOut).toMatchObject({ isOptedOut: true, checkedOn: '2026-06-15' })
    expect(await seen()).toBe(before)
    expect(JSON.stringify([await candidates(patientId), await patient(patientId), await rowOf(patientId)])).not.toMatch(
      /opt(ed)?[ -]?out/i,
    )
  })

  test.each<[string, string, object]>([
    ['/statedOn', 'tomorrow', { statedOn: '2026-06-16' }],
    ['/statedOn', 'before birth', { statedOn: '1850-01-01' }],
    ['/reviewOn', 'today', { reviewOn: '2026-06-15' }],
    ['/trialId', 'of no wish about a trial', { trialId: '00000000-0000-4000-8000-000000000000' }],
    ['/routes', 'of no wish about contact', { routes: ['letter'] }],
  ])('a wish is refused at %s: %s', async (pointer, _why, parts) => {
    const { patientId } = await suite.firstPatientWithCandidate()
    const { status, body } = await wish(patientId, parts)
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ pointer }], remedy: expect.any(String) })
  })

  test('nothing is recorded from a page that a colleague has overtaken, and the same form counts once', async () => {
    const { patientId } = await suite.firstPatientWithCandidate()
    const { version } = await wishesOf(suite.nurse, patientId)
    const headers = { 'idempotency-key': randomUUID(), 'if-match': `"${version}"` }
    const path = `/patients/${patientId}/wishes/research`
    const request = { method: 'POST', path, body: noResearch, headers } as const
    const first = await suite.ask('recordResearchWish', suite.nurse, request)
    expect((await suite.ask('recordResearchWish', suite.nurse, request)).body).toEqual(first.body)
    const stale = await postFrom(
      ...(['recordResearchWish', suite.oncologist, patientId, 'wishes/research'] as const),
      { ...noResearch, scope: 'contact', routes: ['email'] },
      version,
    )
    expect(stale.status).toBe(412)
    expect(stale.body).toMatchObject({ type: 'urn:problem:conflict', remedy: expect.any(String) })
    const wishId = (first.body as Wishes).researchWishes.at(-1)?.wishId ?? ''
    expect((await withdraw(patientId, wishId, { withdrawnOn: '2026-06-13' })).body).toMatchObject({
      errors: [{ pointer: '/withdrawnOn' }],
    })
    expect((await withdraw(patientId, wishId)).status).toBe(201)
    expect((await withdraw(patientId, wishId)).body).toMatchObject({ type: 'urn:problem:wish-ended' })
  })

  async function anyTrial(patientId: string) {
    return (await candidates(patientId)).candidates[0]?.trialId
  }

  /** A referral of the nurse's hospital that a site holds, and somebody there. */
  async function liveAtSite() {
    for (const status of ['received', 'sent', 'pre-screening']) {
      const { items } = (await suite.get('listReferrals', suite.nurse, `/referrals?status=${status}`))
        .body as Schemas['ReferralPage']
      const found = items.find(({ patient, site, fromOrganisation }) => {
        return patient.patientId !== null && site !== null && fromOrganisation.code === 'ZZ001'
      })
      if (!found?.site) continue
      const site = await suite.api.as('site-nurse', found.site.organisation.code)
      const { referralId, patient, trial } = found
      return { referralId, patientId: patient.patientId ?? '', trialId: trial.trialId, site }
    }
    throw new Error('No referral of the first hospital is held by a site.')
  }
}

/** Trials of the patient’s cancer in which something could still change the answer. */
function openPairs({ candidates }: Schemas['CandidateList']): number {
  return candidates.filter(({ undecided }) => undecided.length > 0).length
}

const noResearch = {
  scope: 'all',
  trialId: null,
  routes: [],
  statedOn: '2026-06-14',
  toldBy: 'patient',
  reviewOn: '2027-06-15',
}

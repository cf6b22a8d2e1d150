import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { ContractSuite } from './contract-suite.ts'
import { noResearch, wishAsks } from './wish-asks.ts'

type Schemas = components['schemas']
type Wishes = Schemas['PatientWishes']

/** What patients want acts in the request that records it: in lists, counts, referrals and at the other end of them. */
export function describePatientWishRequests(suite: ContractSuite): void {
  const {
    wishesOf,
    postFrom,
    wish,
    withdraw,
    candidates,
    patient,
    rowOf,
    begin,
    referralOf,
    send,
    counts,
    verdict,
    liveAtSite,
  } = wishAsks(suite)

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
      expect(await rowOf(patientId)).toMatchObject({ marks: [], trialsLeftOut: 1 })
      const closed = await verdict(patientId, trialId)
      expect(closed.candidate.outcomeLabel).toMatch(/^Left out by the patient’s wish: .*this trial\. /)
      expect(closed.criteria.length).toBeGreaterThan(0)
      expect((await begin(patientId, trialId)).body).toMatchObject({ type: 'urn:problem:research-wish' })
      expect((await withdraw(patientId, recorded.researchWishes.at(-1)?.wishId ?? '')).status).toBe(201)
      expect(ids(await candidates(patientId))).toEqual(ids(before))
      expect((await verdict(patientId, trialId)).candidate).toMatchObject({
        leftOutByWish: null,
        outcomeLabel: candidate.outcomeLabel,
      })
      expect((await rowOf(patientId))?.trialsLeftOut).toBe(0)
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
}

/** Trials of the patient’s cancer in which something could still change the answer. */
function openPairs({ candidates }: Schemas['CandidateList']): number {
  return candidates.filter(({ undecided }) => undecided.length > 0).length
}

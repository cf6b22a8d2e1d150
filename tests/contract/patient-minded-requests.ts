import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { ContractSuite } from './contract-suite.ts'
import { wishAsks } from './wish-asks.ts'

type Schemas = components['schemas']
type Wishes = Schemas['PatientWishes']

/** A death, the sensitive flag and the national data opt-out. */
export function describePatientMindedRequests(suite: ContractSuite): void {
  const { post, death, flag, candidates, patient, rowOf, begin, referralOf, counts, liveAtSite } = wishAsks(suite)

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

  async function anyTrial(patientId: string) {
    return (await candidates(patientId)).candidates[0]?.trialId
  }
}

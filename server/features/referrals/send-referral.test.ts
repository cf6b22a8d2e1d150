import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { addDays } from '#domain/identity/calendar-date.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { formFor, get, makeDraft, makeSent, referralIn, sendOff } from '../../../tests/support/referral-steps.ts'

let app: TestApp
let oncologist: Send
let nurse: Send
let siteNurse: Send
let investigator: Send
let siteNurseElsewhere: Send

beforeAll(async () => {
  app = await openTestApp()
  oncologist = await app.signInAs('oncologist')
  nurse = await app.signInAs('nurse')
  siteNurse = await app.signInAs('site-nurse', 'ZZ002')
  investigator = await app.signInAs('investigator', 'ZZ002')
  siteNurseElsewhere = await app.signInAs('site-nurse', 'ZZ003')
})
afterAll(() => app.close())

describe('sending', () => {
  test('records the agreement and gives the site the shared record, and nothing of the patient besides', async () => {
    const { pair, referral } = await makeSent(app.database, oncologist)
    expect(referral).toMatchObject({
      referral: { status: 'sent', sentOn: '2026-06-15', daysSinceReferral: 0, clock: { state: 'onTime' } },
      agreement: { agreedOn: '2026-06-15', how: 'in-person' },
      sharedRecord: { patient: { patientId: pair.patientId } },
      mayEditDraft: false,
    })
    const forSite = referralIn(await get(siteNurse, referral.referral.referralId))
    expect(forSite.referral.patient).toEqual({ ...referral.referral.patient, patientId: null })
    expect(forSite.sharedRecord?.patient.patientId).toBeNull()
    expect(forSite.sharedRecord?.items.length).toBeGreaterThan(0)
    expect(forSite.sharedRecord?.criteria.length).toBeGreaterThan(0)
    expect(forSite.events.map(({ to }) => to)).toEqual(['sent'])
    expect(forSite.moves.map(({ to }) => to)).toEqual(['received', 'declined'])
    expect(JSON.stringify(forSite)).not.toContain(pair.patientId)
    expect((await get(siteNurseElsewhere, referral.referral.referralId)).statusCode).toBe(404)
    expect((await siteNurse({ method: 'GET', url: `/api/patients/${pair.patientId}` })).statusCode).toBe(403)
  })

  test('holds back the items that the referrer chose, also from those who wrote the referral', async () => {
    const { pair, referral } = await makeDraft(app.database, oncologist)
    const patient = await oncologist({ method: 'GET', url: `/api/patients/${pair.patientId}` })
    const [first, ...others] = patient.json<components['schemas']['Patient']>().items
    if (!first) throw new Error('The patient has no recorded item.')
    const form = { ...formFor(pair), withheldItemIds: [first.itemId] }
    const answer = referralIn(await sendOff(oncologist, referral, form))
    expect(answer.sharedRecord?.items).toHaveLength(others.length)
    const forSite = referralIn(await get(investigator, referral.referral.referralId))
    expect(forSite.sharedRecord?.items.map(({ itemId }) => itemId)).not.toContain(first.itemId)
    expect(forSite.withheldItemIds).toEqual([])
  })

  test('is refused when a withheld item has been corrected since', async () => {
    const { pair, referral } = await makeDraft(app.database, oncologist)
    const answer = await sendOff(oncologist, referral, { ...formFor(pair), withheldItemIds: ['corrected since'] })
    expect(answer.json()).toMatchObject({ status: 409, type: 'urn:problem:record-changed' })
    expect(referralIn(await get(nurse, referral.referral.referralId)).referral.status).toBe('referral-draft')
  })

  test('needs an agreement of the last 183 days and a site that is open', async () => {
    const { pair, referral } = await makeDraft(app.database, oncologist)
    const form = formFor(pair)
    const { bornOn } = referral.referral.patient
    if (bornOn === null) throw new Error('The patient has no date of birth.')
    const refused = [
      ['2026-06-16', 'in the future'],
      ['2025-12-13', 'more than 183 days old'],
      [addDays(bornOn, -1), 'before the birth'],
    ] as const
    for (const [agreedOn, why] of refused) {
      const answer = await sendOff(oncologist, referral, { ...form, agreement: { agreedOn, how: 'written' } })
      const errors = [{ pointer: '/agreement/agreedOn', message: expect.stringContaining(why) }]
      expect(answer.json()).toMatchObject({ status: 400, errors })
    }
    const { agreement, ...withoutAgreement } = form
    expect(agreement.how).toBe('in-person')
    const missing = await oncologist({
      method: 'POST',
      url: `/api/referrals/${referral.referral.referralId}/send`,
      headers: { 'if-match': '"1"', 'idempotency-key': randomUUID() },
      payload: withoutAgreement,
    })
    expect(missing.json()).toMatchObject({ status: 400, errors: [{ pointer: '/agreement' }] })
    const paused = { recruitment_status: 'paused' } as const
    await app.database.db.updateTable('trial_site').set(paused).where('site_id', '=', pair.siteId).execute()
    const closed = await sendOff(oncologist, referral, form)
    await app.database.db
      .updateTable('trial_site')
      .set({ recruitment_status: 'open' })
      .where('site_id', '=', pair.siteId)
      .execute()
    expect(closed.json()).toMatchObject({ status: 409, type: 'urn:problem:trial-not-open' })
    expect((await sendOff(oncologist, referral, form)).statusCode).toBe(200)
  })

  test('twice at once sends one referral: the other is told of the conflict', async () => {
    const { pair, referral } = await makeDraft(app.database, oncologist)
    const answers = await Promise.all([
      sendOff(oncologist, referral, formFor(pair)),
      sendOff(nurse, referral, formFor(pair)),
    ])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 412])
    const events = referralIn(await get(nurse, referral.referral.referralId)).events
    expect(events.map(({ to }) => to)).toEqual(['referral-draft', 'sent'])
  })

  test('the same form twice is answered with the first answer', async () => {
    const { pair, referral } = await makeDraft(app.database, oncologist)
    const key = randomUUID()
    const first = await sendOff(oncologist, referral, formFor(pair), key)
    const again = await sendOff(oncologist, referral, formFor(pair), key)
    expect(again.statusCode).toBe(200)
    expect(again.headers.etag).toBe(first.headers.etag)
    expect(again.json()).toEqual(first.json())
  })
})

describe('what was written stays written', () => {
  test('the site goes on reading what it was sent when the hospital’s record changes', async () => {
    const { pair, referral } = await makeSent(app.database, oncologist)
    const { db } = app.database
    const renamed = { family_name: 'Married' }
    await db.updateTable('patient').set(renamed).where('patient_id', '=', pair.patientId).execute()
    const { referralId, patient } = referral.referral
    expect(referralIn(await get(nurse, referralId)).referral.patient.name.familyName).toBe('Married')
    expect(referralIn(await get(siteNurse, referralId)).referral.patient.name).toEqual(patient.name)
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import {
  create,
  findOpenPair,
  get,
  makeDraft,
  makeSent,
  referralIn,
  saveDraft,
} from '../../../tests/support/referral-steps.ts'

type Referral = components['schemas']['Referral']

let app: TestApp
let oncologist: Send
let nurse: Send
let nurseElsewhere: Send
let siteNurse: Send

beforeAll(async () => {
  app = await openTestApp()
  oncologist = await app.signInAs('oncologist')
  nurse = await app.signInAs('nurse')
  nurseElsewhere = await app.signInAs('nurse', 'ZZ003')
  siteNurse = await app.signInAs('site-nurse', 'ZZ002')
})
afterAll(() => app.close())

describe('beginning a referral', () => {
  test('makes a draft that the whole hospital sees and nobody else', async () => {
    const { referral } = await makeDraft(app.database, oncologist)
    expect(referral).toMatchObject({
      referral: { version: 1, status: 'referral-draft', statusLabel: 'Draft', enteredOn: '2026-06-15', site: null },
      agreement: null,
      sharedRecord: null,
      mayEditDraft: true,
      events: [{ from: null, to: 'referral-draft', role: 'oncologist' }],
    })
    const { referralId } = referral.referral
    const read = await get(nurse, referralId)
    expect(read.statusCode).toBe(200)
    expect(read.headers.etag).toBe('"1"')
    expect(referralIn(read).moves.map(({ to }) => to)).toEqual(['cancelled'])
    expect((await get(nurseElsewhere, referralId)).statusCode).toBe(404)
    expect((await get(siteNurse, referralId)).statusCode).toBe(404)
  })

  test('is done once for a form that is sent twice', async () => {
    const pair = await findOpenPair(app.database)
    const key = randomUUID()
    const [first, second] = await Promise.all([create(oncologist, pair, key), create(oncologist, pair, key)])
    expect([first.statusCode, second.statusCode]).toEqual([201, 201])
    expect(second.json()).toEqual(first.json())
    const other = await findOpenPair(app.database)
    expect((await create(oncologist, other, key)).statusCode).toBe(422)
  })

  test('points to the live referral of the patient to the trial, also when both are begun at once', async () => {
    const pair = await findOpenPair(app.database)
    const answers = await Promise.all([create(oncologist, pair), create(nurse, pair)])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409])
    const made = answers.find(({ statusCode }) => statusCode === 201)
    const refused = answers.find(({ statusCode }) => statusCode === 409)
    expect(refused?.json()).toMatchObject({
      type: 'urn:problem:live-referral',
      referralId: made?.json<Referral>().referral.referralId,
    })
  })

  test('is refused for somebody else’s patient and for a trial that takes none', async () => {
    const pair = await findOpenPair(app.database)
    expect((await create(nurseElsewhere, pair)).statusCode).toBe(404)
    const unknown = await create(oncologist, { ...pair, trialId: randomUUID() })
    expect(unknown.json()).toMatchObject({ status: 409, type: 'urn:problem:trial-not-open' })
    const closed = await app.database.db
      .selectFrom('trial')
      .select('trial_id')
      .where('is_open_at_home', '=', false)
      .executeTakeFirstOrThrow()
    const refused = await create(oncologist, { ...pair, trialId: closed.trial_id })
    expect(refused.json()).toMatchObject({ status: 409, type: 'urn:problem:trial-not-open' })
    expect((await create(siteNurse, pair)).statusCode).toBe(403)
  })
})

describe('beginning a referral where nobody would read it', () => {
  test('is refused, as no open site of the trial has somebody who can take it', async () => {
    const pair = await findOpenPair(app.database)
    const sites = app.database.db.updateTable('trial_site').where('trial_id', '=', pair.trialId)
    const before = await app.database.db
      .selectFrom('trial_site')
      .select(['site_id', 'is_listed'])
      .where('trial_id', '=', pair.trialId)
      .execute()
    await sites.set({ is_listed: false }).execute()
    const refused = await create(oncologist, pair)
    expect(refused.json()).toMatchObject({
      status: 409,
      type: 'urn:problem:no-receiving-site',
      remedy: expect.stringContaining('Contact the site'),
    })
    const listed = before.filter(({ is_listed }) => is_listed).map(({ site_id }) => site_id)
    await sites.set({ is_listed: true }).where('site_id', 'in', listed).execute()
    expect((await create(oncologist, pair)).statusCode).toBe(201)
  })
})

describe('beginning a referral where nobody could sign in to read it', () => {
  const receivers = (isActive: boolean) =>
    app.database.db
      .updateTable('account')
      .set({ is_active: isActive })
      .where('role', 'in', ['site-nurse', 'investigator'])
      .execute()

  test('is refused while every account at the sites is closed', async () => {
    const pair = await findOpenPair(app.database)
    await receivers(false)
    const refused = await create(oncologist, pair)
    await receivers(true)
    expect(refused.json()).toMatchObject({ status: 409, type: 'urn:problem:no-receiving-site' })
    expect((await create(oncologist, pair)).statusCode).toBe(201)
  })
})

describe('saving a draft', () => {
  test('keeps what was typed and raises the version', async () => {
    const { pair, referral } = await makeDraft(app.database, oncologist)
    const typed = { siteId: pair.siteId, withheldItemIds: ['one item'], message: 'Half a sentence' }
    const answer = await saveDraft(nurse, referral, typed)
    expect(answer.headers.etag).toBe('"2"')
    expect(referralIn(answer)).toMatchObject({
      message: 'Half a sentence',
      withheldItemIds: ['one item'],
      referral: { version: 2, site: { siteId: pair.siteId, organisation: { code: 'ZZ002' } } },
    })
  })

  test('from an old version changes nothing and shows what is stored now', async () => {
    const { referral } = await makeDraft(app.database, oncologist)
    const typed = { siteId: null, withheldItemIds: [], message: 'First' }
    expect((await saveDraft(nurse, referral, typed)).statusCode).toBe(200)
    const late = await saveDraft(oncologist, referral, { ...typed, message: 'Second' })
    expect(late.json()).toMatchObject({
      status: 412,
      type: 'urn:problem:conflict',
      current: { message: 'First', referral: { version: 2 } },
    })
    expect(referralIn(await get(nurse, referral.referral.referralId)).message).toBe('First')
  })

  test('is refused for a site of another trial, for another hospital, and once it is sent', async () => {
    const { referral } = await makeDraft(app.database, oncologist)
    const typed = { siteId: randomUUID(), withheldItemIds: [], message: '' }
    const wrongSite = await saveDraft(nurse, referral, typed)
    expect(wrongSite.json()).toMatchObject({ status: 400, errors: [{ pointer: '/siteId' }] })
    expect((await saveDraft(nurseElsewhere, referral, { ...typed, siteId: null })).statusCode).toBe(404)
    const { referral: gone } = await makeSent(app.database, oncologist)
    const tooLate = await saveDraft(nurse, gone, { ...typed, siteId: null })
    expect(tooLate.json()).toMatchObject({ status: 409, type: 'urn:problem:not-a-draft' })
  })
})

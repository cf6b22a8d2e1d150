import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import {
  create,
  findOpenPair,
  formFor,
  get,
  makeDraft,
  makeSent,
  move,
  referralIn,
  sendOff,
} from '../../../tests/support/referral-steps.ts'

let app: TestApp
let oncologist: Send
let nurse: Send
let siteNurse: Send

beforeAll(async () => {
  app = await openTestApp()
  oncologist = await app.signInAs('oncologist')
  nurse = await app.signInAs('nurse')
  siteNurse = await app.signInAs('site-nurse', 'ZZ002')
})
afterAll(() => app.close())

/** Ten people at once, two by two: what one of them does, none of the others can undo or do again. */
const tenTimes = <Result>(work: (send: Send) => Promise<Result>) =>
  Promise.all(Array.from({ length: 10 }, (_, index) => work(index % 2 === 0 ? oncologist : nurse)))

const statusesOf = (answers: readonly { statusCode: number }[]) =>
  answers.map(({ statusCode }) => statusCode).toSorted()

describe('many at the same moment', () => {
  test('begin one referral for a patient and a trial', async () => {
    const pair = await findOpenPair(app.database)
    const answers = await tenTimes((send) => create(send, pair))
    expect(statusesOf(answers)).toEqual([201, ...Array.from({ length: 9 }, () => 409)])
    const refused = answers.filter(({ statusCode }) => statusCode === 409).map((answer) => answer.json().referralId)
    const [made] = answers.filter(({ statusCode }) => statusCode === 201)
    expect(new Set(refused)).toEqual(new Set([made?.json().referral.referralId]))
  })

  test('send a draft once, with one shared record', async () => {
    const { pair, referral } = await makeDraft(app.database, oncologist)
    const answers = await tenTimes((send) => sendOff(send, referral, formFor(pair)))
    expect(statusesOf(answers)).toEqual([200, ...Array.from({ length: 9 }, () => 412)])
    const { events, sharedRecord } = referralIn(await get(nurse, referral.referral.referralId))
    expect(events.map(({ to }) => to)).toEqual(['referral-draft', 'sent'])
    expect(sharedRecord).not.toBeNull()
  })

  test('take one step from one version', async () => {
    const { referral } = await makeSent(app.database, oncologist)
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => move(siteNurse, referral, { to: 'received' })),
      ...Array.from({ length: 5 }, () => move(nurse, referral, { to: 'cancelled', reasonCode: 'OT14' })),
    ])
    expect(statusesOf(answers)).toEqual([200, ...Array.from({ length: 9 }, () => 412)])
    expect(referralIn(await get(nurse, referral.referral.referralId)).events).toHaveLength(3)
  })
})

describe('the database', () => {
  test('refuses to change or remove a line of the history or a shared record, whoever asks', async () => {
    const { referral } = await makeSent(app.database, oncologist)
    const { db } = app.database
    const { referralId } = referral.referral
    const refused = 'only ever added'
    const events = db.updateTable('referral_event').set({ note: 'changed' }).where('referral_id', '=', referralId)
    await expect(events.execute()).rejects.toThrow(refused)
    const removal = db.deleteFrom('referral_event').where('referral_id', '=', referralId)
    await expect(removal.execute()).rejects.toThrow(refused)
    const record = db.updateTable('shared_record').set({ record: '{}' }).where('referral_id', '=', referralId)
    await expect(record.execute()).rejects.toThrow(refused)
  })
})

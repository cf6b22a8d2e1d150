import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { create, get, makeDraft, makeSent, move, referralIn } from '../../../tests/support/referral-steps.ts'

type Referral = components['schemas']['Referral']

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

async function walk(referral: Referral, ...steps: [Send, components['schemas']['ReferralMove']][]): Promise<Referral> {
  let now = referral
  for (const [send, step] of steps) now = referralIn(await move(send, now, step))
  return now
}

describe('the way of a referral', () => {
  test('from receipt to enrolment, each step by whoever may take it', async () => {
    const { referral } = await makeSent(app.database, oncologist)
    const screened = await walk(
      referral,
      [siteNurse, { to: 'received' }],
      [siteNurse, { to: 'pre-screening' }],
      [siteNurse, { to: 'pre-screen-pass' }],
      [siteNurse, { to: 'approached' }],
      [siteNurse, { to: 'consented', occurredOn: '2026-06-15' }],
    )
    const byNurse = await move(siteNurse, screened, { to: 'eligible' })
    expect(byNurse.json()).toMatchObject({ status: 403, type: 'urn:problem:not-allowed' })
    const eligible = await walk(screened, [investigator, { to: 'eligible' }])
    const tooEarly = await move(siteNurse, eligible, { to: 'enrolled', occurredOn: '2026-06-14' })
    expect(tooEarly.json()).toMatchObject({ status: 400, errors: [{ pointer: '/occurredOn' }] })
    const enrolled = await walk(eligible, [siteNurse, { to: 'enrolled', occurredOn: '2026-06-15' }])
    expect(enrolled.referral).toMatchObject({ status: 'enrolled', version: 9, clock: { state: 'none' } })
    expect(enrolled.moves).toEqual([])

    const { events } = referralIn(await get(oncologist, referral.referral.referralId))
    expect(events.map(({ to }) => to)).toEqual([
      'referral-draft',
      'sent',
      'received',
      'pre-screening',
      'pre-screen-pass',
      'approached',
      'consented',
      'eligible',
      'enrolled',
    ])
    expect(events.at(-1)).toMatchObject({ from: 'eligible', role: 'site-nurse', occurredOn: '2026-06-15' })
  })

  test('a step that does not follow is refused with the steps that do', async () => {
    const { referral } = await makeSent(app.database, oncologist)
    const answer = await move(siteNurse, referral, { to: 'consented', occurredOn: '2026-06-12' })
    expect(answer.json()).toMatchObject({ status: 409, type: 'urn:problem:move-not-allowed' })
    expect(answer.json<components['schemas']['Problem']>().remedy).toContain('Received')
  })

  test('a reason must be given, and be one of the step', async () => {
    const { referral } = await makeSent(app.database, oncologist)
    const without = await move(nurse, referral, { to: 'declined' })
    expect(without.json()).toMatchObject({ status: 400, errors: [{ pointer: '/reasonCode' }] })
    const wrong = await move(nurse, referral, { to: 'declined', reasonCode: 'SF01' })
    expect(wrong.json()).toMatchObject({ status: 400, errors: [{ pointer: '/reasonCode' }] })
    const note = 'Lives three hours away'
    const declined = await walk(referral, [nurse, { to: 'declined', reasonCode: 'PD04', note }])
    expect(declined.events.at(-1)).toMatchObject({ reasonCode: 'PD04', reasonLabel: 'Travel or distance', note })
  })

  test('a date is taken where the step has one, and nowhere else', async () => {
    const { referral } = await makeSent(app.database, oncologist)
    const dated = await move(siteNurse, referral, { to: 'received', occurredOn: '2026-06-15' })
    expect(dated.json()).toMatchObject({ status: 400, errors: [{ pointer: '/occurredOn' }] })
    const approached = await walk(
      referral,
      [siteNurse, { to: 'received' }],
      [siteNurse, { to: 'pre-screening' }],
      [siteNurse, { to: 'pre-screen-pass' }],
      [siteNurse, { to: 'approached' }],
    )
    for (const occurredOn of [undefined, '1900-01-01', '2026-06-14', '2026-06-16']) {
      const step = { to: 'consented' as const, ...(occurredOn === undefined ? {} : { occurredOn }) }
      const answer = await move(siteNurse, approached, step)
      expect(answer.json()).toMatchObject({ status: 400, errors: [{ pointer: '/occurredOn' }] })
    }
  })

  test('each side takes its own steps only', async () => {
    const { referral } = await makeSent(app.database, oncologist)
    expect((await move(nurse, referral, { to: 'received' })).statusCode).toBe(403)
    expect((await move(siteNurse, referral, { to: 'cancelled', reasonCode: 'OT14' })).statusCode).toBe(403)
    expect((await move(siteNurseElsewhere, referral, { to: 'received' })).statusCode).toBe(404)
  })

  test('a draft is sent from its form, not by a step', async () => {
    const { referral } = await makeDraft(app.database, oncologist)
    const answer = await move(nurse, referral, { to: 'sent' })
    expect(answer.json()).toMatchObject({ status: 409, type: 'urn:problem:move-not-allowed' })
  })

  test('a cancelled draft makes room for a new one and never reaches a site', async () => {
    const { pair, referral } = await makeDraft(app.database, oncologist)
    const cancelled = await walk(referral, [nurse, { to: 'cancelled', reasonCode: 'OT14' }])
    expect((await get(siteNurse, cancelled.referral.referralId)).statusCode).toBe(404)
    expect((await create(oncologist, pair)).statusCode).toBe(201)
  })

  test('of two steps at once one is taken; the other sees where the referral stands', async () => {
    const { referral } = await makeSent(app.database, oncologist)
    const answers = await Promise.all([
      move(siteNurse, referral, { to: 'received' }),
      move(nurse, referral, { to: 'cancelled', reasonCode: 'OT08' }),
    ])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 412])
    const refused = answers.find(({ statusCode }) => statusCode === 412)
    expect(refused?.json()).toMatchObject({ current: { referral: { version: 3 } } })
  })

  test('the same step twice with one key is one step', async () => {
    const { referral } = await makeSent(app.database, oncologist)
    const key = randomUUID()
    const [first, again] = await Promise.all([
      move(siteNurse, referral, { to: 'received' }, key),
      move(siteNurse, referral, { to: 'received' }, key),
    ])
    expect([first.statusCode, again.statusCode]).toEqual([200, 200])
    expect(again.json()).toEqual(first.json())
    expect((await move(siteNurse, referral, { to: 'pre-screening' }, key)).statusCode).toBe(422)
  })
})

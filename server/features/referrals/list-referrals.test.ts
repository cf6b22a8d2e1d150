import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'

type Page = components['schemas']['ReferralPage']
type Row = components['schemas']['ReferralRow']

let app: TestApp
let nurse: Send
let oncologist: Send
let siteNurse: Send

beforeAll(async () => {
  app = await openTestApp()
  nurse = await app.signInAs('nurse')
  oncologist = await app.signInAs('oncologist')
  siteNurse = await app.signInAs('site-nurse', 'ZZ002')
})
afterAll(() => app.close())

async function list(send: Send, search = ''): Promise<Page> {
  const answer = await send({ method: 'GET', url: `/api/referrals?${search}` })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<Page>()
}

/** Every row of a list, by walking its pages. */
async function walk(send: Send, search: string, limit: number): Promise<Row[]> {
  const rows: Row[] = []
  for (let next: string | null = ''; next !== null; ) {
    const page: Page = await list(send, `${search}&limit=${limit}${next === '' ? '' : `&after=${next}`}`)
    rows.push(...page.items)
    next = page.next
  }
  return rows
}

const ids = (rows: readonly Row[]) => rows.map(({ referralId }) => referralId)

describe('whose referrals a list holds', () => {
  test('the hospital’s own on the referrer’s side; those sent to it on the site’s side, never a draft', async () => {
    const own = await walk(nurse, 'closed=true', 100)
    expect(own.length).toBeGreaterThan(5)
    expect(new Set(own.map(({ fromOrganisation }) => fromOrganisation?.code))).toEqual(new Set(['ZZ001']))
    expect(own.every(({ patient }) => patient.patientId !== null)).toBe(true)
    const received = await walk(siteNurse, 'closed=true', 100)
    expect(received.length).toBeGreaterThan(0)
    expect(new Set(received.map(({ site }) => site?.organisation.code))).toEqual(new Set(['ZZ002']))
    expect(received.every(({ patient, sentOn }) => patient.patientId === null && sentOn !== null)).toBe(true)
    expect(received.map(({ status }) => status)).not.toContain('referral-draft')
  })

  test('"mine" are those that the caller wrote', async () => {
    const mine = await walk(oncologist, 'scope=mine&closed=true', 100)
    const all = await walk(oncologist, 'closed=true', 100)
    const [name] = new Set(mine.map(({ referrer }) => referrer))
    expect(new Set(mine.map(({ referrer }) => referrer)).size).toBe(1)
    expect(ids(mine).toSorted()).toEqual(ids(all.filter(({ referrer }) => referrer === name)).toSorted())
  })

  test('nobody but the two sides has a list', async () => {
    const lead = await app.signInAs('trust-lead')
    expect((await lead({ method: 'GET', url: '/api/referrals' })).statusCode).toBe(403)
    expect((await app.send({ method: 'GET', url: '/api/referrals' })).statusCode).toBe(401)
  })
})

describe('filters', () => {
  test('leave out what has ended unless it is asked for', async () => {
    const open = await list(nurse, 'limit=100')
    const all = await list(nurse, 'limit=100&closed=true')
    const ended = ['enrolled', 'pre-screen-fail', 'declined', 'screen-failed', 'cancelled']
    expect(open.items.filter(({ status }) => ended.includes(status))).toEqual([])
    expect(all.total.count).toBeGreaterThan(open.total.count)
  })

  test('list an ended status that is asked for by name, and count it before it is', async () => {
    const enrolled = (await walk(nurse, 'closed=true', 100)).filter(({ status }) => status === 'enrolled')
    expect(enrolled.length).toBeGreaterThan(0)
    const usual = await list(nurse, 'limit=1')
    expect(usual.counts.status.find(({ value }) => value === 'enrolled')?.count).toBe(enrolled.length)
    expect(ids(await walk(nurse, 'status=enrolled', 100)).toSorted()).toEqual(ids(enrolled).toSorted())
  })

  test('by status, clock and trial hold together, and the counts tell what each value would leave', async () => {
    const everything = await walk(nurse, 'closed=true', 100)
    const countBy = (status: string) => everything.filter((row) => row.status === status).length
    const page = await list(nurse, 'closed=true&limit=1')
    expect(page.total).toEqual({ count: everything.length, isCapped: false })
    for (const { value, count } of page.counts.status) expect([value, count]).toEqual([value, countBy(value)])
    for (const { value, count } of page.counts.clock) {
      expect([value, count]).toEqual([value, everything.filter(({ clock }) => clock.state === value).length])
    }

    const sent = await list(nurse, 'closed=true&limit=100&status=sent&status=received')
    expect(sent.total.count).toBe(countBy('sent') + countBy('received'))
    // The values of a filter are counted without that filter, and with the others.
    expect(sent.counts.status).toEqual(page.counts.status)
    expect(sent.counts.clock.reduce((sum, { count }) => sum + count, 0)).toBe(sent.total.count)

    const late = await list(nurse, 'limit=100&clock=overdue&clock=escalated')
    expect(late.items.length).toBeGreaterThan(0)
    expect(late.items.every(({ clock }) => ['overdue', 'escalated'].includes(clock.state))).toBe(true)

    const trialId = everything[0]?.trial.trialId ?? ''
    const ofTrial = await list(nurse, `closed=true&limit=100&trialId=${trialId}`)
    expect(ids(ofTrial.items).toSorted()).toEqual(
      ids(everything.filter(({ trial }) => trial.trialId === trialId)).toSorted(),
    )
  })

  test('a misspelt filter is refused, not ignored', async () => {
    expect((await nurse({ method: 'GET', url: '/api/referrals?state=sent' })).statusCode).toBe(400)
    expect((await nurse({ method: 'GET', url: '/api/referrals?status=lost' })).statusCode).toBe(400)
  })
})

describe('order and pages', () => {
  test('the list begins with what is due first; what has no clock comes last', async () => {
    const due = (await walk(nurse, 'closed=true', 100)).map(({ clock }) => clock.dueOn ?? 'none')
    expect(due).toEqual(due.toSorted())
    expect(due.at(-1)).toBe('none')
  })

  test('or with what was sent or changed last', async () => {
    const sentOn = (await walk(nurse, 'sort=sentOn', 100)).map((row) => row.sentOn ?? '')
    expect(sentOn).toEqual(sentOn.toSorted().toReversed())
    const changed = (await walk(nurse, 'sort=lastEvent', 100)).map(({ lastEventAt }) => lastEventAt)
    expect(changed).toEqual(changed.toSorted().toReversed())
  })

  test.each(['dueOn', 'sentOn', 'lastEvent'])(
    'pages by %s show every referral once, forwards and back',
    async (sort) => {
      const whole = ids(await walk(nurse, `sort=${sort}&closed=true`, 100))
      expect(ids(await walk(nurse, `sort=${sort}&closed=true`, 3))).toEqual(whole)
      const fifth = whole[4] ?? ''
      const before = await list(nurse, `sort=${sort}&closed=true&limit=3&before=${fifth}`)
      expect(ids(before.items)).toEqual(whole.slice(1, 4))
      expect(before.next).toBe(whole[3])
      expect(before.previous).toBe(whole[1])
      const start = await list(nurse, `sort=${sort}&closed=true&limit=3&before=${whole[1]}`)
      expect(start).toMatchObject({ previous: null })
      expect(ids(start.items)).toEqual(whole.slice(0, 1))
    },
  )
})

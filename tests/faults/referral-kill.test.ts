import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import type { ReferralEvent } from '#domain/referral/referral-event.ts'
import { replayReferral } from '#domain/referral/replay-referral.ts'
import { openTestDatabase, type TestDatabase, testEngine } from '../support/database-template.ts'
import { demonstrationSeed, testInstant } from '../support/demonstration-seed.ts'
import { changeHeaders, type HttpClient, signInOverHttp } from '../support/http-client.ts'
import { type ServerProcess, startServerProcess } from '../support/server-process.ts'

type Schemas = components['schemas']
type Referral = Schemas['Referral']

const kills = Number(process.env.KILLS ?? 2)
const patienceMs = 120_000 + kills * 30_000
const today = calendarDateInLondon(testInstant)

let environment: Readonly<Record<string, string>>
let tidyUp: () => Promise<void>

beforeAll(async () => {
  const clock = { NODE_ENV: 'test', TEST_CLOCK: testInstant.toISOString() }
  if (testEngine === 'pglite') {
    const directory = mkdtempSync(join(tmpdir(), 'referral-kill-'))
    environment = { ...clock, DATA_DIR: directory }
    tidyUp = () => rm(directory, { recursive: true, force: true })
  } else {
    const database: TestDatabase = await openTestDatabase({ seed: demonstrationSeed() })
    if (database.location.kind !== 'postgres') throw new Error('This is not the postgres project.')
    environment = { ...clock, DATABASE_URL: database.location.url }
    tidyUp = () => database.close()
  }
})
afterAll(() => tidyUp())

interface People {
  readonly oncologist: HttpClient
  readonly siteNurse: HttpClient
  readonly investigator: HttpClient
}

/** One change of one referral, as it was sent. Sending it again must never do it twice. */
interface Change {
  readonly who: keyof People
  readonly path: string
  readonly body: object
  readonly headers: Readonly<Record<string, string>>
}

/** The steps after sending, and who takes each. */
const steps: readonly [keyof People, Schemas['ReferralMove']][] = [
  ['siteNurse', { to: 'received' }],
  ['siteNurse', { to: 'pre-screening' }],
  ['siteNurse', { to: 'pre-screen-pass' }],
  ['siteNurse', { to: 'approached' }],
  ['siteNurse', { to: 'consented', occurredOn: today }],
  ['investigator', { to: 'eligible' }],
  ['siteNurse', { to: 'enrolled', occurredOn: today }],
]

interface Pair {
  readonly patientId: string
  readonly trialId: string
  readonly siteId: string
}

async function signIn({ address }: ServerProcess): Promise<People> {
  const [oncologist, siteNurse, investigator] = await Promise.all([
    signInOverHttp(address, 'oncologist', 'ZZ001'),
    signInOverHttp(address, 'site-nurse', 'ZZ002'),
    signInOverHttp(address, 'investigator', 'ZZ002'),
  ])
  return { oncologist, siteNurse, investigator }
}

/** Every patient of ZZ001 without a referral who may be referred, with every trial that is open at a site of ZZ002. */
async function findPairs({ oncologist }: People): Promise<Pair[]> {
  const search = { filters: { referralStatus: ['none'] }, limit: 100 }
  const patients: Schemas['PatientPage'] = JSON.parse((await oncologist.post('/patients/search', search)).body)
  const { items } = await oncologist.get<Schemas['TrialPage']>('/trials?recruiting=open&country=GB&limit=100')
  const trials = await Promise.all(items.map(({ trialId }) => oncologist.get<Schemas['Trial']>(`/trials/${trialId}`)))
  const places = trials.flatMap(({ trial, sites }) => {
    const site = sites.find(
      ({ organisation, effectiveStatus }) => organisation?.code === 'ZZ002' && effectiveStatus === 'open',
    )
    return site ? [{ trialId: trial.trialId, siteId: site.siteId }] : []
  })
  // Who has died, or does not want to hear about a trial, cannot be referred.
  const referable = patients.items.filter(
    ({ marks, trialsLeftOut }) => !marks.includes('died') && !marks.includes('noResearch') && trialsLeftOut === 0,
  )
  return places.flatMap((place) => referable.map(({ patientId }) => ({ patientId, ...place })))
}

/** Carries referrals from draft to enrolment until the server is gone. Returns the change that got no answer. */
async function work(people: People, nextPair: () => Pair, acknowledge: (referral: Referral) => void): Promise<Change> {
  for (;;) {
    const { siteId, ...pair } = nextPair()
    let referral: Referral | null = null
    const form = {
      siteId,
      withheldItemIds: [],
      message: 'Please consider.',
      agreement: { agreedOn: today, how: 'video' },
    }
    const plan = [
      { who: 'oncologist' as const, step: 'create', body: pair },
      { who: 'oncologist' as const, step: 'send', body: form },
      ...steps.map(([who, body]) => ({ who, step: 'moves', body })),
    ]
    for (const { who, step, body } of plan) {
      const row: Schemas['ReferralRow'] | undefined = referral?.referral
      const path = row === undefined ? '/referrals' : `/referrals/${row.referralId}/${step}`
      const change = { who, path, body, headers: changeHeaders(row?.version ?? null) }
      const answer = await people[who].post(change.path, change.body, change.headers).catch(() => null)
      if (answer === null) return change
      expect(answer.status, answer.body.slice(0, 400)).toBeLessThan(300)
      referral = JSON.parse(answer.body) as Referral
      acknowledge(referral)
    }
  }
}

/** The history as the rules read it: who may do what, in which order, with which dates. */
function historyOf({ events }: Referral): ReferralEvent[] {
  return events.map(({ role, at, from, to, reasonCode, note, occurredOn }) => {
    const actor = { kind: 'person', role, organisationId: '' } as const
    const base = { actor, recordedOn: calendarDateInLondon(new Date(at)), recordedAt: at }
    if (from === null) return { ...base, kind: 'created' }
    return {
      ...base,
      kind: 'moved',
      from,
      to,
      reason: reasonCode,
      otherReasons: [],
      note,
      consentedOn: to === 'consented' ? occurredOn : null,
      enrolledOn: to === 'enrolled' ? occurredOn : null,
    }
  })
}

/** What was acknowledged is there, at most one step further, and tells one consistent history. */
async function expectKept({ oncologist }: People, acknowledged: ReadonlyMap<string, Referral>): Promise<void> {
  for (const [referralId, last] of acknowledged) {
    const kept = await oncologist.get<Referral>(`/referrals/${referralId}`)
    // The site is not shown the draft, so its answers begin with the sending.
    const fromSameStart = kept.events.slice(kept.events.findIndex(({ eventId }) => eventId === last.events[0]?.eventId))
    expect(fromSameStart.slice(0, last.events.length), referralId).toEqual(last.events)
    expect(kept.referral.version - last.referral.version, referralId).toBeLessThanOrEqual(1)
    const replay = replayReferral(historyOf(kept))
    if (replay.kind === 'broken') throw new Error(`Referral ${referralId}: ${replay.message}`)
    const { status, enteredOn, sentOn, eventCount } = replay.state
    expect(kept.referral).toMatchObject({ status, enteredOn, sentOn, version: eventCount })
    expect(kept.sharedRecord === null).toBe(sentOn === null)
  }
}

test(`the server keeps every referral step it acknowledged, killed ${kills} times at it`, {
  timeout: patienceMs,
}, async () => {
  const acknowledged = new Map<string, Referral>()
  let unanswered: readonly Change[] = []
  let pairs: Pair[] | null = null
  let usedPairs = 0
  for (let round = 1; round <= kills + 1; round += 1) {
    const server = await startServerProcess(environment)
    try {
      const people = await signIn(server)
      await expectKept(people, acknowledged)
      // Whoever got no answer presses the button again; whether or not the step was taken, it is now taken once.
      for (const { who, path, body, headers } of unanswered) {
        const answer = await people[who].post(path, body, headers)
        expect(answer.status, `${path} ${answer.body.slice(0, 400)}`).toBeLessThan(300)
        const referral: Referral = JSON.parse(answer.body)
        acknowledged.set(referral.referral.referralId, referral)
      }
      await expectKept(people, acknowledged)
      if (round > kills) return

      pairs ??= await findPairs(people)
      const nextPair = (): Pair => {
        const pair = pairs?.[usedPairs]
        usedPairs += 1
        if (!pair) throw new Error('The demonstration has no more pairs of a patient and an open trial.')
        return pair
      }
      // Different every round, so that the kill meets the database in different places.
      const stepsUntilKill = 15 + ((round * 37) % 40)
      let count = 0
      const acknowledge = (referral: Referral) => {
        acknowledged.set(referral.referral.referralId, referral)
        count += 1
        if (count === stepsUntilKill) server.signal('SIGKILL')
      }
      unanswered = await Promise.all([1, 2, 3].map(() => work(people, nextPair, acknowledge)))
      expect(count).toBeGreaterThanOrEqual(stepsUntilKill)
    } finally {
      server.signal('SIGKILL')
      await server.ended
    }
  }
})

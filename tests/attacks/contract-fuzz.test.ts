import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '#domain/access/role.ts'
import { faultOfAnswer } from '../contract/answer-check.ts'
import { openTestApp, type Send, type TestApp } from '../support/build-app.ts'
import { testEngine } from '../support/database-template.ts'
import { operationsOfContract } from './contract-operations.ts'
import { type FuzzedRequest, fuzzedRequests } from './fuzzed-requests.ts'
import { everyHostileText } from './hostile-text.ts'
import { insideTold } from './inside-told.ts'
import { readKnownValues } from './known-values.ts'

/** Both engines answer by the same program, so the second one is asked a fifth as often. */
const requests = Number(process.env.FUZZ_REQUESTS ?? 2000) / (testEngine === 'pglite' ? 1 : 5)
const seed = Number(process.env.FUZZ_SEED ?? 20_261_122)
const patienceMs = Math.max(240_000, requests * 120)
const mostFaultsTold = 10
const organisationCode = 'ZZ001'

const senders: readonly Role[] = [
  'oncologist',
  'nurse',
  'site-nurse',
  'investigator',
  'trust-lead',
  'national-lead',
  'information-officer',
  'administrator',
  'privacy-officer',
]

/**
 * They ask for a token, a session, the password, an account, a team, for what stands at this moment, or for a draft of which every part agrees
 * with the others; the requests that fit are those of tests/contract.
 */
const seldomReached: readonly string[] = [
  'createFirstAdministrator',
  'recoverAccount',
  'giveSecondFactor',
  'beginSecondFactor',
  'confirmSecondFactor',
  'removeSecondFactor',
  'createAccount',
  'changeAccount',
  'closeAccount',
  'reopenAccount',
  'createRecoveryLink',
  'renameOrganisation',
  'chooseRole',
  'addTeamMember',
  'addDelegation',
  'endDelegation',
  'endTeamMembership',
  'assignPatientTeam',
  'addNamedRole',
  'endNamedRole',
  'openPatientInEmergency',
  'reviewEmergencyAccess',
  'endOwnSession',
  'changeOwnPassword',
  'overrideVerdict',
  'withdrawOverride',
  'recordResearchWish',
  'withdrawResearchWish',
  'recordOptOutCheck',
  'setSensitiveFlag',
  'recordDeath',
  'saveReferralDraft',
  'sendReferral',
  'moveReferral',
  'assessFeasibility',
]

/** A session has another identifier after each sign-in. */
const endsSession: readonly string[] = ['signIn', 'signOut', 'endAllSessions']

let app: TestApp
let elapsed = 0
const signedIn = new Map<Role, Send>()

beforeAll(async () => {
  // A second goes by with each request, so that none meets a limit and all reach what they are for.
  app = await openTestApp({
    requestLimits: { perAccount: 1e9, perAddress: 1e9, elapsedMilliseconds: () => (elapsed += 1000) },
  })
}, patienceMs)
afterAll(() => app.close())

test(
  `${requests} requests made from the contract, right, at its limits and wrong, are all answered as it says`,
  async () => {
    const known = await readKnownValues(app, organisationCode)
    const perOperation = Math.ceil(requests / operationsOfContract.length)
    const rows = operationsOfContract.map((operation, index) =>
      fc.sample(fuzzedRequests(operation, known, senders), { numRuns: perOperation, seed: seed + index }),
    )
    const counts = new Map<string, number>()
    const succeeded = new Set<string>()
    const faults: string[] = []
    for (let round = 0; round < perOperation && faults.length < mostFaultsTold; round += 1) {
      for (const made of rows.flatMap((row) => row[round] ?? [])) {
        const answer = await send(made)
        for (const key of [made.kind, `${answer.statusCode}`]) counts.set(key, (counts.get(key) ?? 0) + 1)
        if (answer.statusCode < 300) succeeded.add(made.operation.operationId)
        const fault = faultOf(made, answer)
        if (fault !== null)
          faults.push(`${fault}\n  ${describe(made)}\n  ${answer.statusCode} ${answer.body.slice(0, 600)}`)
      }
    }
    const total = perOperation * operationsOfContract.length
    console.log(
      `Contract fuzz on ${testEngine}: ${total} requests, seed ${seed}; ${inWords(counts)}; ${succeeded.size} of ${operationsOfContract.length} operations succeeded at least once.`,
    )
    expect(faults.join('\n\n')).toBe('')
    expect(total).toBeGreaterThanOrEqual(requests)
    const unreached = operationsOfContract.map(({ operationId }) => operationId).filter((id) => !succeeded.has(id))
    if (requests >= 2000) expect(unreached.filter((id) => !seldomReached.includes(id))).toEqual([])
  },
  patienceMs,
)

async function send({ sender, request, operation }: FuzzedRequest): Promise<LightMyRequestResponse> {
  if (sender === null) return app.send(request)
  const as = signedIn.get(sender) ?? (await app.signInAs(sender, organisationCode))
  signedIn.set(sender, as)
  if (endsSession.includes(operation.operationId)) signedIn.delete(sender)
  return as(request)
}

function faultOf({ operation, request }: FuzzedRequest, answer: LightMyRequestResponse): string | null {
  const { statusCode, body, headers } = answer
  if (statusCode >= 500) return 'The service failed.'
  // What was sent before comes back in lists, as text.
  const told = insideTold(body, [request.url, String(request.payload), ...everyHostileText].join(' '))
  if (told !== null) return `The answer tells of the inside: ${told}`
  const isProblem = /^application\/problem\+json/.test(String(headers['content-type']))
  if (statusCode >= 400 && !isProblem) return `A refusal is ${headers['content-type']}.`
  const fault = faultOfAnswer(operation.operationId, statusCode, body === '' ? null : JSON.parse(body))
  return fault === null ? null : `The answer breaks the contract: ${fault}`
}

function describe({ operation, kind, sender, request }: FuzzedRequest): string {
  const payload = request.payload === undefined ? '' : ` ${String(request.payload).slice(0, 1500)}`
  return `${kind} ${operation.operationId} as ${sender ?? 'nobody'}: ${request.method} ${String(request.url)} ${JSON.stringify(request.headers)}${payload}`
}

function inWords(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
}

import { randomUUID } from 'node:crypto'
import type { components } from '#api/schema.ts'
import { delegatesOn, delegationState } from '#domain/access/delegation.ts'
import { alreadyEnded } from '#domain/access/delegation-refusals.ts'
import { addRefusal, endRefusal, type LogKeeper } from '#domain/access/delegation-rights.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { countWaiting, readLines, type StoredLine } from '../../delegation-rows/delegation-log-repository.ts'
import { answerOnce } from '../../plugins/idempotency-repository.ts'
import type { Caller, CallerOrganisation, Operation, Trx } from '../../plugins/operation.ts'
import { notAllowed, notFound, toProblem } from '../../plugins/problem.ts'
import { addLine, endLine, findTrial, holdLog, isSiteOf, readSiteTrials, readStaff } from './delegation-repository.ts'
import { describeCandidates, describeLines } from './describe-delegation-log.ts'

type Schemas = components['schemas']

/** Who may do what on the trials of the caller's site, kept by those who lead them there and by administrators. */
export const delegationOperations: {
  readonly listDelegationLogs: Operation<'listDelegationLogs'>
  readonly getDelegationLog: Operation<'getDelegationLog'>
  readonly addDelegation: Operation<'addDelegation'>
  readonly endDelegation: Operation<'endDelegation'>
} = {
  async listDelegationLogs({ trx, caller, asOf }) {
    const site = siteOf(caller)
    const lines = await readLines(trx, site)
    const byTrial = Map.groupBy(lines, ({ trialId }) => trialId)
    const waiting = await countWaiting(trx, site.organisationId, asOf)
    const trials = await readSiteTrials(trx, site.organisationId, [...byTrial.keys(), ...waiting.keys()])
    const rows = trials.map((trial) => {
      const people = delegatesOn(byTrial.get(trial.trialId) ?? [], asOf)
      const leaders = people.filter(({ duties }) => duties.includes('principalInvestigator'))
      return {
        trial,
        principalInvestigators: leaders.map(({ name }) => name),
        people: people.length,
        waiting: waiting.get(trial.trialId) ?? 0,
      }
    })
    const body = { organisation: named(site), items: rows.toSorted((a, b) => b.waiting - a.waiting) }
    return { body }
  },

  async getDelegationLog({ trx, caller, asOf, params: { trialId } }) {
    return { body: await describeLog(trx, caller, asOf, trialId) }
  },

  addDelegation({ trx, caller, asOf, now, audit, params: { trialId }, headers, body }) {
    const content = { trialId, body }
    const once = { caller, audit, key: headers['idempotency-key'], operation: 'addDelegation', content }
    return answerOnce(trx, once, async () => {
      await holdLog(trx, siteOf(caller).organisationId, trialId)
      const { site, lines } = await openLog(trx, caller, asOf, trialId)
      const staff = await readStaff(trx, site.organisationId)
      const role = staff.find(({ accountId }) => accountId === body.accountId)?.role ?? null
      const refusal = addRefusal({ keeper: keeperOf(caller, lines, asOf), line: body, role, log: lines, asOf })
      if (refusal !== null) throw toProblem(refusal)
      const line = {
        entry_id: randomUUID(),
        trial_id: trialId,
        organisation_id: site.organisationId,
        account_id: body.accountId,
        duty: body.duty,
        starts_on: body.startsOn,
        ends_on: body.endsOn,
      }
      await addLine(trx, line, caller, now)
      return { body: await describeLog(trx, caller, asOf, trialId) }
    })
  },

  async endDelegation({ trx, caller, asOf, now, audit, params: { trialId, entryId }, body }) {
    const { lines } = await openLog(trx, caller, asOf, trialId)
    const line = lines.find((each) => each.entryId === entryId)
    if (line === undefined) throw notFound('line of this log')
    audit.account(line.accountId)
    const refusal = endRefusal(keeperOf(caller, lines, asOf), line, asOf)
    if (refusal !== null) throw toProblem(refusal)
    const ending = { entryId, reason: body.reason.trim(), by: caller, on: asOf, now }
    if (!(await endLine(trx, ending))) throw toProblem(alreadyEnded)
    return { body: await describeLog(trx, caller, asOf, trialId) }
  },
}

/** @throws Problem 403 for somebody without an organisation, which alone has a site */
function siteOf({ organisation }: Caller): CallerOrganisation {
  if (organisation !== null) return organisation
  throw notAllowed('A delegation log belongs to the site of an organisation, and your account belongs to none.')
}

function keeperOf({ accountId, role }: Caller, lines: readonly StoredLine[], asOf: CalendarDate): LogKeeper {
  const own = lines.filter((line) => line.accountId === accountId && delegationState(line, asOf) === 'current')
  return { accountId, role, duties: own.map(({ duty }) => duty) }
}

interface OpenLog {
  readonly site: CallerOrganisation
  readonly trial: Schemas['DelegatedTrial']
  readonly lines: readonly StoredLine[]
  readonly waiting: number
}

/** @throws Problem 404 where the caller's organisation is no site of the trial */
async function openLog(trx: Trx, caller: Caller, asOf: CalendarDate, trialId: string): Promise<OpenLog> {
  const site = siteOf(caller)
  const { organisationId } = site
  const trial = await findTrial(trx, trialId)
  const lines = await readLines(trx, { organisationId, trialId })
  const waiting = (await countWaiting(trx, organisationId, asOf)).get(trialId) ?? 0
  const isOfSite = waiting > 0 || lines.length > 0 || (await isSiteOf(trx, organisationId, trialId))
  if (trial === null || !isOfSite) throw notFound('trial of which your organisation is a site')
  return { site, trial, lines, waiting }
}

async function describeLog(
  trx: Trx,
  caller: Caller,
  asOf: CalendarDate,
  trialId: string,
): Promise<Schemas['DelegationLog']> {
  const { site, trial, lines, waiting } = await openLog(trx, caller, asOf, trialId)
  const keeper = keeperOf(caller, lines, asOf)
  return {
    trial,
    organisation: named(site),
    items: describeLines(lines, keeper, asOf),
    candidates: describeCandidates(await readStaff(trx, site.organisationId), keeper),
    waiting,
  }
}

function named({ organisationId, code, name }: CallerOrganisation): Schemas['Organisation'] {
  return { organisationId, code, name }
}

import type { components } from '#api/schema.ts'
import { delegationState, type NamedLine } from '#domain/access/delegation.ts'
import { addRefusal, dutiesToGive, endRefusal, type LogKeeper, mayEnd } from '#domain/access/delegation-rights.ts'
import { dutiesOfRole, siteRoles } from '#domain/access/duty.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Caller } from '../../http/caller.ts'
import { notAllowed, notFound, toProblem } from '../../http/problem.ts'
import { compareKeys, compareNames } from '../../paging/compare-keys.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldDelegation } from '../../state/held-delegation.ts'
import type { HeldTrialSites } from '../../state/held-trial.ts'
import { organisationNamed } from '../organisation-named.ts'
import { delegatesAt, named, waitingAt } from './site-delegates.ts'

type Schemas = components['schemas']
type Line = HeldDelegation & NamedLine

export interface LogQuestion {
  readonly state: DemonstrationState
  readonly caller: Caller
  readonly asOf: CalendarDate
}

/** The trials of the caller's site: first those for which referrals wait, each part in the order of the titles. */
export function listLogs(asked: LogQuestion): Schemas['DelegationLogList'] {
  const { state, asOf } = asked
  const organisationId = siteOf(asked.caller)
  const waiting = waitingAt(state, organisationId, asOf)
  const logged = new Set(linesAt(asked, organisationId).map(({ trialId }) => trialId))
  const rows = [...state.trials.values()]
    .filter((trial) => isSiteOf(trial, organisationId) || logged.has(trial.trialId) || waiting.has(trial.trialId))
    .map((trial) => {
      const people = delegatesAt(state, { trialId: trial.trialId, organisationId }, asOf)
      const leaders = people.filter(({ duties }) => duties.includes('principalInvestigator'))
      return {
        trial: describeTrial(trial),
        principalInvestigators: leaders.map(({ name }) => name),
        people: people.length,
        waiting: waiting.get(trial.trialId) ?? 0,
      }
    })
    .toSorted((a, b) => b.waiting - a.waiting || compareNames(a.trial.title, b.trial.title))
  return { organisation: organisationNamed(state, organisationId), items: rows }
}

export function describeLog(asked: LogQuestion, trialId: string): Schemas['DelegationLog'] {
  const { trial, organisationId, lines, waiting } = openLog(asked, trialId)
  const keeper = keeperOf(asked, lines)
  return {
    trial: describeTrial(trial),
    organisation: organisationNamed(asked.state, organisationId),
    items: describeLines(lines, keeper, asked.asOf),
    candidates: candidatesFor(asked, organisationId, keeper),
    waiting,
  }
}

export function addToLog(
  asked: LogQuestion,
  trialId: string,
  line: Schemas['NewDelegation'],
): Schemas['DelegationLog'] {
  const { state, caller, asOf } = asked
  const { organisationId, lines } = openLog(asked, trialId)
  const role = staffOf(asked, organisationId).find(({ accountId }) => accountId === line.accountId)?.role ?? null
  const refusal = addRefusal({ keeper: keeperOf(asked, lines), line, role, log: lines, asOf })
  if (refusal !== null) throw toProblem(refusal)
  const entryId = crypto.randomUUID()
  const entered = { enteredAt: state.now().toISOString(), enteredBy: caller.name }
  state.delegations.set(entryId, { ...line, ...entered, entryId, trialId, organisationId, endedOn: null, ending: null })
  return describeLog(asked, trialId)
}

export function endOnLog(
  asked: LogQuestion,
  { trialId, entryId }: { readonly trialId: string; readonly entryId: string },
  reason: string,
): Schemas['DelegationLog'] {
  const { state, caller, asOf } = asked
  const { lines } = openLog(asked, trialId)
  const line = lines.find((each) => each.entryId === entryId)
  const held = state.delegations.get(entryId)
  if (line === undefined || held === undefined) throw notFound('line of this log')
  const refusal = endRefusal(keeperOf(asked, lines), line, asOf)
  if (refusal !== null) throw toProblem(refusal)
  const ending = { endedOn: asOf, by: caller.name, reason: reason.trim() }
  state.delegations.set(entryId, { ...held, endedOn: asOf, ending })
  return describeLog(asked, trialId)
}

/** @throws Problem 403 for somebody without an organisation, which alone has a site */
function siteOf({ organisation }: Caller): string {
  if (organisation !== null) return organisation.organisationId
  throw notAllowed('A delegation log belongs to the site of an organisation, and your account belongs to none.')
}

/** @throws Problem 404 where the caller's organisation is no site of the trial */
function openLog(asked: LogQuestion, trialId: string) {
  const { state, caller, asOf } = asked
  const organisationId = siteOf(caller)
  const trial = state.trials.get(trialId)
  const lines = linesAt(asked, organisationId).filter((line) => line.trialId === trialId)
  const waiting = waitingAt(state, organisationId, asOf).get(trialId) ?? 0
  if (trial === undefined || !(isSiteOf(trial, organisationId) || lines.length > 0 || waiting > 0)) {
    throw notFound('trial of which your organisation is a site')
  }
  return { trial, organisationId, lines, waiting }
}

/** The latest entered first. */
function linesAt({ state }: LogQuestion, organisationId: string): readonly Line[] {
  return [...state.delegations.values()]
    .filter((line) => line.organisationId === organisationId)
    .map((line) => named(state, line))
    .toSorted(
      (a, b) => compareKeys(b.enteredAt, a.enteredAt) || compareNames(a.name, b.name) || compareKeys(a.duty, b.duty),
    )
}

function isSiteOf({ sites }: HeldTrialSites, organisationId: string): boolean {
  return sites.some((site) => site.organisationId === organisationId)
}

function keeperOf({ caller, asOf }: LogQuestion, lines: readonly Line[]): LogKeeper {
  const { accountId, role } = caller
  const own = lines.filter((line) => line.accountId === accountId && delegationState(line, asOf) === 'current')
  return { accountId, role, duties: own.map(({ duty }) => duty) }
}

function staffOf({ state }: LogQuestion, organisationId: string) {
  return [...state.accounts.values()]
    .filter((each) => each.isOpen && each.organisationId === organisationId)
    .filter(({ role }) => siteRoles.some((each) => each === role))
    .toSorted((a, b) => compareNames(a.name, b.name))
}

function candidatesFor(
  asked: LogQuestion,
  organisationId: string,
  keeper: LogKeeper,
): Schemas['DelegationCandidate'][] {
  const given = dutiesToGive(keeper)
  return staffOf(asked, organisationId)
    .filter(({ accountId }) => accountId !== keeper.accountId)
    .map(({ accountId, name, role }) => {
      return { accountId, name, role, duties: dutiesOfRole(role).filter((duty) => given.includes(duty)) }
    })
    .filter(({ duties }) => duties.length > 0)
}

function describeLines(lines: readonly Line[], keeper: LogKeeper, asOf: CalendarDate): Schemas['DelegationEntry'][] {
  const entries = lines.map((line): Schemas['DelegationEntry'] => {
    const { entryId, accountId, name, role, duty, startsOn, endsOn, enteredBy, enteredAt, ending } = line
    const state = delegationState(line, asOf)
    return {
      ...{ entryId, accountId, name, role, duty, startsOn, endsOn, state, enteredBy, enteredAt, ending },
      mayEnd: state !== 'past' && mayEnd(keeper, line),
    }
  })
  return [...entries.filter(({ state }) => state !== 'past'), ...entries.filter(({ state }) => state === 'past')]
}

function describeTrial({ trialId, record }: HeldTrialSites): Schemas['DelegatedTrial'] {
  const { registryId, title, recruitmentStatus } = record
  return { trialId, registryId, title, recruitmentStatus }
}

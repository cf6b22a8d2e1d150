import type { components } from '#api/schema.ts'
import { delegationState } from '#domain/access/delegation.ts'
import { dutiesToGive, type LogKeeper, mayEnd } from '#domain/access/delegation-rights.ts'
import { dutiesOfRole } from '#domain/access/duty.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { StoredLine } from '../../delegation-rows/delegation-log-repository.ts'

type Schemas = components['schemas']

/** The lines of a log as somebody sees them: those that hold or are to come first. */
export function describeLines(
  lines: readonly StoredLine[],
  keeper: LogKeeper,
  asOf: CalendarDate,
): Schemas['DelegationEntry'][] {
  const entries = lines.map((line) => describeLine(line, keeper, asOf))
  const isPast = ({ state }: Schemas['DelegationEntry']) => state === 'past'
  return [...entries.filter((entry) => !isPast(entry)), ...entries.filter(isPast)]
}

function describeLine(line: StoredLine, keeper: LogKeeper, asOf: CalendarDate): Schemas['DelegationEntry'] {
  const { endedOn, endedBy: by, endReason: reason } = line
  const state = delegationState(line, asOf)
  return {
    entryId: line.entryId,
    accountId: line.accountId,
    name: line.name,
    role: line.role,
    duty: line.duty,
    startsOn: line.startsOn,
    endsOn: line.endsOn,
    state,
    enteredBy: line.enteredBy,
    enteredAt: line.enteredAt.toISOString(),
    ending: endedOn === null || by === null || reason === null ? null : { endedOn, by, reason },
    mayEnd: state !== 'past' && mayEnd(keeper, line),
  }
}

/** Whom somebody may put on a log, and for what. */
export function describeCandidates(
  staff: readonly Omit<Schemas['DelegationCandidate'], 'duties'>[],
  keeper: LogKeeper,
): Schemas['DelegationCandidate'][] {
  const given = dutiesToGive(keeper)
  return staff
    .filter(({ accountId }) => accountId !== keeper.accountId)
    .map((person) => ({ ...person, duties: dutiesOfRole(person.role).filter((duty) => given.includes(duty)) }))
    .filter(({ duties }) => duties.length > 0)
}

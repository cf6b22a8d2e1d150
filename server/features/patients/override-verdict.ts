import { randomUUID } from 'node:crypto'
import {
  decideOverride,
  decideWithdrawal,
  type OverrideAuthor,
  type OverrideDecision,
} from '#domain/eligibility/decide-override.ts'
import type { OverrideSituation } from '#domain/eligibility/standing-override.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { readPatientFacts } from '../../eligibility/facts-repository.ts'
import { readHeldTrial } from '../../eligibility/held-trials-repository.ts'
import { addOverrideEntry, readOverrideHistory, readOverrides } from '../../eligibility/override-repository.ts'
import { readTrialVerdict } from '../../eligibility/patient-verdict-repository.ts'
import { screenPatients } from '../../eligibility/screening-repository.ts'
import { scopeOf } from '../../patient-rows/patients-in-scope.ts'
import { answerOnce } from '../../plugins/idempotency-repository.ts'
import type { Answer, Caller, Operation, Trx } from '../../plugins/operation.ts'
import { notFound, toProblem } from '../../plugins/problem.ts'
import { lockPatient, noteChange } from './patient-change-repository.ts'

/** Sets a clinician's verdict on one criterion, once for each form, and checks the trials again in the same transaction. */
export const overrideVerdict: Operation<'overrideVerdict'> = (asked) => {
  const { trx, caller, audit, params, headers, body } = asked
  const content = { ...params, body }
  const once = { caller, audit, key: headers['idempotency-key'], operation: 'overrideVerdict', content }
  return answerOnce(trx, once, () =>
    change({ ...asked, ...params }, (situation, author) => decideOverride(situation, body, author)),
  )
}

/** Takes back what a clinician said, so that the software's verdict counts again. */
export const withdrawOverride: Operation<'withdrawOverride'> = (asked) => {
  const { overrideId } = asked.params
  const taken = { overrideId, reason: asked.body.reason }
  return change({ ...asked, ...asked.params }, (situation, author) => decideWithdrawal(situation, taken, author))
}

interface OverrideChange {
  readonly trx: Trx
  readonly caller: Caller
  readonly patientId: string
  readonly trialId: string
  readonly asOf: CalendarDate
  readonly now: Date
}

async function change(
  { trx, caller, patientId, trialId, asOf, now }: OverrideChange,
  decide: (situation: OverrideSituation, author: OverrideAuthor) => OverrideDecision,
): Promise<Answer<'overrideVerdict'>> {
  const scope = scopeOf(caller)
  const pair = { patientId, trialId }
  if (!(await lockPatient(trx, { patientId, scope }))) throw notFound('patient or trial')
  const facts = (await readPatientFacts(trx, [patientId])).get(patientId)?.facts
  const trial = await readHeldTrial(trx, trialId, asOf)
  if (facts === undefined || trial === null) throw notFound('patient or trial')
  const history = await readOverrideHistory(trx, pair)

  const author = { overrideId: randomUUID(), by: caller.name, role: caller.role, at: now.toISOString() }
  const decision = decide({ trial, facts, history, asOf }, author)
  if (decision.kind === 'unknown') throw notFound('verdict of a clinician')
  if (decision.kind === 'refused') {
    const { refusal, currentOverride } = decision
    throw toProblem(refusal, currentOverride === undefined ? {} : { currentOverride })
  }
  const overridesOf = await readOverrides(trx, [patientId])
  await addOverrideEntry(trx, pair, decision.entry, { sequence: history.length + 1, accountId: caller.accountId })
  await noteChange(trx, patientId, now)
  await screenPatients(trx, [patientId], asOf, {
    at: now,
    cause: 'override',
    doneBy: caller.accountId,
    overridesBefore: overridesOf,
  })
  const { accountId, organisation: from } = caller
  const body = await readTrialVerdict(trx, { ...pair, scope, accountId, asOf, from })
  if (body === null) throw notFound('patient or trial')
  return { body }
}

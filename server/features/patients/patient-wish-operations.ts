import { randomUUID } from 'node:crypto'
import { roleLabel } from '#domain/access/role.ts'
import { refuseWish } from '#domain/patient-wishes/decide-wish.ts'
import { describeWishes } from '#domain/patient-wishes/describe-wishes.ts'
import { patientWishes } from '#domain/patient-wishes/patient-wishes.ts'
import type { WishAct, WishEvent } from '#domain/patient-wishes/wish-event.ts'
import { wishesChanged } from '#domain/patient-wishes/wish-refusals.ts'
import { replacePatientFacts } from '../../eligibility/facts-repository.ts'
import { readPatientRecords } from '../../eligibility/patient-rows-repository.ts'
import { screenChangedPatient } from '../../eligibility/screening-repository.ts'
import { scopeOf } from '../../patient-rows/patients-in-scope.ts'
import { addWishEvents, readTrialNames, readWishEvents } from '../../patient-rows/wish-event-repository.ts'
import { answerOnce } from '../../plugins/idempotency-repository.ts'
import type { Answer, Asked, Caller, Operation, Trx } from '../../plugins/operation.ts'
import { notFound, toProblem } from '../../plugins/problem.ts'
import { notePatientOnReferrals } from '../../referral-rows/patient-notices-repository.ts'
import { lockPatient, setMinded } from './patient-change-repository.ts'
import { readPatientDays } from './patient-days-repository.ts'

type WishOperation =
  | 'recordResearchWish'
  | 'withdrawResearchWish'
  | 'recordOptOutCheck'
  | 'setSensitiveFlag'
  | 'recordDeath'

/** What patients want and what must be days of them. What is recorded acts in the transaction that records it. */
export const patientWishOperations: { readonly getPatientWishes: Operation<'getPatientWishes'> } & {
  readonly [Id in WishOperation]: Operation<Id>
} = {
  async getPatientWishes({ trx, caller, asOf, params: { patientId } }) {
    const days = await readPatientDays(trx, patientId, scopeOf(caller))
    if (days === null) throw notFound('patient')
    return describe(trx, { ...days, events: await readWishEvents(trx, patientId), asOf })
  },

  recordResearchWish: (asked) => record('recordResearchWish', asked, { kind: 'researchWish', ...asked.body }),
  withdrawResearchWish: (asked) =>
    record('withdrawResearchWish', asked, {
      kind: 'researchWishWithdrawn',
      wishId: asked.params.wishId,
      ...asked.body,
    }),
  recordOptOutCheck: (asked) => record('recordOptOutCheck', asked, { kind: 'optOutCheck', ...asked.body }),
  setSensitiveFlag: (asked) => record('setSensitiveFlag', asked, { kind: 'sensitiveFlag', ...asked.body }),
  recordDeath: (asked) => record('recordDeath', asked, { kind: 'death', ...asked.body }),
}

type AskedToRecord = Pick<Asked<'recordDeath'>, 'asOf' | 'now' | 'params' | 'headers' | 'audit'> & {
  readonly trx: Trx
  readonly caller: Caller
}

/** Adds one line to the history, once for each form, from the version that the form was opened with. */
function record(operation: WishOperation, asked: AskedToRecord, act: WishAct): Promise<Answer<'getPatientWishes'>> {
  const { trx, caller, audit, headers, params } = asked
  audit.changed([act.kind])
  const content = { ...params, version: headers['if-match'], act }
  const once = { caller, audit, key: headers['idempotency-key'], operation, content }
  return answerOnce(trx, once, () => add(asked, act))
}

async function add(asked: AskedToRecord, act: WishAct): Promise<Answer<'getPatientWishes'>> {
  const { trx, caller, asOf, now, headers, params } = asked
  const { patientId } = params
  const scope = scopeOf(caller)
  if (!(await lockPatient(trx, { patientId, scope }))) throw notFound('patient')
  const days = await readPatientDays(trx, patientId, scope)
  if (days === null) throw notFound('patient')
  const events = await readWishEvents(trx, patientId)
  const wishes = patientWishes(events)
  if (headers['if-match'] !== `"${wishes.version}"`) throw toProblem(wishesChanged)
  const trialNamed = await readTrialNames(trx, [act.kind === 'researchWish' ? act : {}])
  const isKnownTrial = (trialId: string) => trialNamed(trialId) !== null
  const refusal = refuseWish({ wishes, ...days, asOf, isKnownTrial }, act)
  if (refusal !== null) throw toProblem(refusal)

  const recordedBy = `${caller.name}, ${roleLabel(caller.role)}`
  const event: WishEvent = { ...act, eventId: randomUUID(), recordedBy, recordedAt: now.toISOString() }
  await addWishEvents(trx, [{ patientId, sequence: wishes.version + 1, accountId: caller.accountId, event }])
  const diedOn = act.kind === 'death' ? act.diedOn : days.diedOn
  const isSensitive = act.kind === 'sensitiveFlag' ? act.isSensitive : wishes.isSensitive
  await setMinded(trx, patientId, { diedOn, isSensitive, now })
  if (act.kind !== 'optOutCheck') await actAtOnce(asked, scope.organisationId)
  return describe(trx, { diedOn, events: [...events, event], asOf })
}

/** Everything that follows from the record: the trials, every list and count of them, and both ends of referrals. */
async function actAtOnce({ trx, caller, asOf, now, params }: AskedToRecord, organisationId: string): Promise<void> {
  const { patientId } = params
  const [held] = await readPatientRecords(trx, [patientId])
  if (held === undefined) throw notFound('patient')
  const facts = await replacePatientFacts(trx, { organisationId, record: held }, now)
  await screenChangedPatient(trx, patientId, facts, asOf, { at: now, doneBy: caller.accountId })
  await notePatientOnReferrals(trx, patientId, held)
}

async function describe(
  trx: Trx,
  wishes: Omit<Parameters<typeof describeWishes>[0], 'trialNamed'>,
): Promise<Answer<'getPatientWishes'>> {
  const about = wishes.events.map((event) => (event.kind === 'researchWish' ? event : {}))
  const body = describeWishes({ ...wishes, trialNamed: await readTrialNames(trx, about) })
  return { body, version: body.version }
}

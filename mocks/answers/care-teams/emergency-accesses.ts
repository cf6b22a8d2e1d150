import type { components, operations } from '#api/schema.ts'
import { alreadyReviewed, nhsNumberNotValid, noPatientToOpen } from '#domain/access/care-team-refusals.ts'
import { emergencyAccessEnd } from '#domain/access/emergency-access.ts'
import { relationshipTo } from '#domain/access/patient-scope.ts'
import { parseNhsNumber } from '#domain/identity/nhs-number.ts'
import type { Caller } from '../../http/caller.ts'
import { notFound, toProblem } from '../../http/problem.ts'
import { compareKeys } from '../../paging/compare-keys.ts'
import { pageOf } from '../../paging/page-of.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldAccess } from '../../state/held-team.ts'
import { organisationNamed } from '../organisation-named.ts'

type Schemas = components['schemas']
type Query = NonNullable<operations['listEmergencyAccesses']['parameters']['query']>

export interface AccessQuestion {
  readonly state: DemonstrationState
  readonly caller: Caller
  readonly now: Date
}

const usualLimit = 50

/** Opens the record of a patient of another team; one of the own team is open already. */
export function openPatient(
  { state, caller, now }: AccessQuestion,
  { nhsNumber, bornOn, reasonCode, reason }: Schemas['NewEmergencyAccess'],
): Schemas['OpenedPatient'] {
  const number = parseNhsNumber(nhsNumber)
  if (number.kind === 'invalid') throw toProblem(nhsNumberNotValid(number.message))
  const { organisationId } = caller.scope
  const patient = [...state.patients.values()].find(
    (each) =>
      each.organisationId === organisationId && each.nhsNumber === number.nhsNumber && each.record.bornOn === bornOn,
  )
  if (patient === undefined) throw toProblem(noPatientToOpen)
  const { patientId } = patient
  const relationship = relationshipTo(caller.scope, patient)
  if (relationship === 'team' || relationship === 'namedRole') return { patientId, relationship, endsAt: null }
  const { accountId, name, role } = caller
  const endsAt = emergencyAccessEnd(now)
  const access: HeldAccess = {
    accessId: crypto.randomUUID(),
    ...{ patientId, organisationId, accountId, name, role, reasonCode, reason: reason.trim() },
    ...{ beganAt: now, endsAt, review: null },
  }
  state.accesses.set(access.accessId, access)
  return { patientId, relationship: 'emergencyAccess', endsAt: endsAt.toISOString() }
}

/** Openings in the caller's organisation, the newest first; in all for an officer who works for none. */
export function listAccesses(
  { state, caller }: AccessQuestion,
  { reviewed = 'toReview', after, limit = usualLimit }: Query,
): Schemas['EmergencyAccessPage'] {
  const own = ownAccesses(state, caller)
  const rows = own.filter(({ review }) => reviewed === 'all' || review === null)
  const page = pageOf(
    {
      rows,
      find: (id) => own.find(({ accessId }) => accessId === id),
      idOf: ({ accessId }) => accessId,
      compare: (a, b) => b.beganAt.getTime() - a.beganAt.getTime() || compareKeys(b.accessId, a.accessId),
    },
    { after, limit },
  )
  return { items: page.items.map((access) => describe(state, access)), next: page.next }
}

export function reviewAccess(
  { state, caller, now }: AccessQuestion,
  accessId: string,
  { outcome, note }: Schemas['EmergencyAccessReview'],
): Schemas['EmergencyAccess'] {
  const access = ownAccesses(state, caller).find((each) => each.accessId === accessId)
  if (access === undefined) throw notFound('opening of a record')
  if (access.review !== null) throw toProblem(alreadyReviewed)
  const reviewed = { ...access, review: { outcome, note: note.trim(), by: caller.name, at: now } }
  state.accesses.set(accessId, reviewed)
  return describe(state, reviewed)
}

/** How many wait for a review. */
export function countToReview(state: DemonstrationState, caller: Caller): number {
  return ownAccesses(state, caller).filter(({ review }) => review === null).length
}

function ownAccesses({ accesses }: DemonstrationState, { organisation }: Caller): readonly HeldAccess[] {
  return [...accesses.values()].filter(
    ({ organisationId }) => organisation === null || organisationId === organisation.organisationId,
  )
}

function describe(state: DemonstrationState, access: HeldAccess): Schemas['EmergencyAccess'] {
  const { accessId, patientId, organisationId, name, role, beganAt, endsAt, reasonCode, reason, review } = access
  const patient = state.patients.get(patientId)
  if (patient === undefined) throw new RangeError(`There is no patient ${patientId}, whose record was opened.`)
  const { familyName, givenName, title, nhsNumber, record } = patient
  return {
    ...{ accessId, name, role, reasonCode, reason },
    patient: {
      ...{ patientId, nhsNumber, bornOn: record.bornOn },
      name: { familyName, givenName, title },
      organisation: organisationNamed(state, organisationId),
    },
    beganAt: beganAt.toISOString(),
    endsAt: endsAt.toISOString(),
    review: review === null ? null : { ...review, at: review.at.toISOString() },
  }
}

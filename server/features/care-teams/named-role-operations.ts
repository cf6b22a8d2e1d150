import { randomUUID } from 'node:crypto'
import type { components } from '#api/schema.ts'
import { careRolesOf } from '#domain/access/care-role.ts'
import { delegationState } from '#domain/access/delegation.ts'
import { roleEnded } from '#domain/access/named-role-refusals.ts'
import {
  mayEndNamed,
  mayName,
  type Namer,
  namedEndRefusal,
  namingRefusal,
  seesNamed,
} from '#domain/access/named-role-rights.ts'
import type { PlacedPatient } from '#domain/access/patient-scope.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { scopeOf } from '../../patient-rows/patients-in-scope.ts'
import { answerOnce } from '../../plugins/idempotency-repository.ts'
import type { Caller, Operation, Trx } from '../../plugins/operation.ts'
import { notFound, toProblem } from '../../plugins/problem.ts'
import { addNaming, endNaming, holdNamed, readNamed, readPlaced, type StoredNaming } from './named-role-repository.ts'
import { readClinicians } from './team-repository.ts'

type Schemas = components['schemas']

/** The people who are named on one patient, and who so see and treat the patient as a member of the team does. */
export const namedRoleOperations: {
  readonly listNamedRoles: Operation<'listNamedRoles'>
  readonly addNamedRole: Operation<'addNamedRole'>
  readonly endNamedRole: Operation<'endNamedRole'>
} = {
  async listNamedRoles({ trx, caller, asOf, params: { patientId } }) {
    return { body: await describe(trx, await openNamed(trx, caller, patientId), asOf) }
  },

  addNamedRole({ trx, caller, asOf, now, audit, params: { patientId }, headers, body }) {
    const content = { patientId, body }
    const once = { caller, audit, key: headers['idempotency-key'], operation: 'addNamedRole', content }
    return answerOnce(trx, once, async () => {
      const opened = await openNamed(trx, caller, patientId)
      await holdNamed(trx, patientId)
      const { namer, patient } = opened
      const clinicians = await readClinicians(trx, patient.organisationId)
      const role = clinicians.find(({ accountId }) => accountId === body.accountId)?.role ?? null
      const named = await readNamed(trx, patientId)
      const refusal = namingRefusal({ namer, patient, naming: body, role, named, asOf })
      if (refusal !== null) throw toProblem(refusal)
      const { accountId, careRole, startsOn, endsOn, reason } = body
      audit.account(accountId)
      const naming = {
        named_role_id: randomUUID(),
        patient_id: patientId,
        organisation_id: patient.organisationId,
        account_id: accountId,
        care_role: careRole,
        starts_on: startsOn,
        ends_on: endsOn,
        reason: reason.trim(),
      }
      await addNaming(trx, naming, caller, now)
      return { body: await describe(trx, opened, asOf) }
    })
  },

  async endNamedRole({ trx, caller, asOf, now, audit, params: { patientId, namedRoleId }, body }) {
    const opened = await openNamed(trx, caller, patientId)
    const named = await readNamed(trx, patientId)
    const line = named.find((each) => each.namedRoleId === namedRoleId)
    if (line === undefined) throw notFound('role on this patient')
    audit.account(line.accountId)
    const refusal = namedEndRefusal(opened.namer, opened.patient, line, asOf)
    if (refusal !== null) throw toProblem(refusal)
    const ending = { namedRoleId, reason: body.reason.trim(), by: caller, on: asOf, now }
    if (!(await endNaming(trx, ending))) throw toProblem(roleEnded)
    return { body: await describe(trx, opened, asOf) }
  },
}

interface Opened {
  readonly namer: Namer
  readonly patient: PlacedPatient
}

/** @throws Problem 404 where the caller does not see who is named on such a patient */
async function openNamed(trx: Trx, caller: Caller, patientId: string): Promise<Opened> {
  const scope = scopeOf(caller)
  const namer: Namer = { accountId: caller.accountId, role: caller.role, scope }
  const patient = await readPlaced(trx, { patientId, organisationId: scope.organisationId })
  if (patient === undefined || !seesNamed(namer, patient)) throw notFound('patient')
  return { namer, patient }
}

async function describe(trx: Trx, { namer, patient }: Opened, asOf: CalendarDate): Promise<Schemas['NamedRoleList']> {
  const named = await readNamed(trx, patient.patientId)
  const items = named.map((line) => describeNaming(line, { namer, patient }, asOf))
  const isPast = ({ state }: Schemas['NamedRole']) => state === 'past'
  const clinicians = mayName(namer, patient) ? await readClinicians(trx, patient.organisationId) : []
  return {
    items: [...items.filter((item) => !isPast(item)), ...items.filter(isPast)],
    candidates: clinicians.map((clinician) => ({ ...clinician, careRoles: [...careRolesOf(clinician.role)] })),
  }
}

function describeNaming(line: StoredNaming, { namer, patient }: Opened, asOf: CalendarDate): Schemas['NamedRole'] {
  const { endedOn, endedBy: by, endReason, enteredAt, ...named } = line
  const state = delegationState(line, asOf)
  return {
    ...named,
    state,
    enteredAt: enteredAt.toISOString(),
    ending: endedOn === null || by === null || endReason === null ? null : { endedOn, by, reason: endReason },
    mayEnd: state !== 'past' && mayEndNamed(namer, patient, line),
  }
}

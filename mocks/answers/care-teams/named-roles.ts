import type { components } from '#api/schema.ts'
import { careRolesOf } from '#domain/access/care-role.ts'
import { delegationState } from '#domain/access/delegation.ts'
import {
  mayEndNamed,
  mayName,
  type Namer,
  namedEndRefusal,
  namingRefusal,
  seesNamed,
} from '#domain/access/named-role-rights.ts'
import { teamRoles } from '#domain/access/role.ts'
import { notFound, toProblem } from '../../http/problem.ts'
import { compareKeys, compareNames } from '../../paging/compare-keys.ts'
import type { HeldPatient } from '../../state/held-patient.ts'
import { clinicians, type TeamQuestion } from './teams.ts'

type Schemas = components['schemas']

export function describeNamed(asked: TeamQuestion, patientId: string): Schemas['NamedRoleList'] {
  return describe(asked, openNamed(asked, patientId))
}

export function addNamed(
  asked: TeamQuestion,
  patientId: string,
  naming: Schemas['NewNamedRole'],
): Schemas['NamedRoleList'] {
  const { state, caller, asOf } = asked
  const patient = openNamed(asked, patientId)
  const role = clinicians(asked).find(({ accountId }) => accountId === naming.accountId)?.role ?? null
  const refusal = namingRefusal({ namer: caller, patient, naming, role, named: namedOn(asked, patientId), asOf })
  if (refusal !== null) throw toProblem(refusal)
  const namedRoleId = crypto.randomUUID()
  state.namedRoles.set(namedRoleId, {
    ...naming,
    ...{ namedRoleId, patientId, organisationId: patient.organisationId, reason: naming.reason.trim() },
    ...{ enteredAt: state.now().toISOString(), enteredBy: caller.name, endedOn: null, ending: null },
  })
  return describe(asked, patient)
}

export function endNamed(
  asked: TeamQuestion,
  { patientId, namedRoleId }: { readonly patientId: string; readonly namedRoleId: string },
  reason: string,
): Schemas['NamedRoleList'] {
  const { state, caller, asOf } = asked
  const patient = openNamed(asked, patientId)
  const held = state.namedRoles.get(namedRoleId)
  if (held?.patientId !== patientId) throw notFound('role on this patient')
  const refusal = namedEndRefusal(caller, patient, held, asOf)
  if (refusal !== null) throw toProblem(refusal)
  const ending = { endedOn: asOf, by: caller.name, reason: reason.trim() }
  state.namedRoles.set(namedRoleId, { ...held, endedOn: asOf, ending })
  return describe(asked, patient)
}

/** @throws Problem 404 where the caller does not see who is named on such a patient */
function openNamed({ state, caller }: TeamQuestion, patientId: string): HeldPatient {
  const patient = state.patients.get(patientId)
  if (patient === undefined || !seesNamed(caller, patient)) throw notFound('patient')
  return patient
}

/** The latest entered first. */
function namedOn({ state }: TeamQuestion, patientId: string) {
  return [...state.namedRoles.values()]
    .filter((each) => each.patientId === patientId)
    .flatMap((each) => {
      const account = state.accounts.get(each.accountId)
      if (account === undefined) return []
      const { name, role, isOpen, organisationId } = account
      const isClinician = teamRoles.some((teamRole) => teamRole === role)
      return [{ ...each, name, role, isHere: isOpen && isClinician && organisationId === each.organisationId }]
    })
    .toSorted(
      (a, b) =>
        compareKeys(b.enteredAt, a.enteredAt) ||
        compareNames(a.name, b.name) ||
        compareKeys(a.namedRoleId, b.namedRoleId),
    )
}

function describe(asked: TeamQuestion, patient: HeldPatient): Schemas['NamedRoleList'] {
  const namer: Namer = asked.caller
  const items = namedOn(asked, patient.patientId).map((line): Schemas['NamedRole'] => {
    const { patientId: _, organisationId: __, endedOn: ___, ...named } = line
    const state = delegationState(line, asked.asOf)
    return { ...named, state, mayEnd: state !== 'past' && mayEndNamed(namer, patient, line) }
  })
  const isPast = ({ state }: Schemas['NamedRole']) => state === 'past'
  return {
    items: [...items.filter((item) => !isPast(item)), ...items.filter(isPast)],
    candidates: mayName(namer, patient)
      ? clinicians(asked).map((clinician) => ({ ...clinician, careRoles: [...careRolesOf(clinician.role)] }))
      : [],
  }
}

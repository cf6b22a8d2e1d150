import * as v from 'valibot'
import { everyCareRole } from '#domain/access/care-role.ts'
import { emergencyReasons } from '#domain/access/emergency-access.ts'
import { requestFaults } from '#domain/access/request-faults.ts'
import { listAccesses, openPatient, reviewAccess } from '../answers/care-teams/emergency-accesses.ts'
import { addNamed, describeNamed, endNamed } from '../answers/care-teams/named-roles.ts'
import { assignTeam, patientCareTeam, patientsWithoutTeam } from '../answers/care-teams/patient-team.ts'
import { addMember, createTeam, endMembership, listTeams } from '../answers/care-teams/teams.ts'
import { answerOnce } from '../http/answer-once.ts'
import { onOperation } from '../http/on-operation.ts'
import { one } from '../http/query-fields.ts'
import { calendarDate, text, uuid, wholeNumber } from '../http/request-fields.ts'
import { clinicians, informationOfficers, privacyOfficers } from '../http/role-groups.ts'
import { clinicianReason } from './new-override.ts'

const once = v.object({ 'idempotency-key': uuid })
const keeping = { status: 200, roles: informationOfficers } as const
const newTeam = v.strictObject({ name: v.pipe(text(1, 120), v.regex(/\S/, requestFaults.ofPattern('\\S'))) })
const assignment = v.strictObject({ from: v.nullable(uuid), teamId: uuid })
const newAccess = v.strictObject({
  nhsNumber: text(10, 30),
  bornOn: calendarDate,
  reasonCode: v.picklist(emergencyReasons.map(({ code }) => code)),
  reason: clinicianReason,
})
const newNaming = v.strictObject({
  accountId: uuid,
  careRole: v.picklist(everyCareRole),
  startsOn: calendarDate,
  endsOn: v.nullable(calendarDate),
  reason: clinicianReason,
})
const namers = [...clinicians, ...informationOfficers]
const review = v.strictObject({ outcome: v.picklist(['justified', 'notJustified']), note: clinicianReason })
const accessQuery = v.strictObject({
  reviewed: v.exactOptional(one(v.picklist(['toReview', 'all']))),
  after: v.exactOptional(one(uuid)),
  limit: v.exactOptional(
    one(v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'must be a whole number'), v.transform(Number), wholeNumber(1, 100))),
  ),
})

/** Who looks after whom, and records that somebody outside the team has opened. */
export const careTeamHandlers = [
  onOperation('get', '/teams', { status: 200, roles: [...clinicians, ...informationOfficers] }, (asked) => ({
    body: listTeams(asked),
  })),

  onOperation('post', '/teams', { status: 201, roles: informationOfficers, headers: once, body: newTeam }, (asked) => {
    const { state, caller, headers, body } = asked
    const request = { caller, key: headers['idempotency-key'], operation: 'createTeam', content: body }
    return answerOnce(state, request, () => ({ body: createTeam(asked, body.name) }))
  }),

  onOperation(
    'post',
    '/teams/{teamId}/members',
    { ...keeping, body: v.strictObject({ accountId: uuid }) },
    ({ params, body, ...asked }) => ({ body: addMember(asked, params.teamId, body.accountId) }),
  ),

  onOperation('post', '/teams/{teamId}/members/{accountId}/end', keeping, ({ params, ...asked }) => ({
    body: endMembership(asked, params.teamId, params.accountId),
  })),

  onOperation('get', '/patients/without-team', keeping, (asked) => ({ body: patientsWithoutTeam(asked) })),

  onOperation(
    'put',
    '/patients/{patientId}/team',
    { status: 200, roles: [...clinicians, ...informationOfficers], body: assignment },
    ({ params, body, ...asked }) => ({ body: assignTeam(asked, params.patientId, body) }),
  ),

  onOperation('get', '/patients/{patientId}/care-team', { status: 200, roles: clinicians }, ({ params, ...asked }) => ({
    body: patientCareTeam(asked, params.patientId),
  })),

  onOperation('get', '/patients/{patientId}/named-roles', { status: 200, roles: namers }, ({ params, ...asked }) => ({
    body: describeNamed(asked, params.patientId),
  })),

  onOperation(
    'post',
    '/patients/{patientId}/named-roles',
    { status: 201, roles: namers, headers: once, body: newNaming },
    ({ params, headers, body, ...asked }) => {
      const content = { ...params, body }
      const request = { caller: asked.caller, key: headers['idempotency-key'], operation: 'addNamedRole', content }
      return answerOnce(asked.state, request, () => ({ body: addNamed(asked, params.patientId, body) }))
    },
  ),

  onOperation(
    'post',
    '/patients/{patientId}/named-roles/{namedRoleId}/end',
    { status: 200, roles: namers, body: v.strictObject({ reason: clinicianReason }) },
    ({ params, body, ...asked }) => ({ body: endNamed(asked, params, body.reason) }),
  ),

  onOperation(
    'get',
    '/emergency-accesses',
    { status: 200, roles: privacyOfficers, query: accessQuery },
    ({ query, ...asked }) => ({ body: listAccesses(asked, query) }),
  ),

  onOperation(
    'post',
    '/emergency-accesses',
    { status: 201, roles: clinicians, headers: once, body: newAccess },
    (asked) => {
      const { state, caller, headers, body } = asked
      const request = { caller, key: headers['idempotency-key'], operation: 'openPatientInEmergency', content: body }
      return answerOnce(state, request, () => ({ body: openPatient(asked, body) }))
    },
  ),

  onOperation(
    'post',
    '/emergency-accesses/{accessId}/review',
    { status: 200, roles: privacyOfficers, body: review },
    ({ params, body, ...asked }) => ({ body: reviewAccess(asked, params.accessId, body) }),
  ),
]

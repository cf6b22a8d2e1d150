import { randomUUID } from 'node:crypto'
import { alreadyReviewed, nhsNumberNotValid, noPatientToOpen } from '#domain/access/care-team-refusals.ts'
import { emergencyAccessEnd } from '#domain/access/emergency-access.ts'
import { relationshipTo } from '#domain/access/patient-scope.ts'
import { parseNhsNumber } from '#domain/identity/nhs-number.ts'
import { scopeOf } from '../../patient-rows/patients-in-scope.ts'
import { answerOnce } from '../../plugins/idempotency-repository.ts'
import type { Operation } from '../../plugins/operation.ts'
import { notFound, toProblem } from '../../plugins/problem.ts'
import { addAccess, addReview, findPatientToOpen, readAccess, readAccesses } from './emergency-access-repository.ts'

const usualLimit = 50

/** Records of other teams' patients, opened for a stated reason and reviewed by the privacy officer. */
export const emergencyAccessOperations: {
  readonly openPatientInEmergency: Operation<'openPatientInEmergency'>
  readonly listEmergencyAccesses: Operation<'listEmergencyAccesses'>
  readonly reviewEmergencyAccess: Operation<'reviewEmergencyAccess'>
} = {
  openPatientInEmergency({ trx, caller, now, audit, headers, body }) {
    const once = { caller, audit, key: headers['idempotency-key'], operation: 'openPatientInEmergency', content: body }
    return answerOnce(trx, once, async () => {
      const number = parseNhsNumber(body.nhsNumber)
      if (number.kind === 'invalid') throw toProblem(nhsNumberNotValid(number.message))
      const scope = scopeOf(caller)
      const found = await findPatientToOpen(trx, { nhsNumber: number.nhsNumber, bornOn: body.bornOn })
      if (found === null) throw toProblem(noPatientToOpen)
      const { patientId } = found
      audit.patients([patientId])
      const relationship = relationshipTo(scope, { ...found, organisationId: scope.organisationId })
      if (relationship === 'team' || relationship === 'namedRole') {
        return { body: { patientId, relationship, endsAt: null } }
      }
      const endsAt = emergencyAccessEnd(now)
      await addAccess(trx, {
        access_id: randomUUID(),
        patient_id: patientId,
        organisation_id: scope.organisationId,
        account_id: caller.accountId,
        actor_name: caller.name,
        role: caller.role,
        began_at: now,
        ends_at: endsAt,
        reason_code: body.reasonCode,
        reason: body.reason.trim(),
      })
      return { body: { patientId, relationship: 'emergencyAccess', endsAt: endsAt.toISOString() } }
    })
  },

  async listEmergencyAccesses({ trx, caller, audit, query }) {
    const page = await readAccesses(trx, {
      organisationId: caller.organisation?.organisationId ?? null,
      isToReviewOnly: (query.reviewed ?? 'toReview') === 'toReview',
      after: query.after ?? null,
      limit: query.limit ?? usualLimit,
    })
    audit.patients(page.items.map(({ patient }) => patient.patientId))
    return { body: page }
  },

  async reviewEmergencyAccess({ trx, caller, now, audit, params: { accessId }, body }) {
    const organisationId = caller.organisation?.organisationId ?? null
    if ((await readAccess(trx, organisationId, accessId)) === null) throw notFound('opening of a record')
    const { outcome, note } = body
    const review = { accessId, outcome, note: note.trim(), reviewer: caller, now }
    if (!(await addReview(trx, review))) throw toProblem(alreadyReviewed)
    const reviewed = await readAccess(trx, organisationId, accessId)
    if (reviewed === null) throw new Error(`The access ${accessId} was reviewed and cannot be read.`)
    audit.patients([reviewed.patient.patientId])
    return { body: reviewed }
  },
}

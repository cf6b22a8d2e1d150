import * as v from 'valibot'
import type { components } from '#api/schema.ts'
import { auditActions, auditOutcomes } from '#domain/audit/audit-action.ts'
import { isCalendarDate } from '#domain/identity/calendar-date.ts'

const id = v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined)
const day = v.fallback(v.optional(v.pipe(v.string(), v.check(isCalendarDate))), undefined)

/** What of the log is shown, as it stands in the address. Nothing in it says who a patient is. */
export const accessFilters = v.object({
  patient: id,
  person: id,
  action: v.fallback(v.optional(v.picklist(auditActions.map(({ action }) => action))), undefined),
  outcome: v.fallback(v.optional(v.picklist(auditOutcomes.map(({ outcome }) => outcome))), undefined),
  from: day,
  to: day,
  after: id,
})

export type AccessFilters = v.InferOutput<typeof accessFilters>

/** The filters as the API takes them: what asks for nothing is left out. */
export function toAuditFilters(filters: AccessFilters): components['schemas']['AuditFilters'] {
  const { patient, person, action, outcome, from, to } = filters
  return {
    ...(patient === undefined ? {} : { patientId: patient }),
    ...(person === undefined ? {} : { accountId: person }),
    ...(action === undefined ? {} : { action }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}

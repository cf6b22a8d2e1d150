import * as v from 'valibot'
import { text, uuid } from '../http/request-fields.ts'

export const clinicianReason = v.pipe(text(10, 1000), v.regex(/\S[\s\S]{8,}\S/))

export const newOverride = v.strictObject({
  criterionId: text(1, 100),
  cohort: v.nullable(text(0, 300)),
  verdict: v.picklist(['met', 'notMet']),
  reason: clinicianReason,
  basis: text(0, 100),
  replaces: v.nullable(uuid),
})

export const overrideWithdrawal = v.strictObject({ reason: clinicianReason })

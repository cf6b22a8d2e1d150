import * as v from 'valibot'
import { observationKinds } from '#domain/eligibility/patient-record.ts'
import { calendarDate, text, uuid, wholeNumber } from '../http/request-fields.ts'
import { clinicianReason } from './new-override.ts'

/* What may be sent to be recorded, kind by kind, as the contract describes it. Whether it makes sense the domain says. */

const source = v.pipe(text(1, 120), v.regex(/\S/, 'must not be blank'))
const provenance = { source, replaces: v.exactOptional(uuid) }
const scalar = v.union([v.number(), text(0, 100), v.boolean()])
const unit = v.nullable(text(0, 40))
const code = v.exactOptional(v.nullable(text(1, 20)))
const day = v.exactOptional(v.nullable(calendarDate))

const observation = v.strictObject({
  kind: v.literal('observation'),
  observationKind: v.picklist(observationKinds),
  code: text(1, 300),
  value: scalar,
  unit,
  lowerLimit: v.nullable(v.number()),
  upperLimit: v.nullable(v.number()),
  observedOn: calendarDate,
  detail: v.exactOptional(
    v.pipe(
      v.record(v.string(), scalar),
      v.check((parts) => Object.keys(parts).length <= 10, 'must have at most 10 fields'),
    ),
  ),
  ...provenance,
})

const biomarker = v.strictObject({
  kind: v.literal('biomarker'),
  type: v.picklist(['variant', 'fusion', 'cna', 'ihc', 'hla', 'msi', 'mmr', 'tmb']),
  genes: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^(\*|[A-Z0-9][A-Za-z0-9-]{0,19})$/, 'must be a gene symbol'))),
    v.maxLength(2, 'must have at most 2 items'),
  ),
  marker: v.nullable(text(1, 40)),
  hgvsP: v.nullable(text(1, 80)),
  allele: v.nullable(text(1, 20)),
  result: text(1, 40),
  value: v.nullable(v.number()),
  unit,
  isCentralReview: v.boolean(),
  reportedOn: calendarDate,
  ...provenance,
})

const assertion = v.strictObject({
  kind: v.literal('assertion'),
  category: v.picklist([
    'treatment-history-complete',
    'comorbidities-reviewed',
    'medicines-reviewed',
    'infection-status-reviewed',
  ]),
  assertedOn: calendarDate,
  ...provenance,
})

const treatment = v.strictObject({
  kind: v.literal('treatment'),
  treatmentKind: v.exactOptional(v.picklist(['systemic', 'radiotherapy', 'surgery'])),
  name: v.exactOptional(v.pipe(text(1, 120), v.regex(/\S/, 'must not be blank'))),
  classes: v.exactOptional(v.pipe(v.array(text(1, 60)), v.maxLength(10, 'must have at most 10 items'))),
  setting: v.exactOptional(
    v.nullable(v.picklist(['neoadjuvant', 'adjuvant', 'first-line', 'palliative', 'maintenance'])),
  ),
  hasAllClasses: v.exactOptional(v.boolean()),
  line: v.exactOptional(v.nullable(wholeNumber(1, 20))),
  startedOn: day,
  endedOn: day,
  isOngoing: v.exactOptional(v.boolean()),
  cycles: v.exactOptional(v.nullable(wholeNumber(1, 200))),
  halfLifeDays: v.exactOptional(
    v.nullable(v.pipe(v.number(), v.gtValue(0, 'must be above 0'), v.maxValue(1000, 'must be at most 1000'))),
  ),
  procedure: v.exactOptional(v.nullable(text(1, 60))),
  margin: v.exactOptional(v.nullable(v.picklist(['R0', 'R1', 'R2']))),
  site: v.exactOptional(v.nullable(text(1, 60))),
  isForIndexCancer: v.exactOptional(v.boolean()),
  ...provenance,
})

const diagnosis = v.strictObject({
  kind: v.literal('diagnosis'),
  icd10: code,
  topography: code,
  morphology: code,
  basis: v.exactOptional(v.nullable(v.picklist(['histology', 'cytology', 'clinical', 'death-certificate']))),
  diagnosedOn: v.exactOptional(
    v.nullable(v.pipe(v.string(), v.regex(/^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$/, 'must be a date or part of one'))),
  ),
  ...provenance,
})

const withdrawal = v.strictObject({
  kind: v.literal('withdrawal'),
  replaces: uuid,
  reason: clinicianReason,
  restores: v.exactOptional(v.boolean()),
})

export const newPatientItem = v.variant('kind', [observation, biomarker, assertion, treatment, diagnosis, withdrawal])

export const newPatientItems = v.strictObject({
  items: v.pipe(
    v.array(newPatientItem),
    v.minLength(1, 'must have at least 1 item'),
    v.maxLength(30, 'must have at most 30 items'),
  ),
})

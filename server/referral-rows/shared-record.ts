import * as v from 'valibot'
import type { components } from '#api/schema.ts'
import { roles } from '#domain/access/role.ts'

type Schemas = components['schemas']

/** What a site was given with a referral. It is stored as it is, so it is written in the words of the contract. */
export type StoredSharedRecord = Omit<Schemas['SharedRecord'], 'sharedAt' | 'patient'> & {
  readonly patient: StoredPatient
}

type StoredPatient = Omit<Schemas['ReferralPatient'], 'patientId'>

export interface SharingChoice {
  readonly identity: Pick<StoredSharedRecord, 'patient' | 'hospitalNumber' | 'sex' | 'cancerType'>
  readonly items: readonly Schemas['RecordedItem'][]
  readonly withheldItemIds: readonly string[]
  readonly outcomeLabel: string
  readonly criteria: readonly Schemas['SharedVerdict'][]
}

/** Everything recorded but what the referrer held back, and how the trial's criteria stood when it was sent. */
export function makeSharedRecord(choice: SharingChoice): StoredSharedRecord {
  const { identity, items, withheldItemIds, outcomeLabel, criteria } = choice
  return {
    ...identity,
    items: items.filter(({ itemId }) => !withheldItemIds.includes(itemId)),
    outcomeLabel,
    criteria: [...criteria],
  }
}

const textOrNull = v.nullable(v.string())

const patient: v.GenericSchema<unknown, StoredPatient> = v.object({
  name: v.object({ familyName: v.string(), givenName: v.string(), title: textOrNull }),
  bornOn: textOrNull,
  nhsNumber: textOrNull,
})

const item: v.GenericSchema<unknown, Schemas['RecordedItem']> = v.object({
  itemId: v.string(),
  section: v.picklist(['diagnosis', 'extent', 'performance', 'laboratory', 'biomarkers', 'treatment', 'other']),
  label: v.string(),
  valueText: v.string(),
  on: textOrNull,
  source: v.string(),
  recordedBy: v.string(),
  isStale: v.boolean(),
  // Records sent before it was marked do not say.
  isOvertaken: v.optional(v.boolean(), false),
  ageDays: v.nullable(v.number()),
})

const verdict = v.picklist(['met', 'notMet', 'unknown'])

const override: v.GenericSchema<unknown, Schemas['CriterionOverride']> = v.object({
  overrideId: v.string(),
  verdict: v.picklist(['met', 'notMet']),
  reason: v.string(),
  by: v.string(),
  role: v.picklist(roles.map(({ role }) => role)),
  at: v.string(),
  softwareVerdict: verdict,
  state: v.picklist(['active', 'toReview', 'void']),
  stateReason: textOrNull,
})

const criterion: v.GenericSchema<unknown, Schemas['SharedVerdict']> = v.object({
  criterionId: v.string(),
  kind: v.picklist(['inclusion', 'exclusion', 'notStated']),
  class: v.picklist(['hard', 'correctable', 'washout', 'timeLimited', 'judgement', 'advisory', 'gate']),
  // Records sent before headings were kept have none.
  headings: v.optional(v.array(v.string()), []),
  text: v.string(),
  ruleText: textOrNull,
  verdict,
  reason: v.string(),
  sentences: v.array(v.string()),
  // Records that were sent before clinicians could set a verdict have none.
  override: v.optional(v.nullable(override), null),
})

const sharedRecord: v.GenericSchema<unknown, StoredSharedRecord> = v.object({
  patient,
  hospitalNumber: textOrNull,
  sex: textOrNull,
  cancerType: v.nullable(v.object({ cancerTypeId: v.string(), name: v.string() })),
  items: v.array(item),
  outcomeLabel: v.string(),
  criteria: v.array(criterion),
})

/** The stored JSON as what it was written from. Throws Error naming the referral and the place that is broken. */
export function parseSharedRecord(referralId: string, stored: unknown): StoredSharedRecord {
  return parse(sharedRecord, referralId, stored)
}

/** Only whom the record is about, for a list. */
export function parseSharedPatient(referralId: string, stored: unknown): StoredPatient {
  return parse(v.object({ patient }), referralId, stored).patient
}

function parse<Output>(schema: v.GenericSchema<unknown, Output>, referralId: string, stored: unknown): Output {
  const result = v.safeParse(schema, stored)
  if (result.success) return result.output
  // The value stays out of the message: it is about a person.
  const place = v.getDotPath(result.issues[0]) ?? 'the whole of it'
  throw new Error(`The shared record of referral ${referralId} is broken at ${place}: restore it from a backup.`)
}

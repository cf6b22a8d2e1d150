import type { components } from '#api/schema.ts'

type Schemas = components['schemas']

/** What a site was given with a referral. It is stored as it is, so it is written in the words of the contract. */
export type StoredSharedRecord = Omit<Schemas['SharedRecord'], 'sharedAt' | 'patient'> & {
  readonly patient: Omit<Schemas['ReferralPatient'], 'patientId'>
}

export interface SharingChoice {
  readonly identity: Pick<StoredSharedRecord, 'patient' | 'hospitalNumber' | 'sex' | 'cancerType'>
  readonly items: readonly Schemas['RecordedItem'][]
  readonly withheldItemIds: readonly string[]
  readonly outcomeLabel: string
  readonly criteria: readonly Schemas['CriterionVerdict'][]
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

/** The stored JSON as what it was written from. */
export function parseSharedRecord(record: Record<string, unknown>): StoredSharedRecord {
  return record as unknown as StoredSharedRecord
}

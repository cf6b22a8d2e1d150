import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { components } from '#api/schema.ts'
import { isBackward, type PageRequest } from '../../paging/keyset-page.ts'

/** How patients are compared; whoever has equal keys is told apart by the patient's id. */
export interface PatientSort {
  readonly keys: readonly RawBuilder<unknown>[]
  /** Where the keys can be null. Such a patient stands after every other, whichever way the list goes. */
  readonly recorded?: RecordedKeys
}

interface RecordedKeys {
  readonly isRecorded: RawBuilder<SqlBool>
  /** The organisation as the table of the keys holds it: together with the keys an index answers it. */
  readonly organisationId: RawBuilder<unknown>
}

export const patientSorts: Readonly<Record<components['schemas']['PatientSort'], PatientSort>> = {
  name: { keys: [sql`(patient.family_name collate "und-x-icu")`, sql`(patient.given_name collate "und-x-icu")`] },
  bornOn: {
    keys: [sql`patient.born_on`],
    recorded: { isRecorded: sql<SqlBool>`patient.born_on is not null`, organisationId: sql`patient.organisation_id` },
  },
  diagnosedOn: {
    keys: [sql`patient_facts.diagnosed_on`],
    recorded: {
      isRecorded: sql<SqlBool>`patient_facts.diagnosed_on is not null`,
      organisationId: sql`patient_facts.organisation_id`,
    },
  },
  candidates: {
    keys: [
      sql`candidate_count.no_failures_found`,
      sql`candidate_count.needs_clinician`,
      sql`candidate_count.needs_data`,
      sql`candidate_count.to_read`,
    ],
    recorded: {
      isRecorded: sql<SqlBool>`candidate_count.patient_id is not null`,
      organisationId: sql`candidate_count.organisation_id`,
    },
  },
  updated: { keys: [sql`patient.updated_at`] },
}

/** One stretch of the list, within which the keys alone decide. */
export interface ListPart {
  readonly condition: RawBuilder<SqlBool>
  readonly keys: readonly RawBuilder<unknown>[]
  /** Whether the anchor of the page is in this part. */
  readonly hasAnchor: boolean
}

/**
 * The stretches of the list to read for a page, nearest first: those whose keys are recorded and those whose are not.
 *
 * @param anchor whether the keys of the row that the page starts from are recorded; null for the first page
 */
export function listParts(
  { keys, recorded }: PatientSort,
  organisationId: string | null,
  anchor: { readonly isRecorded: boolean } | null,
  page: PageRequest,
): readonly ListPart[] {
  if (recorded === undefined) return [{ condition: sql<SqlBool>`true`, keys, hasAnchor: anchor !== null }]
  const withKeys = {
    condition: sql<SqlBool>`${recorded.isRecorded} and ${recorded.organisationId} = ${organisationId}`,
    keys,
    hasAnchor: anchor?.isRecorded === true,
  }
  const withoutKeys = {
    condition: sql<SqlBool>`not (${recorded.isRecorded})`,
    keys: [],
    hasAnchor: anchor?.isRecorded === false,
  }
  const inOrder = isBackward(page) ? [withoutKeys, withKeys] : [withKeys, withoutKeys]
  return inOrder.slice(anchor === null ? 0 : inOrder.findIndex(({ hasAnchor }) => hasAnchor))
}

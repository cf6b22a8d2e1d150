import type { components } from '#api/schema.ts'
import type { ReleaseEntry } from '#domain/disclosure/release-register.ts'
import type { Trx } from '../../plugins/operation.ts'

type Release = components['schemas']['Release']

export interface NewReleaseRow {
  readonly releaseId: string
  readonly organisationId: string
  readonly entry: ReleaseEntry
  readonly recordedBy: string
  readonly recordedAt: Date
  readonly correction: { readonly corrects: string; readonly reason: string } | null
}

/** The register, the latest release first, and whether it has older entries than these. */
export async function readReleases(
  trx: Trx,
  atMost: number,
): Promise<{ readonly items: Release[]; readonly isCapped: boolean }> {
  const rows = await releases(trx)
    .orderBy('released_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('release_id')
    .limit(atMost + 1)
    .execute()
  return { items: rows.slice(0, atMost).map(describe), isCapped: rows.length > atMost }
}

/** One entry of an organisation; null where it has no such. */
export async function readReleaseOf(trx: Trx, organisationId: string, releaseId: string): Promise<Release | null> {
  const row = await releases(trx)
    .where('release_entry.release_id', '=', releaseId)
    .where('release_entry.organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row ? describe(row) : null
}

/** Adds an entry. False where another puts the same one right already. */
export async function addReleaseEntry(trx: Trx, row: NewReleaseRow): Promise<boolean> {
  const { entry, correction } = row
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('release_entry')
    .values({
      release_id: row.releaseId,
      organisation_id: row.organisationId,
      released_on: entry.releasedOn,
      released: entry.released,
      recipient: entry.recipient,
      purpose: entry.purpose,
      legal_basis: entry.legalBasis,
      expected_benefit: entry.expectedBenefit,
      recorded_by: row.recordedBy,
      recorded_at: row.recordedAt,
      corrects: correction?.corrects ?? null,
      reason: correction?.reason ?? null,
    })
    .onConflict((conflict) => conflict.column('corrects').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

function releases(trx: Trx) {
  return trx
    .selectFrom('release_entry')
    .innerJoin('organisation', 'organisation.organisation_id', 'release_entry.organisation_id')
    .leftJoin('release_entry as later', 'later.corrects', 'release_entry.release_id')
    .select(['release_entry.release_id', 'release_entry.released_on', 'release_entry.released'])
    .select(['release_entry.recipient', 'release_entry.purpose', 'release_entry.legal_basis'])
    .select(['release_entry.expected_benefit', 'release_entry.recorded_at', 'release_entry.corrects'])
    .select(['release_entry.reason', 'later.release_id as corrected_by'])
    .select(['organisation.organisation_id', 'organisation.code', 'organisation.name'])
}

type ReleaseRow = Awaited<ReturnType<ReturnType<typeof releases>['executeTakeFirstOrThrow']>>

function describe(row: ReleaseRow): Release {
  return {
    releaseId: row.release_id,
    releasedBy: { organisationId: row.organisation_id, code: row.code, name: row.name },
    releasedOn: row.released_on,
    released: row.released,
    recipient: row.recipient,
    purpose: row.purpose,
    legalBasis: row.legal_basis,
    expectedBenefit: row.expected_benefit,
    recordedAt: row.recorded_at.toISOString(),
    corrects: row.corrects,
    reason: row.reason,
    correctedBy: row.corrected_by,
  }
}

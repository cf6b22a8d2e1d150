import type { DemonstrationRelease } from '../../../mocks/data/demonstration-data.ts'
import type { Trx } from '../../plugins/operation.ts'

/** The entries of the register of releases, none of which puts another right. */
export async function insertReleases(trx: Trx, releases: readonly DemonstrationRelease[]): Promise<void> {
  await trx
    .insertInto('release_entry')
    .values(
      releases.map(({ releaseId, organisationId, entry, recordedBy, recordedAt }) => ({
        release_id: releaseId,
        organisation_id: organisationId,
        released_on: entry.releasedOn,
        released: entry.released,
        recipient: entry.recipient,
        purpose: entry.purpose,
        legal_basis: entry.legalBasis,
        expected_benefit: entry.expectedBenefit,
        recorded_by: recordedBy,
        recorded_at: new Date(recordedAt),
        corrects: null,
        reason: null,
      })),
    )
    .execute()
}

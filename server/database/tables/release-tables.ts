/** One entry of the public register of releases; entries are only ever added. */
export interface ReleaseEntryTable {
  release_id: string
  /** Whose data left. */
  organisation_id: string
  released_on: string
  released: string
  recipient: string
  purpose: string
  legal_basis: string
  expected_benefit: string
  /** The account that entered it, which the register does not show. */
  recorded_by: string
  recorded_at: Date
  /** The entry that this one puts right. */
  corrects: string | null
  /** What was wrong with that entry. */
  reason: string | null
}

import type { components } from '#api/schema.ts'

type Release = components['schemas']['Release']

export const releaseFileHeader = [
  'Date of release',
  'Released by',
  'What was released',
  'Recipient',
  'Purpose',
  'Legal basis',
  'Expected benefit',
  'Entered (UTC)',
  'Entry',
  'Corrects entry',
  'What was wrong with it',
  'Corrected by entry',
]

/** One line for each entry, those that were wrong included, so that the file tells what the page tells. */
export function releaseFileRows(items: readonly Release[]): string[][] {
  return items.map((release) => [
    release.releasedOn,
    release.releasedBy.name,
    release.released,
    release.recipient,
    release.purpose,
    release.legalBasis,
    release.expectedBenefit,
    release.recordedAt,
    release.releaseId,
    release.corrects ?? '',
    release.reason ?? '',
    release.correctedBy ?? '',
  ])
}

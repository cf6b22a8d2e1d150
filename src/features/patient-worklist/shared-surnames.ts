import type { components } from '#api/schema.ts'
import { searchName } from '#domain/identity/person-name.ts'

type PatientRow = components['schemas']['PatientRow']

/** A row of the list, and whether another patient in the list bears the same surname, however it is spelt. */
export type ListedPatient = PatientRow & { readonly sharesSurname: boolean }

export function markSharedSurnames(rows: readonly PatientRow[]): ListedPatient[] {
  const bearers = Map.groupBy(rows, (row) => surname(row))
  return rows.map((row) => ({
    ...row,
    sharesSurname: surname(row) !== '' && (bearers.get(surname(row))?.length ?? 1) > 1,
  }))
}

/** Compared without case, accents, apostrophes and spaces. */
function surname({ name }: PatientRow): string {
  return searchName(name.familyName).replaceAll(' ', '')
}

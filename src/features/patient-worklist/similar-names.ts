import type { components } from '#api/schema.ts'
import { foldText } from '#domain/identity/fold-text.ts'

type PatientRow = components['schemas']['PatientRow']

/** A row of the list, and whether another patient in the list could be taken for this one. */
export type ListedPatient = PatientRow & { readonly hasSimilarName: boolean }

export function markSimilarNames(rows: readonly PatientRow[]): ListedPatient[] {
  const bearers = Map.groupBy(rows, familyName)
  return rows.map((row) => ({
    ...row,
    hasSimilarName: (bearers.get(familyName(row)) ?? []).some((other) => other !== row && couldBeConfused(row, other)),
  }))
}

/**
 * Two people of one surname are mixed up when their first names are alike or they were born on the same day. A surname
 * alone is too common to warn of: a warning on every other row is no longer read.
 */
function couldBeConfused(one: PatientRow, other: PatientRow): boolean {
  if (familyName(one) === '') return false
  if (one.bornOn !== null && one.bornOn === other.bornOn) return true
  return areAlike(foldText(one.name.givenName), foldText(other.name.givenName))
}

/** Equal, one a short form or initial of the other (Rob, Robert), or one letter apart (Jon, John). Missing: like any. */
function areAlike(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  return long.startsWith(short) || isOneLetterApart(short, long)
}

/** One letter more, less or other. Of names shorter than three letters that says nothing: "Al" and "Bo". */
function isOneLetterApart(short: string, long: string): boolean {
  if (short.length < 3 || long.length - short.length > 1) return false
  const start = [...short].findIndex((letter, index) => letter !== long[index])
  const rest = short.slice(short.length === long.length ? start + 1 : start)
  return long.slice(start + 1) === rest
}

/** Compared without case, accents, apostrophes and spaces. */
function familyName({ name }: PatientRow): string {
  return foldText(name.familyName).replaceAll(' ', '')
}

import type { components } from '#api/schema.ts'
import { foldText } from '#domain/identity/fold-text.ts'

export type CancerType = components['schemas']['CancerType']

/**
 * The cancer types that a text names: by part of the name, a synonym or abbreviation, an ICD-10 code or a morphology
 * code. An abbreviation that several types share finds all of them; nothing is chosen for the reader.
 */
export function findCancerTypes(types: readonly CancerType[], text: string): ReadonlySet<string> {
  const words = foldText(text)
  const code = compactCode(text)
  const found = types.filter(
    (type) =>
      (words !== '' && [type.name, ...type.synonyms].some((name) => foldText(name).includes(words))) ||
      (/\d/.test(code) && [...type.icd10, ...type.morphology].some((own) => compactCode(own).startsWith(code))),
  )
  return new Set(found.map((type) => type.cancerTypeId))
}

/** These types and everything above them, so that each is shown in its place. */
export function withAncestors(types: readonly CancerType[], ids: ReadonlySet<string>): ReadonlySet<string> {
  const parentOf = new Map(types.map((type) => [type.cancerTypeId, type.parentId]))
  const all = new Set<string>()
  for (const id of ids) {
    for (let at: string | null = id; at !== null && !all.has(at); at = parentOf.get(at) ?? null) all.add(at)
  }
  return all
}

function compactCode(text: string): string {
  return text.toUpperCase().replace(/[\s./]/g, '')
}

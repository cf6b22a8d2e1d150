import { plainApostrophes } from './plain-apostrophes.ts'

/** A person's name in its parts; null where a part is not recorded. */
export interface PersonName {
  readonly family: string | null
  readonly given: string | null
  readonly title: string | null
}

/**
 * The form for the patient banner and for lists: family name in capitals, comma, given name, title in brackets.
 * { Smith, Jane, Ms } → 'SMITH, Jane (Ms)'. A missing part reads 'Not known'; a missing title is left out.
 */
export function bannerName(name: PersonName): string {
  const family = cleanNamePart(name.family)
  const given = cleanNamePart(name.given)
  const title = cleanNamePart(name.title)
  if (family === '' && given === '') return notKnown
  const shown = `${family === '' ? notKnown : family.toUpperCase()}, ${given === '' ? notKnown : given}`
  return title === '' ? shown : `${shown} (${title})`
}

/**
 * One spelling for storage: compatibility forms folded, curly apostrophes straight, spaces single, and the invisible
 * characters that could reorder or hide text on the screen taken out.
 */
export function cleanNamePart(text: string | null): string {
  return plainApostrophes(text ?? '')
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim()
}

const notKnown = 'Not known'

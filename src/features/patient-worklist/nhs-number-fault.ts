import { parseNhsNumber } from '#domain/identity/nhs-number.ts'

/**
 * What is wrong with sought text that was meant as an NHS number, as nine to eleven digits with nothing but spaces and
 * hyphens between them are; null for a valid number and for any other text, such as a name or a hospital number.
 */
export function nhsNumberFault(text: string | null): string | null {
  if (text === null || !/^[\d\s-]+$/.test(text)) return null
  const digits = text.replace(/\D/g, '').length
  if (digits < 9 || digits > 11) return null
  const parsed = parseNhsNumber(text)
  return parsed.kind === 'invalid' ? parsed.message : null
}

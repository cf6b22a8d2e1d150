import { countryCodes } from '#domain/trial/country-code.ts'

const names = new Intl.DisplayNames(['en-GB'], { type: 'region' })

/** `GB` is "United Kingdom"; a code without a name stands for itself. */
export function countryName(code: string): string {
  return names.of(code) ?? code
}

/** Every country that a registry may name, this one first, the others from A to Z. */
export const countryChoices = countryCodes
  .map((value) => ({ value, label: countryName(value) }))
  .sort((a, b) => Number(b.value === 'GB') - Number(a.value === 'GB') || a.label.localeCompare(b.label, 'en-GB'))

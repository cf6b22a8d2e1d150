import { formatNhsNumber } from '#domain/identity/nhs-number.ts'
import { notKnown } from './not-known.ts'

/** The NHS number as it is shown, `999 000 0018`; without one, "Not known". */
export function nhsNumberText(nhsNumber: string | null): string {
  return nhsNumber === null ? notKnown : formatNhsNumber(nhsNumber)
}

import type { components } from '#api/schema.ts'
import { emergencyReasons } from '#domain/access/emergency-access.ts'
import { parseNhsNumber } from '#domain/identity/nhs-number.ts'
import { parseDateInput } from '../../format/date-input.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'

type NewEmergencyAccess = components['schemas']['NewEmergencyAccess']

/** What was typed, to be given back as it was. */
export type TypedOpening = { readonly [Field in keyof NewEmergencyAccess]: string }

export type OpeningReading =
  | { readonly kind: 'ok'; readonly body: NewEmergencyAccess }
  | { readonly kind: 'faulty'; readonly faults: readonly (FieldFault & { readonly fieldId: string })[] }

/** So many characters are the least from which somebody else learns why. */
export const fewestCharacters = 10

/** The form as a request: a number in any form that people paste, a day in any form that they type. */
export function readOpening({ nhsNumber, bornOn, reasonCode, reason }: TypedOpening): OpeningReading {
  const number = parseNhsNumber(nhsNumber)
  const day = parseDateInput(bornOn)
  const chosen = emergencyReasons.find(({ code }) => code === reasonCode)
  const words = reason.trim()
  if (number.kind === 'valid' && day !== null && chosen !== undefined && words.length >= fewestCharacters) {
    return {
      kind: 'ok',
      body: { nhsNumber: number.nhsNumber, bornOn: day, reasonCode: chosen.code, reason: words },
    }
  }
  return {
    kind: 'faulty',
    faults: [
      ...(number.kind === 'valid' ? [] : [{ fieldId: 'nhsNumber', message: number.message }]),
      ...(day === null ? [{ fieldId: 'bornOn', message: dayFault(bornOn.trim()) }] : []),
      ...(chosen === undefined ? [{ fieldId: 'reasonCode', message: 'Choose why you open this record' }] : []),
      ...(words.length < fewestCharacters ? [{ fieldId: 'reason', message: wordsFault }] : []),
    ],
  }
}

const wordsFault = `Say in at least ${fewestCharacters} characters why you open this record`

function dayFault(typed: string): string {
  return typed === '' ? 'Enter the date of birth' : `"${typed}" is not a date: write day, month and year`
}

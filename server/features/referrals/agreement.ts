import type { components } from '#api/schema.ts'
import { agreementMethods, type PatientAgreement } from '#domain/referral/patient-agreement.ts'
import type { Caller } from '../../plugins/operation.ts'

type Schemas = components['schemas']

/** The agreement as given with the form; whoever sends it answers for having heard it. */
export function toAgreement({ agreedOn, how }: Schemas['Agreement'], { name }: Caller): PatientAgreement {
  return { agreedOn, method: how, recordedBy: name }
}

export function storedAgreement({ agreedOn, method, recordedBy }: PatientAgreement, { accountId }: Caller): string {
  return JSON.stringify({ agreedOn, how: method, recordedBy, recordedByAccountId: accountId })
}

/** A stored agreement; null where none was given. */
export function readAgreement(stored: Readonly<Record<string, string>> | null): Schemas['Referral']['agreement'] {
  if (stored === null) return null
  const { agreedOn, how, recordedBy } = stored
  if (agreedOn === undefined || recordedBy === undefined || !isMethod(how)) {
    throw new Error(
      `A stored agreement lacks its day, its way or its witness; it has ${Object.keys(stored).join(', ')}.`,
    )
  }
  return { agreedOn, how, recordedBy }
}

function isMethod(word: string | undefined): word is PatientAgreement['method'] {
  return word !== undefined && Object.hasOwn(agreementMethods, word)
}

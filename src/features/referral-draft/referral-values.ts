import type { components } from '#api/schema.ts'
import { parseDateInput } from '../../format/date-input.ts'

type Agreement = components['schemas']['Agreement']

/** A referral as it was typed, with the version of the draft that it was sent from. */
export type ReferralValues = {
  readonly siteId: string
  readonly withheldItemIds: readonly string[]
  readonly message: string
  readonly agreedOn: string
  readonly how: string
  readonly version: number
  /** Made once for each form, so that a form sent twice makes one referral. */
  readonly idempotencyKey: string
}

/** Names of the fields, as the API points at them. */
export const fieldNames = {
  siteId: 'siteId',
  message: 'message',
  agreedOn: 'agreement.agreedOn',
  how: 'agreement.how',
} as const

export type FieldFault = { readonly fieldId: string; readonly message: string }

export type ReferralReading =
  | { readonly kind: 'ok'; readonly body: components['schemas']['ReferralToSend'] }
  | { readonly kind: 'faulty'; readonly faults: readonly FieldFault[] }

/** The most characters that a message may have. */
export const longestMessage = 4000

/** The ways in which a patient can agree. */
export const ways = ['in-person', 'telephone', 'video', 'written'] as const satisfies readonly Agreement['how'][]

export function referralValuesOf(form: FormData): ReferralValues {
  const text = (name: string) => String(form.get(name) ?? '')
  return {
    siteId: text(fieldNames.siteId),
    withheldItemIds: form.getAll('withheldItemIds').map(String),
    message: text(fieldNames.message),
    agreedOn: text(fieldNames.agreedOn),
    how: text(fieldNames.how),
    version: Number(text('version')),
    idempotencyKey: text('idempotencyKey'),
  }
}

/** What is to be sent, or every field that is missing or cannot be read. */
export function readReferral(values: ReferralValues): ReferralReading {
  const { siteId, withheldItemIds, message } = values
  const agreedOn = parseDateInput(values.agreedOn)
  const how = ways.find((way) => way === values.how)
  const faults: FieldFault[] = [
    ...(siteId === '' ? [{ fieldId: fieldNames.siteId, message: 'Choose a site' }] : []),
    ...messageFaults(message),
    ...(agreedOn === null ? [{ fieldId: fieldNames.agreedOn, message: dateFault(values.agreedOn) }] : []),
    ...(how === undefined ? [{ fieldId: fieldNames.how, message: 'Choose how the patient agreed' }] : []),
  ]
  if (faults.length > 0 || agreedOn === null || how === undefined) return { kind: 'faulty', faults }
  return { kind: 'ok', body: { siteId, withheldItemIds: [...withheldItemIds], message, agreement: { agreedOn, how } } }
}

/** A message that is too long is neither cut nor saved: the writer shortens it. */
export function messageFaults(message: string): FieldFault[] {
  const excess = message.length - longestMessage
  if (excess <= 0) return []
  const words = `Shorten the message by ${excess} ${excess === 1 ? 'character' : 'characters'}: it may have ${longestMessage}`
  return [{ fieldId: fieldNames.message, message: words }]
}

function dateFault(text: string): string {
  if (text.trim() === '') return 'Enter the date on which the patient agreed'
  return `"${text}" is not a date: write day, month and year`
}

import type { components } from '#api/schema.ts'
import { isReferralStatus } from '#domain/referral/referral-status.ts'
import { parseDateInput } from '../../format/date-input.ts'

/** A step as it was typed. Fields that the step does not have are empty. */
export type MoveValues = {
  readonly to: string
  readonly reasonCode: string
  readonly note: string
  readonly occurredOn: string
  /** The version of the referral that the step was chosen on. */
  readonly version: number
  /** Made once for each form, so that a form sent twice takes the step once. */
  readonly idempotencyKey: string
}

export type MoveReading =
  | { readonly kind: 'ok'; readonly body: components['schemas']['ReferralMove'] }
  | { readonly kind: 'faulty'; readonly fieldId: 'to' | 'occurredOn'; readonly message: string }

export function moveValuesOf(form: FormData): MoveValues {
  const text = (name: string) => String(form.get(name) ?? '')
  return {
    to: text('to'),
    reasonCode: text('reasonCode'),
    note: text('note'),
    occurredOn: text('occurredOn'),
    version: Number(text('version')),
    idempotencyKey: text('idempotencyKey'),
  }
}

/** What is to be sent. Whether the step needs a reason or a date, the server says: it knows the rules in force. */
export function readMove({ to, reasonCode, note, occurredOn }: MoveValues): MoveReading {
  if (!isReferralStatus(to)) return { kind: 'faulty', fieldId: 'to', message: 'Choose the next step' }
  const on = parseDateInput(occurredOn)
  if (occurredOn.trim() !== '' && on === null) {
    const message = `"${occurredOn}" is not a date: write day, month and year`
    return { kind: 'faulty', fieldId: 'occurredOn', message }
  }
  return {
    kind: 'ok',
    body: {
      to,
      ...(reasonCode === '' ? {} : { reasonCode }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...(on === null ? {} : { occurredOn: on }),
    },
  }
}

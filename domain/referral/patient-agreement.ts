import type { CalendarDate } from '../identity/calendar-date.ts'

/** The patient's yes to this referral and to sharing the record with the site. Without it nothing may be sent. */
export interface PatientAgreement {
  readonly agreedOn: CalendarDate
  /** The person who heard or read the agreement and recorded it. */
  readonly recordedBy: string
  readonly method: AgreementMethod
}

export type AgreementMethod = keyof typeof agreementMethods

export const agreementMethods = {
  'in-person': 'Spoken, in person',
  telephone: 'Spoken, by telephone',
  video: 'Spoken, by video call',
  written: 'In writing',
} as const

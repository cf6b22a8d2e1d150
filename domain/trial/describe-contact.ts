import type { TrialContact } from './trial-site.ts'

/** Whom to ask; the extension is part of the number, as somebody dials it. */
export interface ContactDescription {
  name: TrialContact['name']
  role: TrialContact['role']
  phone: string | null
  email: string | null
}

export function describeContact({ name, role, phone, phoneExtension, email }: TrialContact): ContactDescription {
  const number = phone !== null && phoneExtension !== null ? `${phone} extension ${phoneExtension}` : phone
  return { name, role, phone: number, email }
}

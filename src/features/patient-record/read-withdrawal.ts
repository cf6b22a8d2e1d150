import type { NewWithdrawal } from '#domain/eligibility/new-patient-item.ts'
import type { EntryFault } from './read-entry.ts'

/** As short as a reason may be: "typing error" is one, "wrong" is none. */
const fewestCharacters = 10

type WithdrawalReading =
  | { readonly kind: 'ok'; readonly item: NewWithdrawal; readonly fields: readonly string[] }
  | { readonly kind: 'faulty'; readonly faults: readonly EntryFault[] }

/** Why a value is taken back, and of a correction whether what stood before it comes back, as the item to be sent. */
export function readWithdrawal(itemId: string, typed: FormData): WithdrawalReading {
  const reason = String(typed.get('reason') ?? '').trim()
  const choice = typed.get('restores')
  if (reason.length < fewestCharacters) {
    const message = `Say why it was recorded in error, in at least ${fewestCharacters} characters`
    return { kind: 'faulty', faults: [{ field: 'reason', message }] }
  }
  const restores = choice === null ? {} : { restores: choice === 'true' }
  return {
    kind: 'ok',
    item: { kind: 'withdrawal', replaces: itemId, reason, ...restores },
    fields: ['reason', 'restores'],
  }
}

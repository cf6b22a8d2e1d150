import { type ActionFunctionArgs, data } from 'react-router'
import type { components } from '#api/schema.ts'
import { type EntryAsked, entryAsked } from '#domain/eligibility/entry-asked.ts'
import type { EntryForm } from '#domain/eligibility/entry-form.ts'
import type { NewPatientItem } from '#domain/eligibility/new-patient-item.ts'
import { postPatientItem, type Refused, refused } from './post-patient-item.ts'
import { readEntry } from './read-entry.ts'
import { readWithdrawal } from './read-withdrawal.ts'

/** What came of recording: the trials that changed, or what has to be corrected first. */
export type RecordingResult =
  | {
      readonly kind: 'recorded'
      readonly what: RecordingKind
      readonly label: string
      readonly changes: components['schemas']['OutcomeChange'][]
    }
  | Refused

export type RecordingKind = 'recorded' | 'corrected' | 'withdrawn' | 'restored'

/** What a form on this address is for; it comes with the form as JSON. */
export type RecordingAsked = EntryAsked | { readonly kind: 'withdrawal'; readonly itemId: string }

/**
 * Records, corrects or takes back one value. The same form sent twice does so once. A refusal is no success, so that the
 * page stays as it was under what was typed.
 */
export async function recordPatientItem({ params, request }: ActionFunctionArgs) {
  const typed = await request.formData()
  const text = (name: string) => String(typed.get(name) ?? '')
  const asked: RecordingAsked = JSON.parse(text('asked'))
  const reading = asked.kind === 'withdrawal' ? readWithdrawal(asked.itemId, typed) : read(asked, typed)
  if (reading.kind === 'faulty') return refusal(refused(reading.faults))
  const result = await postPatientItem({
    patientId: params.patientId ?? '',
    idempotencyKey: text('idempotencyKey'),
    item: reading.item,
    fields: reading.fields,
  })
  if (result.kind === 'refused') return refusal(result)
  return { ...result, what: kindOf(reading.item), label: text('label') } satisfies RecordingResult
}

function read(asked: EntryAsked, typed: FormData) {
  const entry = entryAsked(asked)
  if (entry.kind === 'elsewhere') return { kind: 'faulty', faults: [{ field: null, message: entry.where }] } as const
  const reading = readEntry(entry.form, typed)
  return reading.kind === 'faulty' ? reading : { ...reading, fields: fieldsOf(entry.form) }
}

function fieldsOf({ fields }: EntryForm): readonly string[] {
  return ['source', ...fields.map(({ name }) => name)]
}

function kindOf(item: NewPatientItem): RecordingKind {
  if (item.kind === 'withdrawal') return item.restores === true ? 'restored' : 'withdrawn'
  return item.replaces === undefined ? 'recorded' : 'corrected'
}

function refusal(result: Refused) {
  return data<RecordingResult>(result, { status: 400 })
}

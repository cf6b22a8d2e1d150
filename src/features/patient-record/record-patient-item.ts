import { type ActionFunctionArgs, data } from 'react-router'
import { type EntryAsked, entryAsked } from '#domain/eligibility/entry-asked.ts'
import type { EntryForm } from '#domain/eligibility/entry-form.ts'
import type { NewPatientItem } from '#domain/eligibility/new-patient-item.ts'
import { postBloodSample } from './post-blood-sample.ts'
import { type Done, postPatientItem, type Refused, refused } from './post-patient-item.ts'
import { type BloodSampleAsked, readBloodSample } from './read-blood-sample.ts'
import { readEntry } from './read-entry.ts'
import { readWithdrawal } from './read-withdrawal.ts'

/** What came of recording: the trials that changed, or what has to be corrected first. */
export type RecordingResult = (Done & { readonly what: RecordingKind; readonly label: string }) | Refused

export type RecordingKind = 'recorded' | 'corrected' | 'withdrawn' | 'restored'

/** What a form for one value is for; it comes with the form as JSON. */
type ValueAsked = EntryAsked | { readonly kind: 'withdrawal'; readonly itemId: string }

/** What a form on this address is for. */
export type RecordingAsked = ValueAsked | BloodSampleAsked

/** Where the values are sent, and the key under which they are recorded once. */
type Destination = { readonly patientId: string; readonly idempotencyKey: string }

/**
 * Records, corrects or takes back one value, or records the results of one blood sample. The same form sent twice does so
 * once. A refusal is no success, so that the page stays as it was under what was typed.
 */
export async function recordPatientItem({ params, request }: ActionFunctionArgs) {
  const typed = await request.formData()
  const text = (name: string) => String(typed.get(name) ?? '')
  const asked: RecordingAsked = JSON.parse(text('asked'))
  const to = { patientId: params.patientId ?? '', idempotencyKey: text('idempotencyKey') }
  const result = await (asked.kind === 'bloodSample' ? recordSample(asked, typed, to) : recordValue(asked, typed, to))
  return result.kind === 'refused' ? data<RecordingResult>(result, { status: 400 }) : result
}

async function recordSample(asked: BloodSampleAsked, typed: FormData, to: Destination): Promise<RecordingResult> {
  const reading = readBloodSample(asked, typed)
  if (reading.kind === 'faulty') return refused(reading.faults)
  const result = await postBloodSample({ ...to, filled: reading.filled })
  if (result.kind === 'refused') return result
  return { ...result, what: 'recorded', label: reading.filled.map(({ result: { label } }) => label).join(', ') }
}

async function recordValue(asked: ValueAsked, typed: FormData, to: Destination): Promise<RecordingResult> {
  const reading = asked.kind === 'withdrawal' ? readWithdrawal(asked.itemId, typed) : read(asked, typed)
  if (reading.kind === 'faulty') return refused(reading.faults)
  const { item, fields } = reading
  const result = await postPatientItem({ ...to, item, fields })
  if (result.kind === 'refused') return result
  return { ...result, what: kindOf(item), label: String(typed.get('label') ?? '') }
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

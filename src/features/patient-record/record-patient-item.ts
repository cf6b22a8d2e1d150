import type { ActionFunctionArgs } from 'react-router'
import type { components } from '#api/schema.ts'
import { entryOfItem } from '#domain/eligibility/entry-of-item.ts'
import { postPatientItem, type Refused, refused } from './post-patient-item.ts'
import { readEntry } from './read-entry.ts'

/** What came of recording: the trials that changed, or what has to be corrected first. */
export type RecordingResult =
  | { readonly kind: 'recorded'; readonly label: string; readonly changes: components['schemas']['OutcomeChange'][] }
  | Refused

/** Records what was filled in for one item of "what would settle it". The same form sent twice records once. */
export async function recordPatientItem({ params, request }: ActionFunctionArgs): Promise<RecordingResult> {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const entry = entryOfItem({ key: text('key'), replaces: text('replaces') || null })
  if (entry.kind === 'elsewhere') return refused([{ field: null, message: entry.where }])
  const reading = readEntry(entry.form, text)
  if (reading.kind === 'faulty') return refused(reading.faults)
  const result = await postPatientItem({
    patientId: params.patientId ?? '',
    idempotencyKey: text('idempotencyKey'),
    item: reading.item,
    fields: ['source', ...entry.form.fields.map(({ name }) => name)],
  })
  return result.kind === 'recorded' ? { ...result, label: text('label') } : result
}

import type { ActionFunctionArgs } from 'react-router'
import type { components } from '#api/schema.ts'
import { entryOfItem } from '#domain/eligibility/entry-of-item.ts'
import { api } from '../../data/api-client.ts'
import { fieldErrors } from '../../data/problem.ts'
import { attempt } from '../../data/unwrap.ts'
import { type EntryFault, readEntry } from './read-entry.ts'

/** What came of recording: the trials that changed, or what has to be corrected first. */
export type RecordingResult =
  | { readonly kind: 'recorded'; readonly label: string; readonly changes: components['schemas']['OutcomeChange'][] }
  | {
      readonly kind: 'refused'
      readonly title: string
      readonly faults: readonly EntryFault[]
      readonly remedy: string | null
    }

/** Records what was filled in for one item of "what would settle it". The same form sent twice records once. */
export async function recordPatientItem({ params, request }: ActionFunctionArgs): Promise<RecordingResult> {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const entry = entryOfItem({ key: text('key'), replaces: text('replaces') || null })
  if (entry.kind === 'elsewhere') return refused('There is a problem', [{ field: null, message: entry.where }])
  const reading = readEntry(entry.form, text)
  if (reading.kind === 'faulty') return refused('There is a problem', reading.faults)
  const answer = await attempt(
    api.POST('/patients/{patientId}/items', {
      params: {
        path: { patientId: params.patientId ?? '' },
        header: { 'idempotency-key': text('idempotencyKey') },
      },
      body: reading.item,
    }),
  )
  if (answer.ok) return { kind: 'recorded', label: text('label'), changes: answer.data.changes }
  const { title, detail, remedy } = answer.problem
  const names = ['source', ...entry.form.fields.map(({ name }) => name)]
  const faults = Object.entries(fieldErrors(answer.problem)).map(
    ([field, message]): EntryFault => ({ field: names.includes(field) ? field : null, message }),
  )
  return refused(title, faults.length > 0 ? faults : [{ field: null, message: detail }], remedy)
}

function refused(title: string, faults: readonly EntryFault[], remedy: string | null = null): RecordingResult {
  return { kind: 'refused', title, faults, remedy }
}

import { useEffect, useRef, useState } from 'react'
import type { FetcherWithComponents } from 'react-router'
import type { components } from '#api/schema.ts'
import type { EntryForm } from '#domain/eligibility/entry-form.ts'
import { pathTo } from '../../data/paths.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { ClaimsOfAbsence } from './claims-of-absence.tsx'
import type { RecordingResult } from './record-patient-item.ts'
import { SettleField, settleFieldId } from './settle-field.tsx'

type SettleFormProps = {
  readonly patientId: string
  readonly item: components['schemas']['SettlingItem']
  readonly form: EntryForm
  readonly fetcher: FetcherWithComponents<RecordingResult>
}

/** The few fields that record one value. What was typed stays until it has been recorded. */
export function SettleForm({ patientId, item, form, fetcher }: SettleFormProps) {
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  // An answer that was there when the form opened belongs to another form.
  const [before] = useState(fetcher.data)
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => {
    fields.current?.querySelector<HTMLElement>('input, select')?.focus()
  }, [])
  const refused = fetcher.data?.kind === 'refused' && fetcher.data !== before ? fetcher.data : null
  const errorOf = (name: string) => refused?.faults.find(({ field }) => field === name)?.message
  return (
    <fetcher.Form method="post" action={pathTo.patientItems(patientId)} noValidate className="app-narrow">
      <ErrorSummary
        {...(refused === null ? {} : { title: refused.title, remedy: refused.remedy, attempt: refused })}
        faults={(refused?.faults ?? []).map(({ field, message }) =>
          field === null ? { message } : { fieldId: settleFieldId(field), message },
        )}
      />
      <input type="hidden" name="key" value={item.key} />
      <input type="hidden" name="replaces" value={item.replaces ?? ''} />
      <input type="hidden" name="label" value={item.label} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <div ref={fields}>
        {form.fields.map((field) => (
          <SettleField key={field.name} field={field} error={errorOf(field.name)} />
        ))}
        <TextField
          label="Source"
          name="source"
          id={settleFieldId('source')}
          defaultValue={form.usualSource}
          maxLength={120}
          autoComplete="off"
          error={errorOf('source')}
        />
      </div>
      <ClaimsOfAbsence claims={item.countsAsAbsent} />
      <SubmitButton isPending={fetcher.state !== 'idle'}>
        {form.target.kind === 'assertion' ? item.label.replace(/^Confirm: /, 'Confirm ') : 'Record'}
      </SubmitButton>
    </fetcher.Form>
  )
}

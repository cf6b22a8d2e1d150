import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { FetcherWithComponents } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import type { RecordingAsked, RecordingResult } from './record-patient-item.ts'

type TakeBackFormProps = {
  readonly patientId: string
  readonly item: Pick<components['schemas']['PatientItem'], 'itemId' | 'label'>
  readonly fetcher: FetcherWithComponents<RecordingResult>
}

/** Why a value should never have been recorded. What was typed stays until it has been taken back. */
export function TakeBackForm({ patientId, item: { itemId, label }, fetcher }: TakeBackFormProps) {
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  // An answer that was there when the form opened belongs to another form.
  const [before] = useState(fetcher.data)
  const id = useId()
  const field = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    field.current?.querySelector('textarea')?.focus()
  }, [])
  const refused = fetcher.data?.kind === 'refused' && fetcher.data !== before ? fetcher.data : null
  const asked: RecordingAsked = { kind: 'withdrawal', itemId }
  return (
    <fetcher.Form
      method="post"
      action={pathTo.patientItems(patientId)}
      noValidate
      className="app-narrow"
      aria-label={`Take back: ${label}`}
    >
      <ErrorSummary
        {...(refused === null ? {} : { title: refused.title, remedy: refused.remedy, attempt: refused })}
        faults={(refused?.faults ?? []).map(({ field: name, message }) =>
          name === null ? { message } : { fieldId: `${id}${name}`, message },
        )}
      />
      <input type="hidden" name="asked" value={JSON.stringify(asked)} />
      <input type="hidden" name="label" value={label} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <div ref={field}>
        <TextArea
          label="Why was it recorded in error?"
          name="reason"
          id={`${id}reason`}
          rows={2}
          maxLength={1000}
          hint="At least 10 characters. It is kept with your name and the value, which then counts for nothing."
          error={refused?.faults.find(({ field: name }) => name === 'reason')?.message}
        />
      </div>
      <SubmitButton isPending={fetcher.state !== 'idle'}>Take it back</SubmitButton>
    </fetcher.Form>
  )
}

import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { FetcherWithComponents } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import type { RecordingAsked, RecordingResult } from './record-patient-item.ts'
import { lossSentence, valueWords } from './take-back-sentences.ts'
import { useRefusal } from './use-refusal.ts'

type TakeBackFormProps = {
  readonly patientId: string
  readonly item: components['schemas']['PatientItem']
  /** All that stands on the record. */
  readonly items: readonly components['schemas']['PatientItem'][]
  readonly fetcher: FetcherWithComponents<RecordingResult>
}

/**
 * Why a value should never have been recorded, what is lost with it and, of a correction, what becomes of the value before
 * it. What was typed stays until it has been taken back.
 */
export function TakeBackForm({ patientId, item, items, fetcher }: TakeBackFormProps) {
  const { itemId, label, before } = item
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const id = useId()
  const fields = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    fields.current?.querySelector<HTMLElement>('input:checked, textarea')?.focus()
  }, [])
  const { refused, errorOf } = useRefusal(fetcher)
  const loss = lossSentence(item, items)
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
      <div ref={fields}>
        {before === null ? (
          loss === null ? null : (
            <p>{loss}</p>
          )
        ) : (
          <>
            <p>
              Before this correction: {valueWords(before, label)}, {before.source}
            </p>
            <RadioList
              label="Which is meant?"
              name="restores"
              id={`${id}restores`}
              choices={[
                { value: 'true', label: 'Bring back what stood before' },
                { value: 'false', label: 'Neither is right: take both back', ...(loss === null ? {} : { hint: loss }) },
              ]}
              defaultValue="true"
              error={errorOf('restores')}
            />
          </>
        )}
        <TextArea
          label="Why was it recorded in error?"
          name="reason"
          id={`${id}reason`}
          rows={2}
          maxLength={1000}
          hint="At least 10 characters. It is kept with your name and the value, which then counts for nothing."
          error={errorOf('reason')}
        />
      </div>
      <SubmitButton isPending={fetcher.state !== 'idle'}>Take it back</SubmitButton>
    </fetcher.Form>
  )
}

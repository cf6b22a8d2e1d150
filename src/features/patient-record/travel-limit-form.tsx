import { useLayoutEffect, useRef, useState } from 'react'
import type { FetcherWithComponents } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import type { TravelLimitResult } from './record-travel-limit.ts'
import { SettleDateField } from './settle-date-field.tsx'
import { useRefusal } from './use-refusal.ts'

type TravelLimit = components['schemas']['TravelLimit']

type TravelLimitFormProps = {
  readonly patientId: string
  /** What is recorded now, which the answer takes the place of. */
  readonly limit: TravelLimit | null
  readonly fetcher: FetcherWithComponents<TravelLimitResult>
}

/** How far the patient would travel, when that was said and to whom. What was typed stays until it has been recorded. */
export function TravelLimitForm({ patientId, limit, fetcher }: TravelLimitFormProps) {
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const [reach, setReach] = useState<string>(limit?.reach ?? 'upTo')
  const fields = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    fields.current?.querySelector<HTMLElement>('input:checked')?.focus()
  }, [])
  const { refused, errorOf } = useRefusal(fetcher)
  return (
    <fetcher.Form
      method="post"
      action={pathTo.patientTravelLimit(patientId)}
      noValidate
      className="app-narrow app-print-hidden"
      aria-label="How far the patient would travel"
    >
      <ErrorSummary
        {...(refused === null ? {} : { title: refused.title, remedy: refused.remedy, attempt: refused })}
        faults={(refused?.faults ?? []).map(({ field, message }) =>
          field === null ? { message } : { fieldId: fieldId(field), message },
        )}
      />
      <input type="hidden" name="replaces" value={limit?.itemId ?? ''} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <div ref={fields}>
        <RadioList
          label="How far would the patient travel for a trial?"
          name="reach"
          id={fieldId('reach')}
          hint="Distances count in a straight line from your hospital. This orders the trials and rules none out."
          choices={choices}
          value={reach}
          onChange={setReach}
        />
        {reach === 'upTo' ? (
          <TextField
            label="Miles"
            name="value"
            id={fieldId('value')}
            defaultValue={limit?.miles ?? ''}
            inputMode="numeric"
            maxLength={10}
            autoComplete="off"
            error={errorOf('value')}
          />
        ) : null}
        <SettleDateField
          label="Date of the answer"
          name="observedOn"
          id={fieldId('observedOn')}
          hasToday
          error={errorOf('observedOn')}
        />
        <TextField
          label="Source"
          name="source"
          id={fieldId('source')}
          defaultValue="Nursing assessment"
          maxLength={120}
          autoComplete="off"
          error={errorOf('source')}
        />
      </div>
      <SubmitButton isPending={fetcher.state !== 'idle'}>Record</SubmitButton>
    </fetcher.Form>
  )
}

const choices: { value: TravelLimit['reach']; label: string }[] = [
  { value: 'upTo', label: 'Up to a number of miles' },
  { value: 'anyDistance', label: 'Any distance' },
  { value: 'notKnown', label: 'Not known' },
]

/** Apart from the ids of the other forms on the page. */
function fieldId(name: string): string {
  return `travel-${name}`
}

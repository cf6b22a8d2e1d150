import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { FetcherWithComponents } from 'react-router'
import { pathTo } from '../../data/paths.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import type { BloodSampleAsked } from './read-blood-sample.ts'
import type { RecordingResult } from './record-patient-item.ts'
import { SampleResultFields } from './sample-result-fields.tsx'
import { SettleDateField } from './settle-date-field.tsx'
import { settleFieldId } from './settle-field.tsx'
import type { HintedResult } from './settling-entries.ts'
import { useRefusal } from './use-refusal.ts'

type BloodSampleFormProps = {
  readonly patientId: string
  readonly label: string
  readonly results: readonly HintedResult[]
  readonly fetcher: FetcherWithComponents<RecordingResult>
}

/** The results of one blood sample: one day, one source, and a value each. What was typed stays until it is recorded. */
export function BloodSampleForm({ patientId, label, results, fetcher }: BloodSampleFormProps) {
  const formId = useId()
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const fields = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => fields.current?.querySelector('input')?.focus(), [])
  const { refused, errorOf } = useRefusal(fetcher)
  const asked: BloodSampleAsked = { kind: 'bloodSample', keys: results.map(({ key }) => key) }
  return (
    <fetcher.Form
      method="post"
      action={pathTo.patientItems(patientId)}
      noValidate
      className="app-narrow"
      aria-label={label}
    >
      <ErrorSummary
        {...(refused === null ? {} : { title: refused.title, remedy: refused.remedy, attempt: refused })}
        faults={(refused?.faults ?? []).map(({ field, message }) =>
          field === null ? { message } : { fieldId: settleFieldId(formId, field), message },
        )}
      />
      <p className="app-settling__hint nhsuk-u-margin-bottom-3">
        Leave empty what was not measured. Where the report gives &lt; or &gt;, write it before the value. All are
        recorded, or none. A criterion that compares a result with its limit of normal stays undecided until that limit
        is entered too.
      </p>
      <input type="hidden" name="asked" value={JSON.stringify(asked)} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <div ref={fields}>
        <SettleDateField
          label="Date of the sample"
          name="observedOn"
          id={settleFieldId(formId, 'observedOn')}
          hasToday
          error={errorOf('observedOn')}
        />
        {results.map((result) => (
          <SampleResultFields key={result.key} result={result} formId={formId} errorOf={errorOf} />
        ))}
        <TextField
          label="Source"
          name="source"
          id={settleFieldId(formId, 'source')}
          defaultValue={results[0]?.form.usualSource ?? ''}
          maxLength={120}
          autoComplete="off"
          error={errorOf('source')}
        />
      </div>
      <SubmitButton isPending={fetcher.state !== 'idle'}>Record the results</SubmitButton>
    </fetcher.Form>
  )
}

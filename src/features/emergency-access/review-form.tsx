import { useLayoutEffect, useRef, useState } from 'react'
import type { FetcherWithComponents } from 'react-router'
import type { components } from '#api/schema.ts'
import { clinicalInstant } from '../../format/dates.ts'
import { patientName } from '../../format/person-name.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { fewestCharacters } from './read-opening.ts'
import type { ReviewResult } from './review-access.ts'
import { outcomeWords } from './review-words.ts'

type Schemas = components['schemas']

type ReviewFormProps = {
  readonly access: Schemas['EmergencyAccess']
  readonly fetcher: FetcherWithComponents<ReviewResult>
  readonly onClose: () => void
}

/** Whether one opening was justified, and what was found. What was typed stays until it is recorded. */
export function ReviewForm({ access: { accessId, name, patient }, fetcher, onClose }: ReviewFormProps) {
  const fields = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => fields.current?.querySelector<HTMLElement>('input[type=radio]')?.focus(), [])
  // An answer that was there when the form opened belongs to another opening.
  const [before] = useState(fetcher.data)
  const result = fetcher.data === before ? undefined : fetcher.data
  const faults = result?.kind === 'faulty' ? result.faults : []
  const errorOf = (field: string) => faults.find(({ fieldId }) => fieldId === field)?.message
  return (
    <fetcher.Form
      method="post"
      noValidate
      ref={fields}
      className="app-narrow app-print-hidden"
      aria-label={`Review: ${name}, record of ${patientName(patient.name)}`}
    >
      <ErrorSummary faults={faults} attempt={result} />
      {result?.kind === 'refused' ? <Refusal result={result} /> : null}
      <input type="hidden" name="accessId" value={accessId} />
      <RadioList
        label={`Was it justified that ${name} opened the record of ${patientName(patient.name)}?`}
        name="outcome"
        choices={[
          { value: 'justified', label: outcomeWords.justified.label },
          { value: 'notJustified', label: outcomeWords.notJustified.label },
        ]}
        error={errorOf('outcome')}
      />
      <TextArea
        label="What you found"
        name="note"
        rows={3}
        maxLength={1000}
        hint={`At least ${fewestCharacters} characters, for example whom you asked`}
        error={errorOf('note')}
      />
      <SubmitButton isPending={fetcher.state !== 'idle'} isSmall>
        Record the review
      </SubmitButton>{' '}
      <button type="button" className="nhsuk-button nhsuk-button--secondary app-button-small" onClick={onClose}>
        Close
      </button>
    </fetcher.Form>
  )
}

function Refusal({ result: { problem, now } }: { readonly result: Extract<ReviewResult, { kind: 'refused' }> }) {
  return (
    <>
      <ProblemSummary problem={problem} fieldIds={[]} />
      {now === null ? null : (
        <Notice kind="warning" title={`Reviewed as ${outcomeWords[now.outcome].label.toLowerCase()}`}>
          <p>
            {now.by}, {clinicalInstant(now.at)}: {now.note}
          </p>
        </Notice>
      )}
    </>
  )
}

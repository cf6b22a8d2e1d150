import { type ChangeEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import type { FetcherWithComponents } from 'react-router'
import type { EntryAsked } from '#domain/eligibility/entry-asked.ts'
import { askedFields, type EntryForm } from '#domain/eligibility/entry-form.ts'
import { pathTo } from '../../data/paths.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { answerTo } from './read-entry.ts'
import type { RecordingResult } from './record-patient-item.ts'
import { SettleField, settleFieldId } from './settle-field.tsx'
import { useRefusal } from './use-refusal.ts'

type SettleFormProps = {
  readonly patientId: string
  /** What the form is opened for, and what it is called where that is told. */
  readonly asked: EntryAsked
  readonly label: string
  readonly form: EntryForm
  readonly fetcher: FetcherWithComponents<RecordingResult>
  /** Whether its first field is in focus once it opens. */
  readonly takesFocus?: boolean
  /** What to read before it is sent. */
  readonly children?: ReactNode
}

/** The few fields that record or correct one value. What was typed stays until it has been recorded. */
export function SettleForm({ patientId, asked, label, form, fetcher, takesFocus = true, children }: SettleFormProps) {
  const formId = useId()
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const [chosen, setChosen] = useState(() => chosenAtFirst(form))
  const fields = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (takesFocus) focusFirst(fields.current)
  }, [takesFocus])
  const { refused, errorOf } = useRefusal(fetcher)
  const isAsked = askedFields(form.fields, (name) => answerTo(form.fields, name, chosen[name] ?? ''))
  const noteChoice = ({ target }: ChangeEvent<HTMLDivElement>) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
      setChosen({ ...chosen, [target.name]: target.value })
  }
  return (
    <fetcher.Form
      method="post"
      action={pathTo.patientItems(patientId)}
      noValidate
      className="app-narrow"
      aria-label={asked.kind === 'row' ? `Correct: ${label}` : label}
    >
      <ErrorSummary
        {...(refused === null ? {} : { title: refused.title, remedy: refused.remedy, attempt: refused })}
        faults={(refused?.faults ?? []).map(({ field, message }) =>
          field === null || !(field === 'source' || isAsked.some(({ name }) => name === field))
            ? { message }
            : { fieldId: settleFieldId(formId, field), message },
        )}
      />
      {form.note === undefined ? null : <p>{form.note}</p>}
      <input type="hidden" name="asked" value={JSON.stringify(asked)} />
      <input type="hidden" name="label" value={label} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <div ref={fields} onChange={noteChoice} className="app-entry-fields">
        {isAsked.map((field) => (
          <SettleField key={`${field.name} ${field.label}`} field={field} formId={formId} error={errorOf(field.name)} />
        ))}
        <TextField
          label="Source"
          name="source"
          id={settleFieldId(formId, 'source')}
          defaultValue={form.usualSource}
          maxLength={120}
          autoComplete="off"
          error={errorOf('source')}
        />
      </div>
      {children}
      <SubmitButton isPending={fetcher.state !== 'idle'}>{submitText(asked, form, label)}</SubmitButton>
    </fetcher.Form>
  )
}

function submitText(asked: EntryAsked, { target }: EntryForm, label: string): string {
  if (asked.kind === 'row') return 'Record the correction'
  if (asked.kind === 'treatment') return 'Add the treatment'
  return target.kind === 'assertion' ? label.replace(/^Confirm: /, 'Confirm ') : 'Record'
}

function chosenAtFirst({ fields }: EntryForm): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.flatMap(({ name, control }) =>
      control.kind === 'choice' && control.initial !== null ? [[name, String(control.initial.value)]] : [],
    ),
  )
}

/** Of several radios the chosen one is where the keyboard goes. */
function focusFirst(fields: HTMLElement | null): void {
  const first = fields?.querySelector<HTMLInputElement>('input, select')
  const chosen = first?.type === 'radio' ? fields?.querySelector<HTMLElement>(`[name="${first.name}"]:checked`) : null
  ;(chosen ?? first)?.focus()
}

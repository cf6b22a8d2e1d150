import { useState } from 'react'
import type { SampleResult } from '#domain/eligibility/blood-sample.ts'
import type { EntryField } from '#domain/eligibility/entry-form.ts'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { sampleFieldName } from './read-blood-sample.ts'
import { settleFieldId } from './settle-field.tsx'
import type { HintedResult } from './settling-entries.ts'

type SampleResultFieldsProps = {
  readonly result: HintedResult
  readonly formId: string
  readonly errorOf: (name: string) => string | undefined
}

/** One result of a sample: what is recorded already, the value under its name, the unit, and the limit of normal folded. */
export function SampleResultFields({ result, formId, errorOf }: SampleResultFieldsProps) {
  return (
    <div className="app-sample-result">
      {result.hint === null ? null : <div className="app-sample-result__hint">{result.hint}</div>}
      {result.form.fields.filter(isMeasured).map((field) => {
        const name = sampleFieldName(result, field.name)
        const frame = { name, id: settleFieldId(formId, name), error: errorOf(name) }
        const { control } = field
        return control.kind === 'choice' ? (
          <SelectField
            key={name}
            {...frame}
            label={<PartLabel part={field.label} of={result.label} />}
            choices={control.choices.map(({ value, label }) => ({ value: String(value), label }))}
            defaultValue={control.initial === null ? '' : String(control.initial.value)}
          />
        ) : (
          <TextField
            key={name}
            {...frame}
            label={valueLabel(result, field)}
            inputMode="text"
            autoComplete="off"
            spellCheck={false}
          />
        )
      })}
      {result.form.fields.filter(isLimit).map((field) => {
        const name = sampleFieldName(result, field.name)
        const id = settleFieldId(formId, name)
        return <LimitField key={name} of={result.label} field={field} name={name} id={id} error={errorOf(name)} />
      })}
    </div>
  )
}

type LimitFieldProps = {
  readonly of: string
  readonly field: EntryField
  readonly name: string
  readonly id: string
  readonly error: string | undefined
}

/** Folded until somebody wants it: most criteria compare with a figure of their own. What is wrong in it is in sight. */
function LimitField({ of, field, name, id, error }: LimitFieldProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details
      className="app-more app-sample-result__limit"
      open={isOpen || error !== undefined}
      onToggle={({ currentTarget: { open } }) => setIsOpen(open)}
    >
      <summary>
        Limit of normal <span className="nhsuk-u-visually-hidden">of {of}</span>
      </summary>
      <TextField
        name={name}
        id={id}
        error={error}
        label={<PartLabel part={field.name === 'lowerLimit' ? 'Lower limit' : 'Upper limit'} of={of} />}
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
      />
    </details>
  )
}

/** The day is of the sample, and a bound is typed before the value. */
function isMeasured(field: EntryField): boolean {
  return field.name !== 'observedOn' && !field.name.startsWith('detail.') && !isLimit(field)
}

function isLimit({ name }: EntryField): boolean {
  return name === 'lowerLimit' || name === 'upperLimit'
}

/** "ALT (U/L)": a value in one unit only has it in the label of its field. */
function valueLabel({ label }: SampleResult, field: EntryField): string {
  return field.label.replace(/^Value/u, label)
}

/** The eye sees whose part it is; a screen reader is told. */
function PartLabel({ part, of }: { readonly part: string; readonly of: string }) {
  return (
    <>
      {part} <span className="nhsuk-u-visually-hidden">of {of}</span>
    </>
  )
}

import type { SampleResult } from '#domain/eligibility/blood-sample.ts'
import type { EntryField } from '#domain/eligibility/entry-form.ts'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { sampleFieldName } from './read-blood-sample.ts'
import { settleFieldId } from './settle-field.tsx'

type SampleResultFieldsProps = {
  readonly result: SampleResult
  readonly formId: string
  readonly errorOf: (name: string) => string | undefined
}

/** One result of a sample: its value under its name, the unit, and the limit of normal where criteria compare with it. */
export function SampleResultFields({ result, formId, errorOf }: SampleResultFieldsProps) {
  return (
    <div className="app-sample-result">
      {result.form.fields.filter(isOfResult).map((field) => {
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
            label={
              field.name === 'value' ? valueLabel(result, field) : <PartLabel part={limitLabel} of={result.label} />
            }
            inputMode={field.name === 'value' ? 'text' : 'decimal'}
            autoComplete="off"
            spellCheck={false}
          />
        )
      })}
    </div>
  )
}

/** The day is of the sample, and a bound is typed before the value. */
function isOfResult({ name }: EntryField): boolean {
  return name !== 'observedOn' && !name.startsWith('detail.')
}

/** "ALT (U/L)": a value in one unit only has it in the label of its field. */
function valueLabel({ label }: SampleResult, field: EntryField): string {
  return field.label.replace(/^Value/u, label)
}

const limitLabel = 'Upper limit of normal'

/** The eye sees whose part it is; a screen reader is told. */
function PartLabel({ part, of }: { readonly part: string; readonly of: string }) {
  return (
    <>
      {part} <span className="nhsuk-u-visually-hidden">of {of}</span>
    </>
  )
}

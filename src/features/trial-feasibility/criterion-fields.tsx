import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { type DraftFault, fieldIds, type TypedCriterion } from './draft.ts'

type CriterionFieldsProps = {
  readonly criterion: TypedCriterion
  readonly position: number
  readonly faults: readonly DraftFault[]
  readonly onChange: (patch: Partial<TypedCriterion>) => void
  /** Left out for the only one. */
  readonly onRemove?: () => void
}

/** One criterion of a draft: the protocol's words, how it counts, and the rule that says the same. */
export function CriterionFields({ criterion, position, faults, onChange, onRemove }: CriterionFieldsProps) {
  const { key } = criterion
  const errorOf = (fieldId: string) => {
    const messages = faults.filter((fault) => fault.fieldId === fieldId).map(({ message }) => message)
    return messages.length === 0 ? undefined : messages.join('. ')
  }
  return (
    <fieldset className="nhsuk-fieldset nhsuk-u-margin-bottom-5">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">Criterion {position}</legend>
      <TextArea
        label="Words of the protocol"
        name={fieldIds.text(key)}
        rows={2}
        value={criterion.text}
        error={errorOf(fieldIds.text(key))}
        onChange={({ currentTarget }) => onChange({ text: currentTarget.value })}
      />
      <div className="app-two-columns">
        <SelectField
          label="Kind"
          name={`kind-${key}`}
          choices={kinds}
          value={criterion.kind}
          onChange={({ currentTarget: { value } }) =>
            onChange({ kind: value === 'exclusion' ? 'exclusion' : 'inclusion' })
          }
        />
        <SelectField
          label="If it is not met"
          name={`class-${key}`}
          choices={classes}
          value={criterion.class}
          onChange={({ currentTarget: { value } }) =>
            onChange({ class: classes.find((each) => each.value === value)?.value ?? criterion.class })
          }
        />
      </div>
      <TextArea
        label="Rule (JSON)"
        name={fieldIds.rule(key)}
        hint={'For example { "op": "age", "unit": "years", "min": 18 }. Leave empty what only a person can judge.'}
        rows={4}
        spellCheck={false}
        value={criterion.rule}
        error={errorOf(fieldIds.rule(key))}
        onChange={({ currentTarget }) => onChange({ rule: currentTarget.value })}
      />
      {onRemove === undefined ? null : (
        <button type="button" className="nhsuk-button nhsuk-button--secondary app-button-small" onClick={onRemove}>
          Remove <span className="nhsuk-u-visually-hidden">criterion {position}</span>
        </button>
      )}
    </fieldset>
  )
}

const kinds = [
  { value: 'inclusion', label: 'Inclusion' },
  { value: 'exclusion', label: 'Exclusion' },
]

const classes = [
  { value: 'hard', label: 'Cannot join' },
  { value: 'correctable', label: 'Not yet: could be corrected' },
  { value: 'washout', label: 'Not yet: a waiting time' },
  { value: 'timeLimited', label: 'Only until a date' },
  { value: 'judgement', label: 'A clinician judges' },
  { value: 'gate', label: 'A central review decides' },
  { value: 'advisory', label: 'Shown only, never decides' },
] as const

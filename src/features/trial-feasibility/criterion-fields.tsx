import { useState } from 'react'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { type DraftFault, fieldIds, fieldIdsOf, type TypedCriterion } from './draft.ts'
import { FoldedCriterion } from './folded-criterion.tsx'

type CriterionFieldsProps = {
  readonly criterion: TypedCriterion
  readonly position: number
  /** The names that the draft gives its cohorts. */
  readonly cohorts: readonly string[]
  readonly faults: readonly DraftFault[]
  readonly onChange: (patch: Partial<TypedCriterion>) => void
  /** Left out for the only one. */
  readonly onRemove?: () => void
}

/** One criterion of a draft. One that came with its words is folded; what somebody is about to write is not. */
export function CriterionFields(props: CriterionFieldsProps) {
  const { criterion, position, faults } = props
  const [isTakenOver] = useState(criterion.text !== '')
  const ownIds = fieldIdsOf(criterion.key)
  const isFaulty = faults.some(({ fieldId }) => ownIds.includes(fieldId))
  return (
    <fieldset className={`nhsuk-fieldset nhsuk-u-margin-bottom-${isTakenOver ? 2 : 5}`}>
      <legend className={isTakenOver ? 'nhsuk-u-visually-hidden' : 'nhsuk-fieldset__legend nhsuk-fieldset__legend--s'}>
        Criterion {position}
      </legend>
      {isTakenOver ? (
        <FoldedCriterion criterion={criterion} position={position} isFaulty={isFaulty}>
          <Fields {...props} />
        </FoldedCriterion>
      ) : (
        <Fields {...props} />
      )}
    </fieldset>
  )
}

/** The protocol's words, how the criterion counts, and the rule that says the same. */
function Fields({ criterion, position, cohorts, faults, onChange, onRemove }: CriterionFieldsProps) {
  const { key, appliesTo } = criterion
  const errorOf = (fieldId: string) => {
    const messages = faults.filter((fault) => fault.fieldId === fieldId).map(({ message }) => message)
    return messages.length === 0 ? undefined : messages.join('. ')
  }
  // A name that the draft no longer has can be taken off here.
  const names = [...new Set([...cohorts, ...appliesTo])]
  return (
    <>
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
          name={fieldIds.kind(key)}
          choices={kinds}
          value={criterion.kind}
          error={errorOf(fieldIds.kind(key))}
          onChange={({ currentTarget: { value } }) =>
            onChange({ kind: kinds.find((each) => each.value === value)?.value ?? criterion.kind })
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
      {names.length === 0 ? null : (
        <CheckboxList
          label="Only for cohorts"
          name={fieldIds.appliesTo(key)}
          hint="None chosen: for every cohort"
          choices={names.map((name) => ({ value: name, label: name }))}
          values={appliesTo}
          error={errorOf(fieldIds.appliesTo(key))}
          onChange={(chosen) => onChange({ appliesTo: chosen })}
        />
      )}
      <TextArea
        label="Rule (JSON)"
        name={fieldIds.rule(key)}
        hint={'For example { "op": "age", "unit": "years", "min": 18 }. Leave empty what only a person can judge.'}
        rows={Math.min(mostLines, Math.max(4, criterion.rule.split('\n').length))}
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
    </>
  )
}

/** A longer rule is scrolled. */
const mostLines = 24

const kinds = [
  { value: 'inclusion', label: 'Inclusion' },
  { value: 'exclusion', label: 'Exclusion' },
  { value: 'notStated', label: 'Not stated: text only' },
] as const

const classes = [
  { value: 'hard', label: 'Excludes: cannot be corrected' },
  { value: 'correctable', label: 'Not yet: could be corrected' },
  { value: 'washout', label: 'Not yet: a waiting time' },
  { value: 'timeLimited', label: 'Only until a date' },
  { value: 'judgement', label: 'A clinician judges' },
  { value: 'gate', label: 'A central review decides' },
  { value: 'advisory', label: 'Shown only, never decides' },
] as const

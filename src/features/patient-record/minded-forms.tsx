import { useState } from 'react'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { SettleDateField } from './settle-date-field.tsx'
import { WishForm, type WishFormProps } from './wish-form.tsx'

/** Sets the sensitive flag, or takes it away. */
export function SensitiveForm({ isSensitive, ...props }: WishFormProps & { readonly isSensitive: boolean }) {
  const label = isSensitive ? 'Take the sensitive flag away' : 'Set the sensitive flag'
  return (
    <WishForm {...props} act="sensitiveFlag" label={label} submitLabel={label}>
      {(fieldOf) => (
        <>
          <input type="hidden" name="isSensitive" value={isSensitive ? 'no' : 'yes'} />
          <TextArea {...fieldOf('reason')} label="Why?" rows={2} maxLength={1000} hint={reasonHint} />
        </>
      )}
    </WishForm>
  )
}

/** Records a death, corrects its day, or takes the record of it back. */
export function DeathForm({ diedOn, ...props }: WishFormProps & { readonly diedOn: string | null }) {
  const [isLiving, setIsLiving] = useState('no')
  const label = diedOn === null ? 'Record a death' : 'Correct the record of death'
  return (
    <WishForm {...props} act="death" label={label} submitLabel={label}>
      {(fieldOf) => (
        <>
          {diedOn === null ? null : (
            <>
              <input type="hidden" name="hasDeath" value="yes" />
              <RadioList
                {...fieldOf('isLiving')}
                label="What is right?"
                choices={corrections}
                value={isLiving}
                onChange={setIsLiving}
              />
            </>
          )}
          {isLiving === 'yes' ? null : (
            <SettleDateField {...fieldOf('diedOn')} label="Died on" hasToday={diedOn === null} initial={diedOn} />
          )}
          {diedOn === null ? null : (
            <TextArea
              {...fieldOf('reason')}
              label="What was wrong with the record?"
              rows={2}
              maxLength={1000}
              hint={reasonHint}
            />
          )}
        </>
      )}
    </WishForm>
  )
}

/** What the national service said of the data opt-out. */
export function OptOutForm(props: WishFormProps) {
  return (
    <WishForm {...props} act="optOutCheck" label="National data opt-out" submitLabel="Record">
      {(fieldOf) => (
        <>
          <RadioList
            {...fieldOf('isOptedOut')}
            label="What did the national service say?"
            hint="It is about uses of data beyond care. It changes nothing that is offered to the patient."
            choices={optedOut}
          />
          <SettleDateField {...fieldOf('checkedOn')} label="Looked up on" hasToday />
        </>
      )}
    </WishForm>
  )
}

const reasonHint = 'At least 10 characters. It is kept with your name and role.'
const corrections = [
  { value: 'no', label: 'The patient died on another day' },
  { value: 'yes', label: 'The patient lives' },
]
const optedOut = [
  { value: 'yes', label: 'Opted out' },
  { value: 'no', label: 'Not opted out' },
]

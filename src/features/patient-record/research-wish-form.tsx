import { useState } from 'react'
import { contactRoutes, wishTellers } from '#domain/patient-wishes/research-wish.ts'
import { contactRouteLabels, wishTellerLabels } from '#domain/patient-wishes/wish-sentences.ts'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { type Choice, SelectField } from '../../ui/fields/select-field.tsx'
import { SettleDateField } from './settle-date-field.tsx'
import { type WishFieldOf, WishForm, type WishFormProps } from './wish-form.tsx'

type ResearchWishFormProps = WishFormProps & {
  /** The trials that a wish can name. */
  readonly trials: readonly Choice[]
}

/** What the patient does not want to hear about, who said so and when, and when to ask again. */
export function ResearchWishForm({ trials, ...props }: ResearchWishFormProps) {
  const [scope, setScope] = useState('all')
  const choices = trials.length === 0 ? scopes.filter(({ value }) => value !== 'trial') : scopes
  return (
    <WishForm {...props} act="researchWish" label="Wish about research" submitLabel="Record the wish">
      {(fieldOf) => (
        <>
          <RadioList
            {...fieldOf('scope')}
            label="What does the patient not want to hear about?"
            choices={choices}
            value={scope}
            onChange={setScope}
          />
          {scope === 'trial' ? (
            <SelectField {...fieldOf('trialId')} label="Trial" emptyLabel="Choose a trial" choices={trials} />
          ) : null}
          {scope === 'contact' ? <CheckboxList {...fieldOf('routes')} label="Not by" choices={routes} /> : null}
          <SettleDateField {...fieldOf('statedOn')} label="Said on" hasToday />
          <ToldBy fieldOf={fieldOf} />
          <SettleDateField
            {...fieldOf('reviewOn')}
            label="Ask again on (optional)"
            hint="The wish holds until the patient withdraws it; from this day on the record asks for it to be reviewed."
            hasToday={false}
          />
        </>
      )}
    </WishForm>
  )
}

/** The end of one wish. */
export function WishWithdrawalForm({ wishId, text, ...props }: WishFormProps & { wishId: string; text: string }) {
  return (
    <WishForm {...props} act="researchWishWithdrawn" label={`Withdraw: ${text}`} submitLabel="Withdraw the wish">
      {(fieldOf) => (
        <>
          <input type="hidden" name="wishId" value={wishId} />
          <SettleDateField {...fieldOf('withdrawnOn')} label="Withdrawn on" hasToday />
          <ToldBy fieldOf={fieldOf} />
        </>
      )}
    </WishForm>
  )
}

function ToldBy({ fieldOf }: { readonly fieldOf: WishFieldOf }) {
  return <RadioList {...fieldOf('toldBy')} label="Who said so?" choices={tellers} defaultValue="patient" />
}

const scopes: readonly Choice[] = [
  { value: 'all', label: 'Research of any kind', hint: 'No trial is offered' },
  { value: 'trial', label: 'One trial', hint: 'All others are offered as before' },
  { value: 'contact', label: 'Research by some ways of contact', hint: 'Every trial is offered as before' },
]
const routes = contactRoutes.map((value) => ({ value, label: contactRouteLabels[value] }))
const tellers = wishTellers.map((value) => ({ value, label: wishTellerLabels[value] }))

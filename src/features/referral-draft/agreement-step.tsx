import { agreementLastsDays } from '#domain/referral/date-fault.ts'
import { agreementMethods } from '#domain/referral/patient-agreement.ts'
import { DateField } from '../../ui/fields/date-field.tsx'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { fieldNames, ways } from './referral-values.ts'

type AgreementStepProps = { readonly agreedOnError: string | undefined; readonly howError: string | undefined }

/** Step 3: that the patient agrees to this referral and to sharing what is ticked. Nothing is sent without it. */
export function AgreementStep({ agreedOnError, howError }: AgreementStepProps) {
  return (
    <section className="app-narrow" aria-labelledby="step-agreement">
      <h2 className="nhsuk-heading-m" id="step-agreement">
        3. Agreement, and send
      </h2>
      <p>
        The patient agrees to this referral and to sharing what is ticked above. This is recorded in your name when you
        send; it is not kept with the draft.
      </p>
      <DateField
        label="Date of agreement"
        name={fieldNames.agreedOn}
        hint={`Today or a day of the last ${agreementLastsDays} days. Not in the future.`}
        error={agreedOnError}
      />
      <RadioList
        label="How the patient agreed"
        name={fieldNames.how}
        choices={ways.map((way) => ({ value: way, label: agreementMethods[way] }))}
        error={howError}
      />
    </section>
  )
}

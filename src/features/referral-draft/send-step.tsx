import { useState } from 'react'
import type { components } from '#api/schema.ts'
import { countText } from '../../format/counts.ts'
import { clinicalDate } from '../../format/dates.ts'
import { nhsNumberText } from '../../format/nhs-number.ts'
import { patientName } from '../../format/person-name.ts'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import type { TrialSite } from './site-choices.ts'

type SendStepProps = {
  readonly patient: components['schemas']['Patient']
  readonly trialTitle: string
  readonly site: TrialSite | null
  /** Without any, the draft can be written but not sent. */
  readonly hasOpenSite: boolean
  readonly sharedCount: number
  readonly withheldCount: number
  /** The key of the next attempt after a refused one; null before the first. */
  readonly idempotencyKey: string | null
  readonly isPending: boolean
}

/** Who goes where with what, once more before it is sent. */
export function SendStep(props: SendStepProps) {
  const { patient, trialTitle, site, hasOpenSite, sharedCount, withheldCount, idempotencyKey, isPending } = props
  const [firstKey] = useState(() => crypto.randomUUID())
  return (
    <section className="app-narrow" aria-labelledby="step-send">
      <h3 className="nhsuk-heading-s" id="step-send">
        You are about to send
      </h3>
      <SummaryList
        rows={[
          { label: 'Patient', value: patientName(patient.name) },
          { label: 'Born', value: clinicalDate(patient.bornOn) },
          { label: 'NHS No.', value: nhsNumberText(patient.nhsNumber) },
          { label: 'Trial', value: trialTitle },
          { label: 'Site', value: site === null ? 'Not chosen yet' : site.facility },
          { label: 'Items shared', value: countText(sharedCount) },
          { label: 'Items held back', value: countText(withheldCount) },
        ]}
      />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey ?? firstKey} />
      {hasOpenSite ? (
        <SubmitButton isPending={isPending}>Send referral</SubmitButton>
      ) : (
        <p>It cannot be sent while no site of the trial is open. What you typed is kept in the draft.</p>
      )}
    </section>
  )
}

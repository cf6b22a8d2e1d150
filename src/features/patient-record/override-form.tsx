import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { withdrawing } from './change-override.ts'
import { OverrideFaults, overrideErrors } from './override-faults.tsx'
import { useOverrideFetcher } from './use-override-fetcher.ts'

type OverrideFormProps = {
  readonly patientId: string
  readonly trialId: string
  readonly criterion: components['schemas']['CriterionVerdict']
}

/** A verdict and a reason, below the criterion that they are about. What was typed stays until it has been saved. */
export function OverrideForm({ patientId, trialId, criterion }: OverrideFormProps) {
  const fetcher = useOverrideFetcher(patientId)
  const [idempotencyKey, setIdempotencyKey] = useState(() => crypto.randomUUID())
  const { data } = fetcher
  const { criterionId, override, cohort, basis } = criterion
  const isOurs =
    data?.trialId === trialId &&
    data.typed.criterionId === criterionId &&
    data.typed.cohort === cohort &&
    data.typed.standingId === null
  const result = isOurs ? data : undefined
  const [typed] = useState(result?.typed)
  // After a refusal the form may be sent with other content, which is another request.
  useEffect(() => {
    if (result?.kind === 'refused') setIdempotencyKey(crypto.randomUUID())
  }, [result])
  const id = useId()
  const fields = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    // Drawn again after a refusal, the form leaves the focus to what has to be corrected.
    if (typed === undefined) fields.current?.querySelector<HTMLElement>('input')?.focus()
  }, [typed])
  const errors = overrideErrors(result)
  const ofCohort = cohort === null ? '' : ` for cohort ${cohort}`
  return (
    <fetcher.Form
      method="post"
      action={pathTo.patientOverrides(patientId, trialId)}
      noValidate
      className="app-narrow"
      aria-label={`Your verdict${ofCohort}: ${criterion.text}`}
    >
      <OverrideFaults result={result} id={id} />
      <input type="hidden" name="criterionId" value={criterionId} />
      {cohort === null ? null : <input type="hidden" name="cohort" value={cohort} />}
      <input type="hidden" name="basis" value={basis ?? ''} />
      <input type="hidden" name="replaces" value={override?.overrideId ?? ''} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <div ref={fields}>
        <RadioList
          label={`Your verdict on this criterion${ofCohort}`}
          name="verdict"
          id={`${id}verdict`}
          error={errors.verdict}
          defaultValue={typed?.choice ?? null}
          choices={[
            { value: 'met', label: 'Met', hint: 'It does not stop this patient' },
            { value: 'notMet', label: 'Not met', hint: 'It stops this patient' },
            ...(override === null ? [] : [{ value: withdrawing, label: 'Withdraw', hint: withdrawingHint }]),
          ]}
        />
        <TextArea
          label="Reason"
          name="reason"
          id={`${id}reason`}
          rows={3}
          maxLength={1000}
          hint={reasonHint}
          error={errors.reason}
          defaultValue={typed?.reason}
        />
      </div>
      <SubmitButton isPending={fetcher.state !== 'idle'}>Save your verdict</SubmitButton>
    </fetcher.Form>
  )
}

const withdrawingHint = 'The software’s own verdict counts again'
const reasonHint =
  'At least 10 characters. It is kept with your name and role, and a site reads it when the patient is referred.'

import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { withdrawing } from './change-override.ts'
import { OverrideFaults, overrideErrors } from './override-faults.tsx'
import { useOverrideFetcher } from './use-override-fetcher.ts'

type WithdrawalFormProps = {
  readonly patientId: string
  readonly trialId: string
  readonly standing: components['schemas']['StandingOverride']
}

/** A reason to take back a verdict that stands. What was typed stays until the verdict has been withdrawn. */
export function WithdrawalForm({ patientId, trialId, standing }: WithdrawalFormProps) {
  const { overrideId, criterionId, criterionText } = standing
  const fetcher = useOverrideFetcher(patientId)
  const { data } = fetcher
  const result = data?.trialId === trialId && data.typed.standingId === overrideId ? data : undefined
  const [typed] = useState(result?.typed)
  const id = useId()
  const field = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    // Drawn again after a refusal, the form leaves the focus to what has to be corrected.
    if (typed === undefined) field.current?.querySelector('textarea')?.focus()
  }, [typed])
  return (
    <fetcher.Form
      method="post"
      action={pathTo.patientOverrides(patientId, trialId)}
      noValidate
      className="app-narrow"
      aria-label={`Withdraw: ${criterionText}`}
    >
      <OverrideFaults result={result} id={id} />
      <input type="hidden" name="criterionId" value={criterionId} />
      <input type="hidden" name="standingId" value={overrideId} />
      <input type="hidden" name="replaces" value={overrideId} />
      <input type="hidden" name="verdict" value={withdrawing} />
      <div ref={field}>
        <TextArea
          label="Why is it withdrawn?"
          name="reason"
          id={`${id}reason`}
          rows={3}
          maxLength={1000}
          hint="At least 10 characters. It is kept with your name and role. The software’s own verdict then counts again."
          error={overrideErrors(result).reason}
          defaultValue={typed?.reason}
        />
      </div>
      <SubmitButton isPending={fetcher.state !== 'idle'}>Withdraw this verdict</SubmitButton>
    </fetcher.Form>
  )
}

import { useCallback, useState } from 'react'
import type { components } from '#api/schema.ts'
import { duties } from '#domain/access/duty.ts'
import { roleLabel } from '#domain/access/role.ts'
import { fieldErrors } from '../../data/problem.ts'
import { useSession } from '../../data/session.ts'
import { DateField } from '../../ui/fields/date-field.tsx'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { FoldOnNarrow } from '../../ui/fold-on-narrow.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { LogAnswer } from './log-answer.tsx'
import { logIntents } from './log-result.ts'
import { useLogChange } from './use-log-change.ts'

type Candidate = components['schemas']['DelegationCandidate']

type AddDelegationProps = { readonly candidates: readonly Candidate[]; readonly onDone: (words: string) => void }

const labels = { accountId: 'Person', duty: 'Duty', startsOn: 'First day', endsOn: 'Last day (optional)' } as const

/** Puts somebody on the log. What was typed stays until the line is there; then the form is a new one. */
export function AddDelegation({ candidates, onDone }: AddDelegationProps) {
  const [key, setKey] = useState(() => crypto.randomUUID())
  const done = useCallback(
    (words: string) => {
      setKey(crypto.randomUUID())
      onDone(words)
    },
    [onDone],
  )
  return (
    <section className="app-narrow app-print-hidden" aria-labelledby="new-line">
      <h2 className="nhsuk-heading-m" id="new-line">
        Put somebody on the log
      </h2>
      <FoldOnNarrow key={key} label="Form for a new line">
        <Fields idempotencyKey={key} candidates={candidates} onDone={done} />
      </FoldOnNarrow>
    </section>
  )
}

function Fields({ idempotencyKey, candidates, onDone }: AddDelegationProps & { readonly idempotencyKey: string }) {
  const { today } = useSession()
  const { fetcher, result, isPending } = useLogChange(onDone)
  const [accountId, setAccountId] = useState('')
  const chosen = candidates.find((each) => each.accountId === accountId)
  const errors = result?.kind === 'refused' ? fieldErrors(result.problem) : {}
  const faults = result?.kind === 'faulty' ? result.faults : []
  const errorOf = (field: keyof typeof labels) =>
    faults.find(({ fieldId }) => fieldId === field)?.message ?? errors[field]
  return (
    <fetcher.Form method="post" noValidate>
      <LogAnswer result={result} fieldIds={Object.keys(labels)} labels={labels} />
      <input type="hidden" name="intent" value={logIntents.add} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <SelectField
        label={labels.accountId}
        name="accountId"
        emptyLabel="Choose a person"
        choices={candidates.map((each) => ({ value: each.accountId, label: `${each.name} (${roleLabel(each.role)})` }))}
        value={accountId}
        onChange={(event) => setAccountId(event.currentTarget.value)}
        error={errorOf('accountId')}
      />
      <RadioList
        label={labels.duty}
        name="duty"
        hint={chosen ? undefined : 'What somebody can be given depends on their role'}
        choices={duties
          .filter(({ duty }) => (chosen ? [chosen] : candidates).some((each) => each.duties.includes(duty)))
          .map(({ duty, label, meaning }) => ({ value: duty, label, hint: meaning }))}
        error={errorOf('duty')}
      />
      <DateField
        label={labels.startsOn}
        name="startsOn"
        hint="Today or later."
        defaultValue={today}
        error={errorOf('startsOn')}
      />
      <DateField
        label={labels.endsOn}
        name="endsOn"
        hint="The duty still counts on this day."
        error={errorOf('endsOn')}
      />
      <SubmitButton isPending={isPending}>Put on the log</SubmitButton>
    </fetcher.Form>
  )
}
